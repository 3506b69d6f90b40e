// The functions of the self-check as a developer calls them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { project } from "./support/project.mjs";

let consumer;
let api;
before(async () => {
  consumer = await project();
  api = await consumer.import("olievlek");
  await api.init();
});
after(() => consumer.remove());

const answers = Object.freeze({
  "staff-vision-1": 5,
  "staff-vision-2": 4,
  "staff-vision-3": "unknown",
  "staff-vision-4": null,
  "staff-vision-5": undefined,
  "staff-plan-1": 2,
  "staff-plan-2": 1,
  "staff-plan-3": "not-applicable",
});

/** Two statements for each of the five elements, one of them with a text for each language. */
const statements = ["vision", "interest", "plan", "resources", "competences"].flatMap((element) => [
  { id: `${element}-a`, element, text: { "nl-BE": "Ik ken {change}.", en: "I know {change}." } },
  { id: `${element}-b`, element, text: "Er ontbreekt iets.", revealsGap: true },
]);

test("questions: ours, in the language and from the perspective asked for", () => {
  const list = api.questions();
  assert.equal(list.length, 25);
  assert.deepEqual(Object.keys(list[0]), ["id", "element", "text", "revealsGap"]);
  assert.deepEqual(api.questions({}), list);
  assert.deepEqual(api.questions(null), list);
  assert.deepEqual(api.questions({ lang: undefined, perspective: null }), list);
  const six = api.questions({ lang: "de", perspective: "school", variant: "consensus", change: "<der Plan>" });
  assert.equal(six.length, 30);
  assert.ok(six.some(({ text }) => text.includes("<der Plan>")), "texts are plain, not HTML");
  assert.notEqual(api.questions({ lang: "fr" })[0].text, list[0].text);
});

test("questions: a partner's own, and they come in as they went out", () => {
  const english = api.questions({ statements, lang: "en", change: "it" });
  assert.deepEqual(english[0], { id: "vision-a", element: "vision", text: "I know it.", revealsGap: false });
  assert.equal(api.questions({ statements, lang: "fr", change: "it" })[0].text, "Ik ken it.");
  assert.equal(english[1].revealsGap, true);
  assert.deepEqual(api.questions({ statements: api.questions() }), api.questions());
});

test("scoreAnswers: a plain object that can be stored and sent", () => {
  const profile = api.scoreAnswers({ answers, lang: "en" });
  assert.deepEqual(JSON.parse(JSON.stringify(profile)), profile);
  assert.deepEqual(structuredClone(profile), profile);
  assert.deepEqual(Object.keys(profile), ["perspective", "variant", "elements", "weakest", "headline"]);
  const [vision, , plan] = profile.elements;
  const { name, advice, ...counts } = vision;
  assert.deepEqual(counts, {
    id: "vision", status: "undetermined", points: 7, answered: 2, unknown: 1, notApplicable: 0, unanswered: 2,
  });
  assert.equal(name, "vision");
  assert.ok(Array.isArray(advice));
  assert.equal("score" in vision, false, "what is absent is no field");
  assert.equal(plan.status, "weak");
  assert.equal(plan.score, 0.125);
  assert.equal(plan.signal.id, "false-start");
  assert.match(plan.signal.text, /may point to/);
  assert.match(plan.signal.sources[0].url, /^https:/);
  assert.deepEqual(profile.weakest, ["plan"]);
});

test("encodeAnswers and decodeAnswers: there and back", () => {
  const code = api.encodeAnswers({ answers });
  const { "staff-vision-4": _null, "staff-vision-5": _undefined, ...given } = answers;
  assert.deepEqual(api.decodeAnswers(code), { version: 1, perspective: "staff", variant: "five", answers: given });

  const own = { statements, perspective: "policy" };
  const ownCode = api.encodeAnswers({ answers: { "plan-b": 2 }, ...own });
  assert.deepEqual(api.decodeAnswers(ownCode, own).answers, { "plan-b": 2 });
});

test("reports and charts: of answers, and of a profile that was kept", () => {
  for (const lang of ["nl-BE", "en", "fr", "de"]) {
    const kept = JSON.parse(JSON.stringify(api.scoreAnswers({ answers, lang })));
    for (const write of [api.profileToMarkdown, api.profileToText]) {
      const report = write({ answers, lang, change: "x" });
      assert.ok(report.includes(kept.headline), report);
      assert.ok(report.includes(api.encodeAnswers({ answers })), "answers make a code");
      assert.ok(write({ profile: kept, lang }).includes(kept.headline));
    }
    const charts = ["bars", "radar", "both", undefined].map((chart) => api.profileToSvg({ answers, lang, chart }));
    assert.equal(charts[2], charts[3]);
    assert.equal(new Set(charts).size, 3);
    for (const svg of charts) assert.match(svg, /^<svg [^]*<\/svg>\s*$/);
  }
});

test("claims: each with its sources", () => {
  const list = api.claims({ lang: "en" });
  assert.deepEqual(list.map(({ id }) => id), ["model", "signals", "resistance", "consensus", "scoring"]);
  for (const { text, sources } of list) {
    assert.ok(text.length > 10);
    for (const { title, url } of sources) assert.ok(title && URL.canParse(url));
  }
});
