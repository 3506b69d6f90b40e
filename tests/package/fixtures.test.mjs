// The reference cases, which `cargo test` runs natively and on wasm32, once more through the package.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { project } from "./support/project.mjs";

const fixtures = JSON.parse(await readFile(new URL("../fixtures/knoster.json", import.meta.url), "utf8"));

let consumer;
let api;
before(async () => {
  consumer = await project();
  api = await consumer.import("olievlek");
  await api.init();
});
after(() => consumer.remove());

/** A list of cases; an empty one would prove nothing. */
function each(list, check) {
  const cases = fixtures[list];
  assert.ok(cases.length >= 15, `\`${list}\` holds ${cases.length} cases`);
  for (const { name, ...rest } of cases) test(`${list}: ${name}`, () => check(rest));
}

/** The options that a case has; what it leaves out is left out. */
const options = ({ perspective, variant, statements }) => ({ perspective, variant, statements });

/** What a profile says about an element, in the fields of the fixtures. */
function found({ score = null, status, points, answered, unknown, notApplicable, unanswered, signal }) {
  return { score, status, points, answered, unknown, notApplicable, unanswered, signal: signal?.id ?? null };
}

each("cases", (given) => {
  const { answers, expect } = given;
  const profile = api.scoreAnswers({ answers, ...options(given) });
  assert.deepEqual(profile.elements.map(({ id }) => id), Object.keys(expect.elements));
  for (const element of profile.elements) {
    const [is, shall] = [found(element), expect.elements[element.id]];
    if (shall.score !== null && Math.abs(is.score - shall.score) < 1e-12) is.score = shall.score;
    assert.deepEqual(is, shall, element.id);
  }
  assert.deepEqual(profile.weakest, expect.weakest);
  assert.equal(api.encodeAnswers({ answers, ...options(given) }), expect.code);
  assert.deepEqual(api.decodeAnswers(expect.code, options(given)).answers, answers);
});

each("goodCodes", ({ code, same }) => assert.deepEqual(api.decodeAnswers(code), api.decodeAnswers(same)));

each("badCodes", (given) => {
  assert.throws(() => api.decodeAnswers(given.code, options(given)), { code: given.error });
});

each("badInput", ({ call, options, error }) => assert.throws(() => api[call](options), { code: error }));
