// What happens before, while and after the wasm is loaded; a module has one such life, so this runs alone.
import assert from "node:assert/strict";
import { claims, init, OlievlekError, questions, scoreAnswers } from "olievlek";

const isError = (code) => (error) => {
  assert.ok(error instanceof OlievlekError && error instanceof Error, String(error));
  assert.equal(error.name, "OlievlekError");
  assert.equal(error.code, code, error.message);
  return true;
};

for (const call of [questions, claims, () => scoreAnswers({ answers: {} }), () => questions({ lang: "tlh" })]) {
  assert.throws(call, isError("not-initialized"));
}
assert.throws(questions, /call `await init\(\)` once/);

await assert.rejects(init({ wasm: "nonsense" }), (error) => {
  assert.ok(error.cause instanceof Error, "the reason is kept");
  assert.equal(error.field, undefined);
  return isError("load-failed")(error);
});
await assert.rejects(init({ wasm: new Uint8Array([0, 1, 2, 3]) }), isError("load-failed"));
await assert.rejects(init({ wasm: Promise.reject(new Error("no network")) }), /could not load olievlek\.wasm: no network/);
assert.throws(questions, isError("not-initialized"));

const first = init();
assert.equal(init(), first, "the second caller gets the same promise");
assert.equal(await first, undefined);
assert.equal(init(), first);
assert.equal(init({ wasm: "nonsense" }), first, "what is loaded stays");
assert.equal(questions().length, 25);
