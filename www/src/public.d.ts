/** The types of the package. The functions and their objects are generated from Rust. */
export * from "./api.js";
import type { ErrorCode } from "./api.js";

/** What a wasm can be given as. */
export type WasmSource = string | URL | Request | Response | ArrayBuffer | ArrayBufferView | WebAssembly.Module;

declare global {
  // As the types of pages have it; those of Node alone do not.
  namespace WebAssembly {
    interface Module {}
  }
}

export interface InitOptions {
  /** Where the wasm is, or the wasm itself. Left out, it is found beside the package. */
  readonly wasm?: WasmSource | Promise<WasmSource>;
}

/**
 * Loads the wasm. Call it once before anything else; further calls give the same promise, and a failed load can be
 * tried again.
 *
 * @example
 * ```js
 * import { init, questions } from "olievlek";
 * await init();
 * console.log(questions({ lang: "en" }).length); // 25
 * ```
 * @throws OlievlekError `load-failed`
 */
export function init(options?: InitOptions): Promise<void>;

/** Everything that Olievlek throws. `code` stays the same between releases and languages; `message` may change. */
export class OlievlekError extends Error {
  constructor(code: ErrorCode, message: string, place?: { field?: string | undefined; cause?: unknown });
  /** What went wrong, in kebab-case, such as `unknown-statement`, `not-initialized` or `internal`. */
  readonly code: ErrorCode;
  /** The option or statement id at fault, where there is one. */
  readonly field: string | undefined;
}
