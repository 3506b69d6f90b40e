// Importing any entry under Node defines nothing, writes nothing and keeps the process from nothing.
import assert from "node:assert/strict";

const before = Object.getOwnPropertyNames(globalThis).sort();
const writes = [];
for (const level of ["log", "info", "warn", "error"]) console[level] = (...given) => writes.push(given);

const { OlievlekElement, OlievlekSelfCheck } = await import("olievlek/elements");
assert.equal(typeof OlievlekSelfCheck, "function");
assert.ok(OlievlekSelfCheck.prototype instanceof OlievlekElement);
assert.ok(OlievlekSelfCheck.observedAttributes.includes("perspective"));
assert.deepEqual(Object.keys(await import("olievlek/elements/define")), []);
assert.deepEqual(Object.keys(await import("olievlek/self-check")), []);
assert.equal(typeof (await import("olievlek")).init, "function");

assert.deepEqual(Object.getOwnPropertyNames(globalThis).sort(), before);
assert.deepEqual(writes, []);
