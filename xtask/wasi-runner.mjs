// Runs a Rust test binary for wasm32-wasip1 in Node, as cargo's `runner`:
//
//     node --no-warnings xtask/wasi-runner.mjs <file.wasm> [arguments of the test harness]
//
// The repository is opened to the tests at the very path that `CARGO_MANIFEST_DIR` had when they were compiled, so a
// test finds its fixtures as it does natively. Nothing else of the machine is visible.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { WASI } from "node:wasi";

const [file, ...rest] = process.argv.slice(2);
const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, "");
const wasi = new WASI({
  version: "preview1",
  args: [file, ...rest],
  // A panic aborts here, and would take what the harness has captured with it: let tests print at once.
  env: { ...process.env, RUST_TEST_NOCAPTURE: "1", RUST_BACKTRACE: "0" },
  preopens: { ".": root, [root]: root },
});
const module = await WebAssembly.compile(await readFile(file));
const instance = await WebAssembly.instantiate(module, wasi.getImportObject());
try {
  process.exitCode = wasi.start(instance);
} catch (error) {
  console.error(`${file}: ${error}`);
  process.exitCode = 101;
}
