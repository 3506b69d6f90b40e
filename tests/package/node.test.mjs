// The package in Node: loading, requiring, importing what belongs to pages.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { project } from "./support/project.mjs";

let consumer;
before(async () => {
  consumer = await project();
  await consumer.copy("consumers", ".");
});
after(() => consumer.remove());

async function runs(...args) {
  const { code, stdout, stderr } = await consumer.node(...args);
  assert.equal(code, 0, stdout + stderr);
}

test("before, while and after the wasm is loaded", () => runs("lifecycle.mjs"));

for (const way of ["bytes", "promise", "module", "response", "response-of-another-type", "url"]) {
  test(`the wasm is handed over: ${way}`, () => runs("own-wasm.mjs", way));
}

test("after a trap every call throws", () => runs("trap.mjs"));

test("importing under Node has no effect on anything", () => runs("entries.mjs"));

test("a CommonJS project requires it", { skip: requiresModules() }, () => runs("common.cjs"));

/** Node 20.19 and 22.12 are the first of their lines that require ES modules without a flag. */
function requiresModules() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const can = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  return can ? false : `Node ${process.versions.node} cannot require an ES module`;
}
