/** The package in a browser, and in a bundler. */
import { type InitOptions, initWith } from "./api.js";

export * from "./api.js";

export function init(options?: InitOptions): Promise<void> {
  return initWith(() => new URL("./olievlek.wasm", import.meta.url), options);
}
