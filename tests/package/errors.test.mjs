// Each error of the API as it comes back.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
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

const answers = Object.freeze({ "staff-plan-1": 2, "staff-plan-2": 1, "staff-plan-3": 4 });

/** Two statements for each of the five elements, one of them with a text for each language. */
const statements = ["vision", "interest", "plan", "resources", "competences"].flatMap((element) => [
  { id: `${element}-a`, element, text: { "nl-BE": "Ik ken {change}.", en: "I know {change}." } },
  { id: `${element}-b`, element, text: "Er ontbreekt iets.", revealsGap: true },
]);

const without = (id) => statements.filter((statement) => statement.id !== id);
const today = "2024-10-01";
/** An object within an object, so many times. */
const nested = (depth) => JSON.parse(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`);
const changed = (change) => [{ ...statements[0], ...change }, ...statements.slice(1)];
const profile = () => api.scoreAnswers({ answers });

const simulate = (network, more) => api.simulateAdoption({ model: { kind: "bass", p: 0.1, q: 0.2 }, network, ...more });

// [code, field, message, call]
const ERRORS = [
  ["invalid-type", undefined, "expected an object with options, got `5`", () => api.questions(5)],
  ["invalid-type", undefined, "expected an object with options, got `a list`", () => api.scoreAnswers([])],
  ["invalid-type", "lang", "expected a string as `lang`, got `5`", () => api.questions({ lang: 5 })],
  ["invalid-type", "change", "expected a string as `change`, got `an object`", () => api.questions({ change: {} })],
  ["invalid-type", "answers", /^expected an object with answers .* as `answers`, got nothing$/, () => api.scoreAnswers()],
  ["invalid-type", "answers", /as `answers`, got nothing$/, () => api.encodeAnswers({})],
  ["invalid-type", "answers", /as `answers`, got `a list`$/, () => api.scoreAnswers({ answers: [1, 2] })],
  ["invalid-type", "answers", /as `answers`, got `an object`$/, () => api.scoreAnswers({ answers: new Map() })],
  ["invalid-type", "answers", "expected either `answers` or `profile`, got neither", () => api.profileToText({})],
  ["invalid-type", "answers", /got both$/, () => api.profileToSvg({ answers, profile: profile() })],
  ["invalid-type", "statements", "expected a list as `statements`, got `an object`", () => api.questions({ statements: {} })],
  ["invalid-type", "statements", "expected a statement as `statements[0]`, got nothing", () => api.questions({ statements: [null] })],
  ["invalid-type", "statements", "expected a string as `statements[0].id`, got `7`", () => api.questions({ statements: changed({ id: 7 }) })],
  ["invalid-type", "statements", /^expected a string, or .* as `statements\[0\]\.text`, got nothing$/, () => api.questions({ statements: changed({ text: undefined }) })],
  ["invalid-type", "statements", "expected a string as `statements[0].text.en`, got `1`", () => api.questions({ statements: changed({ text: { en: 1 } }) })],
  ["invalid-type", "statements", "expected `true` or `false` as `statements[0].revealsGap`, got `ja`", () => api.questions({ statements: changed({ revealsGap: "ja" }) })],
  ["invalid-type", "code", "expected a string as `code`, got nothing", () => api.decodeAnswers()],
  ["invalid-type", "code", "expected a string as `code`, got `2000`", () => api.decodeAnswers(2000)],
  ["unknown-option", "language", /^expected an option of `lang`, got `language`$/, () => api.claims({ language: "en" })],
  ["unknown-option", "statements", /got `statements\[0\]\.revealGap`$/, () => api.questions({ statements: changed({ revealGap: true }) })],
  ["unknown-language", "lang", "expected a language of `nl-BE`, `en`, `fr` or `de`, got `tlh`", () => api.claims({ lang: "tlh" })],
  ["unknown-language", "statements", /got `tlh`$/, () => api.questions({ statements: changed({ text: { tlh: "x" } }) })],
  ["unknown-perspective", "perspective", /got `pupil`$/, () => api.questions({ perspective: "pupil" })],
  ["unknown-variant", "variant", /got `six`$/, () => api.questions({ variant: "six" })],
  ["unknown-element", "statements", /got `plans`$/, () => api.questions({ statements: changed({ element: "plans" }) })],
  ["unknown-chart", "chart", /got `pie`$/, () => api.profileToSvg({ answers, chart: "pie" })],
  ["unknown-statement", "staff-plan-9", /got `staff-plan-9`$/, () => api.scoreAnswers({ answers: { "staff-plan-9": 4 } })],
  ["answer-out-of-range", "staff-plan-1", /^staff-plan-1: expected a whole number .*, got `6`$/, () => api.scoreAnswers({ answers: { "staff-plan-1": 6 } })],
  ["answer-out-of-range", "staff-plan-1", /got `4`$/, () => api.encodeAnswers({ answers: { "staff-plan-1": "4" } })],
  ["answer-out-of-range", "staff-plan-1", /got `a list`$/, () => api.profileToText({ answers: { "staff-plan-1": [4] } })],
  ["answer-out-of-range", "staff-plan-1", /got `bigint`$/, () => api.scoreAnswers({ answers: { "staff-plan-1": 40n } })],
  ["invalid-statement", "statements", /^statement 0 \(counted from 0\): expected a text/, () => api.questions({ statements: changed({ text: {} }) })],
  ["statement-count", "statements", /`plan`, got 1$/, () => api.questions({ statements: without("plan-a") })],
  ["invalid-profile", "profile", /`scoreAnswers`/, () => api.profileToText({ profile: {} })],
  ["invalid-profile", "profile", /`scoreAnswers`/, () => api.profileToText({ profile: { ...profile(), elements: [] } })],
  ["code-empty", "code", /got nothing$/, () => api.decodeAnswers(" - ")],
  ["code-character", "code", /got `!` at character 5$/, () => api.decodeAnswers("2000!")],
  ["code-length", "code", "expected 20 characters besides dashes, got 8", () => api.decodeAnswers("2000-0000")],
  ["code-check", "code", /wrong character$/, () => api.decodeAnswers("2000-0000-0000-0000-06GM")],
  ["code-own-statements", "code", /other partner statements$/, () => api.decodeAnswers(api.encodeAnswers({ answers: {}, statements }))],
  ["invalid-type", "text", "expected a string or the bytes of a file as `text`, got `5`", () => api.parseResponses(5)],
  ["invalid-type", "text", "expected a string or the bytes of a file as `text`, got nothing", () => api.parseResponses()],
  ["invalid-type", "mapping", /`code` or `ignored` as `mapping\[0\]\.as`, got `naam`$/, () => api.parseResponses("plan-1\n4", { mapping: [{ column: 1, as: "naam" }] })],
  ["unknown-option", "mapping", /got `mapping\[0\]\.role`$/, () => api.parseResponses("plan-1\n4", { mapping: [{ column: 1, role: "group" }] })],
  ["responses-empty", "text", /got nothing$/, () => api.parseResponses(" \n")],
  ["responses-not-text", "text", /save a workbook as CSV/, () => api.parseResponses(new Uint8Array([80, 75, 3, 4, 0, 0]))],
  ["responses-not-found", "text", /a mapping can say/, () => api.parseResponses("Dag allemaal,\ntot morgen")],
  ["responses-too-many-columns", "text", /at most 2000 columns/, () => api.parseResponses(`plan-1${",".repeat(1e6)}`)],
  ["responses-row-too-long", "text", /^row 2: .* a quote not closed\?$/, () => api.parseResponses(`plan-1\n"${"4\n".repeat(1e6)}`)],
  ["responses-too-many-rows", "text", /at most 100000 rows/, () => api.parseResponses(`plan-1\n${"4\n".repeat(100_001)}`)],
  ["responses-too-long", "text", /bytes of JSON/, () => api.parseResponses(`["${"x".repeat(34e6)}"]`)],
  ["responses-json", "text", /\(line 1, character \d+\)$/, () => api.parseResponses('{"answers": ')],
  ["responses-mapping", "mapping", /^mapping of column 7: /, () => api.parseResponses("plan-1\n4", { mapping: [{ column: 7, as: "group" }] })],
  ["school-year-out-of-range", "firstYear", /2000 to 2100, got `1999`$/, () => api.schoolYear(1999)],
  ["school-year-out-of-range", "firstYear", /2000 to 2100/, () => api.schoolYear(2025.5)],
  ["school-year-out-of-range", "firstYear", /2000 to 2100/, () => api.schoolYear(NaN)],
  ["invalid-type", "firstYear", "expected a number as `firstYear`, got `2025`", () => api.schoolYear("2025")],
  ["period-reversed", "closed", /got `2025-03-01`$/, () => api.schoolYear(2024, { closed: [{ start: "2025-03-02", end: "2025-03-01" }] })],
  ["date-not-iso", "today", "expected a date such as `2025-06-30`, got `1/10/2024`", () => api.resolveTime("juni", { today: "1/10/2024" })],
  ["invalid-type", "today", "expected a date such as `2025-06-30` as `today`, got nothing", () => api.resolveTime("juni", {})],
  ["unknown-trimesters", "trimesters", /got `pasen`$/, () => api.schoolYear(2024, { trimesters: "pasen" })],
  ["time-impossible-date", "text", /got `31 februari`$/, () => api.resolveTime("31 februari", { today })],
  ["time-years-not-consecutive", "text", /`schooljaar 2024-2026`$/, () => api.resolveTime("schooljaar 2024-2026", { today })],
  ["time-no-such-part", "text", /got `trimester 4`$/, () => api.resolveTime("trimester 4", { today })],
  ["time-not-found", "text", /got `ooit`$/, () => api.resolveTime("ooit", { today })],
  ["time-language", "lang", /`nl-BE` or `en`.*got `fr`$/, () => api.resolveTime("juin", { today, lang: "fr" })],
  ["reading-language", "lang", /`nl-BE` or `en`, got `de`$/, () => api.readGoal("Ziel", { today, lang: "de" })],
  ["invalid-type", "events", "expected a whole number from 0 to 365 as `events[0].alarm`, got `-1`", () => api.toIcs([{ start: today, summary: "x", alarm: -1 }], { now: today })],
  ["invalid-type", "goal", "expected a goal as `goal`, got `Elk team overlegt`", () => api.assessGoal("Elk team overlegt", { today })],
  ["plan-field", "means.hours", /at `means\.hours`$/, () => api.assessGoal({ text: "x", means: { hours: "veel" } }, { today })],
  ["plan-field", "strategicGoals[0].goals[0].end", /`2026-06-30`/, () => api.checkPlan({ strategicGoals: [{ title: "x", goals: [{ text: "y", end: "juni" }] }] })],
  ["plan-json", "plan", /at most 64 levels/, () => api.checkPlan({ deep: nested(500) })],
  ["plan-too-many", "plan", /at most/, () => api.checkPlan({ strategicGoals: Array.from({ length: 5000 }, () => ({ title: "x" })) })],
  ["goal-too-long", "text", /`text`$/, () => api.assessGoal({ text: "x".repeat(100_000) }, { today })],
  ["plan-too-many", "goal", /at most/, () => api.goalProgress({ text: "x", reviews: Array(5000).fill(today) }, { today })],
  ["goal-negative", "hours", /`hours`$/, () => api.goalProgress({ text: "x", means: { hours: -1 } }, { today })],
  ["unknown-model", "models", /got `weibull`$/, () => api.fitAdoption({ adopters: [1, 2, 3, 4], models: ["weibull"] })],
  ["unknown-model", "network", /got `ring`$/, () => simulate({ kind: "ring" })],
  ["invalid-type", "adopters", /^expected either `adopters` or `cumulative`/, () => api.fitAdoption({})],
  ["invalid-type", "adopters", "expected a number as `adopters[1]`, got `2`", () => api.fitAdoption({ adopters: [1, "2"] })],
  ["invalid-type", "people", "expected a whole number of 0 or more as `people`, got `2.5`", () => api.adopterCounts(2.5)],
  ["empty", "adopters", /at least one value/, () => api.fitAdoption({ adopters: [] })],
  ["too-few-points", "adopters", "expected at least 4 observed values, got 3", () => api.fitAdoption({ adopters: [1, null, 3, 2] })],
  ["non-finite", "adopters", /at place 2$/, () => api.fitAdoption({ adopters: [1, 2, NaN, 2, 1] })],
  ["negative-value", "adopters", /at place 1$/, () => api.fitAdoption({ adopters: [1, -2, 3, 2] })],
  ["not-monotone", "cumulative", /at place 3$/, () => api.fitAdoption({ cumulative: [1, 3, 5, 4, 6] })],
  ["no-adoption", "adopters", /zero in every period/, () => api.fitAdoption({ adopters: [0, 0, 0, 0] })],
  ["no-variation", "cumulative", /levels that differ/, () => api.fitAdoption({ cumulative: [4, 4, 4, 4], models: ["logistic"] })],
  ["no-finite-optimum", "adopters", /runs away$/, () => api.fitAdoption({ adopters: [1, 2, 4, 8, 16] })],
  ["missing-not-allowed", "adopters", /at place 1$/, () => api.fitAdoption({ adopters: [1, null, 4, 8, 6, 3], objective: "cumulative" })],
  ["out-of-domain", "params", /p above 0$/, () => api.adoptionCurve({ params: { p: 0, q: 0.4 } })],
  ["out-of-domain", "levels", /between 0 and 1$/, () => api.forecastAdoption({ adopters: [1, 2, 3, 2], levels: [95] })],
  ["out-of-range", "begin", /got 60$/, () => simulate({ kind: "complete", people: 60 }, { begin: [60] })],
  ["out-of-range", "network", /got 3$/, () => simulate({ kind: "edges", people: 3, edges: [[0, 3]] })],
  ["shape-mismatch", "adopters", "expected 4 values to go with the others, got 2", () => api.fitAdoption({ adopters: [1, 2, 3, 2], times: [1, 2] })],
  ["time-not-sorted", "times", /at place 1$/, () => api.adoptionBetweenSites({ sizes: [5], p: [0.1], q: [[0.2]], times: [3, 2] })],
  ["out-of-range", "matrix", /at place 1$/, () => api.reliability({ matrix: [4, 6], rows: 2, columns: 1 })],
  ["shape-mismatch", "matrix", "expected 4 values to go with the others, got 3", () => api.reliability({ matrix: [1, 2, 3], rows: 2, columns: 2 })],
  ["out-of-domain", "nullDistribution", /got `even`$/, () => api.reliability({ matrix: [1], rows: 1, columns: 1, nullDistribution: "even" })],
  ["internal", undefined, /stop here/, () => api.questions({ get lang() { throw new Error("stop here"); } })],
];

for (const [code, field, message, call] of ERRORS) {
  test(`error ${code}: ${message}`, () => {
    assert.throws(call, (error) => {
      assert.ok(error instanceof api.OlievlekError && error instanceof Error);
      assert.deepEqual({ code: error.code, field: error.field }, { code, field }, error.message);
      if (typeof message === "string") assert.equal(error.message, message);
      else assert.match(error.message, message);
      return true;
    });
  });
}

test("the type of `code` names every code, and no other", async () => {
  const types = await readFile(join(consumer.installed, "dist/api.d.ts"), "utf8");
  const union = types.match(/export type ErrorCode =([^;]*);/)[1].match(/[a-z-]{2,}/g);
  // Thrown elsewhere: by `init`, by elements, and for codes of versions to come (tests/fixtures has those).
  const others = ["not-initialized", "load-failed", "statements-unreadable", "code-version", "code-edition"];
  assert.deepEqual([...union].sort(), [...new Set([...ERRORS.map(([code]) => code), ...others])].sort());
});

test("after any error the next call works", () => {
  for (const [, , , call] of ERRORS) assert.throws(call);
  assert.equal(api.scoreAnswers({ answers }).weakest[0], "plan");
});
