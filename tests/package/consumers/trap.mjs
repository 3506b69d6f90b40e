// After a trap nothing that the wasm says can be trusted any more, so nothing is said.
import assert from "node:assert/strict";
import { claims, init, OlievlekError, questions } from "olievlek";

const instantiate = WebAssembly.instantiate;
WebAssembly.instantiate = async (...given) => {
  const made = await instantiate(...given);
  // Node itself instantiates what it is given as a module.
  if (!("claims" in (made.instance?.exports ?? {}))) return made;
  const trap = () => {
    throw new WebAssembly.RuntimeError("unreachable");
  };
  return { ...made, instance: { exports: { ...made.instance.exports, claims: trap } } };
};
await init();
assert.equal(questions().length, 25);

const trapped = (error) => error instanceof OlievlekError && error.code === "internal" && /unreachable/.test(error.message);
assert.throws(() => claims(), trapped);
assert.throws(() => questions(), trapped);
