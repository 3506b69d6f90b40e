// Every way to hand over the wasm oneself, one for each process: `node own-wasm.mjs bytes`.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { init, questions } from "olievlek";

const bytes = await readFile(createRequire(import.meta.url).resolve("olievlek/olievlek.wasm"));
const ways = {
  bytes: () => bytes,
  promise: async () => bytes,
  module: () => WebAssembly.compile(bytes),
  response: () => new Response(bytes, { headers: { "content-type": "application/wasm" } }),
  "response-of-another-type": () => new Response(bytes, { headers: { "content-type": "text/plain" } }),
  url: () => new URL(`data:application/wasm;base64,${bytes.toString("base64")}`),
};
await init({ wasm: ways[process.argv[2]]() });
assert.equal(questions({ lang: "fr" }).length, 25);
