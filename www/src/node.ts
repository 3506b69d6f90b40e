/** The package in Node: the wasm is read from disk. */
import { readFile } from "node:fs/promises";
import { type InitOptions, initWith } from "./api.js";

export * from "./api.js";

export function init(options?: InitOptions): Promise<void> {
  return initWith(() => readFile(new URL("./olievlek.wasm", import.meta.url)), options);
}
