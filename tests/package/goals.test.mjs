// The calendar, goals and plans as a developer calls them.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { project } from "./support/project.mjs";

const fixtures = new URL("../fixtures/", import.meta.url);
const json = async (name) => JSON.parse(await readFile(new URL(name, fixtures), "utf8"));
const calendar = await json("calendar.json");
const times = await json("times.json");

let consumer;
let api;
before(async () => {
  consumer = await project();
  api = await consumer.import("olievlek");
  await api.init();
});
after(() => consumer.remove());

const today = "2024-10-01";
const days = ({ start, end }) => [start, end];

test("schoolYear: the years of the reference", () => {
  assert.equal(calendar.computed.length, 9);
  for (const { firstYear, lessons, ascension, whitMonday, ...expected } of calendar.computed) {
    const year = api.schoolYear(firstYear);
    assert.equal(year.name, `${firstYear}-${firstYear + 1}`);
    assert.deepEqual(days(year.lessons), lessons);
    assert.deepEqual(year.holidays.map(({ id }) => id), ["autumn", "christmas", "carnival", "easter", "summer"]);
    for (const holiday of year.holidays.slice(0, 4)) assert.deepEqual(days(holiday), expected[holiday.id], holiday.id);
    const off = Object.fromEntries(year.daysOff.map(({ id, date }) => [id, date]));
    assert.deepEqual([off.ascension, off["whit-monday"]], [ascension, whitMonday]);
  }
});

test("schoolYear: trimesters by either convention, and days off of one's own", () => {
  const [, second] = api.schoolYear(2022).trimesters;
  const [, shorter] = api.schoolYear(2022, { trimesters: "easter-in-third" }).trimesters;
  assert.deepEqual([second.end, shorter.end], ["2023-04-16", "2023-04-02"]);
  const closed = [{ start: "2024-10-02", end: "2024-10-04" }];
  assert.equal(api.schoolYear(2024).lessonDays - api.schoolYear(2024, { closed }).lessonDays, 3);
});

test("resolveTime: the times of the reference", () => {
  const alone = times.times.filter(({ words, fault }) => !words && !fault);
  assert.ok(alone.length > 100, `${alone.length} times`);
  for (const { text, lang, kind, due, period, question } of alone) {
    const found = api.resolveTime(text, { today: times.today, lang });
    assert.equal(found.kind, kind, text);
    assert.equal(found.due ?? null, due, text);
    assert.deepEqual(found.period ? days(found.period) : null, period, text);
    assert.equal(found.question?.id ?? null, question, text);
    assert.equal(found.question === undefined, found.alternatives.length < 2, text);
    for (const reading of found.alternatives) assert.ok(reading.text.length > 3 && reading.due, text);
  }
});

test("toIcs: whole days, folded lines, what people type escaped", () => {
  const events = [
    { start: "2025-06-30", summary: "Evaluatie; met koffie, taart", description: "é".repeat(80), uid: "a@b", alarm: 7 },
    { start: "2025-01-06", end: "2025-01-10", summary: "Week" },
  ];
  const file = api.toIcs(events, { now: today });
  assert.ok(file.split("\r\n").every((line) => Buffer.byteLength(line) <= 75));
  const unfolded = file.replaceAll("\r\n ", "");
  assert.ok(unfolded.includes("SUMMARY:Evaluatie\\; met koffie\\, taart\r\n"));
  assert.ok(unfolded.includes(`DESCRIPTION:${"é".repeat(80)}\r\n`));
  assert.ok(unfolded.includes("DTSTART;VALUE=DATE:20250106\r\nDTEND;VALUE=DATE:20250111\r\n"));
  assert.equal(file, api.toIcs(events, { now: today }), "the same twice");
});

const goal = {
  text: "Tegen juni heeft elk team vier keer intervisie",
  actor: "elk team",
  action: "houdt intervisie",
  targetGroup: "de leerlingen",
  indicator: { type: "activity", baseline: 1, target: 4, unit: "keer" },
  consulted: ["de teams"],
  means: { hours: 12.5 },
  start: "2024-09-02",
  end: "2025-06-30",
  reviews: ["2025-01-15"],
  why: "zodat niemand er alleen voor staat",
  measurements: [{ date: "2025-01-10", value: 3 }],
};

test("assessGoal: a verdict for each criterion, with reasons and what people must judge", () => {
  const { criteria } = api.assessGoal(goal, { today, lang: "nl-BE" });
  assert.deepEqual(Object.values(criteria).map(({ verdict }) => verdict), Array(6).fill("met"));
  for (const { name, selfChecks } of Object.values(criteria)) assert.ok(name && selfChecks.every((check) => check.endsWith("?")));
  const period = { start: "2025-09-01", end: "2026-06-30" };
  const outside = api.assessGoal(goal, { today, period, lang: "en" }).criteria.timeBound;
  assert.equal(outside.verdict, "partly");
  assert.ok(outside.reasons.some(({ weight, text }) => weight === "contradicts" && text));
  const empty = api.assessGoal({ text: "Beter onthaal" }, { today });
  assert.deepEqual(new Set(Object.values(empty.criteria).map(({ verdict }) => verdict)), new Set(["missing"]));
});

test("goalProgress: how it stands, and from what", () => {
  const now = api.goalProgress(goal, { today: "2025-01-15", lang: "en" });
  assert.deepEqual([now.standing, now.baseline, now.measured], ["on-track", 1, { date: "2025-01-10", value: 3 }]);
  assert.ok(now.expected > 2 && now.expected < 3, `${now.expected}`);
  const before = api.goalProgress(goal, { today: "2024-10-01" });
  assert.deepEqual([before.standing, before.reason], ["cannot-tell-yet", "no-measurement"]);
});

test("checkPlan: what was not known comes back, and old forms are read", async () => {
  const files = (await readdir(new URL("plans/", fixtures))).filter((name) => name.endsWith(".json"));
  assert.ok(files.length >= 4);
  for (const file of files) {
    const given = await json(`plans/${file}`);
    const { plan, numbers } = api.checkPlan(given);
    assert.ok(Object.keys(numbers).length > 0, file);
    assert.deepEqual(api.checkPlan(plan).plan, plan, `${file} comes back as it is`);
    if (file.startsWith("v0")) assert.equal(plan.schema, 1);
  }
  const kept = api.checkPlan({ schema: 1, logo: "a.png", strategicGoals: [{ title: "x", colour: "red", goals: [{ text: "y", wind: 3 }] }] });
  assert.equal(kept.plan.logo, "a.png");
  assert.equal(kept.plan.strategicGoals[0].colour, "red");
  assert.equal(kept.plan.strategicGoals[0].goals[0].wind, 3);
});

test("a plan goes out as Markdown and CSV, and what people type stays text", () => {
  const plan = { title: "Plan", strategicGoals: [{ title: "*Sterk*", goals: [{ text: "=1+1" }, goal] }] };
  const markdown = api.planToMarkdown(plan, { lang: "en" });
  assert.ok(markdown.startsWith("# Plan\n") && markdown.includes("\\*Sterk\\*"));
  const csv = api.planToCsv(plan);
  assert.equal(/(^|[,\n])"?=1/.test(csv), false, csv);
  assert.notEqual(markdown, api.planToMarkdown(plan, { lang: "fr" }));
});

test("planFromFile: what went out comes in again, and what is no plan is named", () => {
  const { plan } = api.checkPlan({ title: "Plan", strategicGoals: [{ title: "*Sterk*", goals: [{ text: "=1+1" }, goal] }] });
  for (const file of [JSON.stringify(plan), api.planToMarkdown(plan, { lang: "en" }), api.planToCsv(plan)]) {
    const opened = api.planFromFile(file, { lang: "en" }).plan;
    assert.equal(api.planToCsv(opened), api.planToCsv(plan));
    assert.deepEqual(opened.strategicGoals[0].goals[1].indicator, plan.strategicGoals[0].goals[1].indicator);
  }
  assert.throws(() => api.planFromFile("zomaar"), { code: "plan-json" });
  assert.throws(() => api.planFromFile("text,end\nEen,juni"), { code: "plan-field", field: "strategicGoals[0].goals[0].end" });
  assert.throws(() => api.planFromFile(3), { code: "invalid-type" });
});

test("goalsFromText: nothing that was entered is lost", () => {
  const goals = api.goalsFromText("SD1: Sterke teams\r\n\r\n• OD1.1 Elk team overlegt\n• Er is een visie\nActie 1.1.1 een studiedag");
  assert.deepEqual(goals, [
    { level: "strategic", text: "Sterke teams" },
    { level: "operational", text: "Elk team overlegt" },
    { level: "operational", text: "Er is een visie" },
    { level: "action", text: "een studiedag" },
  ]);
});

test("readGoal: letter by letter, with the words that carry it, counted as JavaScript counts", () => {
  const text = "🛢️ Tegen eind mei maakt het zorgteam samen met de leerlingen één folder over pesten.";
  const reading = api.readGoal(text, { lang: "nl-BE", today });
  assert.deepEqual(Object.keys(reading.criteria).sort(), ["acceptable", "inspiring", "measurable", "realistic", "specific", "timeBound"]);
  const words = ({ start, end }) => text.slice(start, end);
  for (const { evidence, spans, hint } of Object.values(reading.criteria)) {
    assert.equal(hint === undefined, evidence === "present");
    for (const span of spans) assert.ok(words(span).trim() === words(span) && span.cue, JSON.stringify(span));
  }
  assert.equal(words(reading.actor), "het zorgteam");
  assert.equal(reading.actor.text, "het zorgteam");
  assert.equal(words(reading.deadline), "Tegen eind mei");
  assert.equal(reading.deadline.date, "2025-05-31");
  assert.equal(reading.criteria.inspiring.evidence, "absent");
});

test("readGoal: what can be read in two ways is asked", () => {
  const { deadline } = api.readGoal("Tegen juni heeft elke klas een boekenhoek.", { today });
  assert.deepEqual([deadline.ambiguous, deadline.date, deadline.alternatives.length], [true, "2025-06-30", 2]);
  assert.ok(deadline.question.text.endsWith("?"));
  const impossible = api.readGoal("Tegen 31 februari heeft elke klas een boekenhoek.", { today }).deadline;
  assert.deepEqual([impossible.date, impossible.fault], [undefined, "time-impossible-date"]);
});

test("readGoal: a teacher's own words count", () => {
  const text = "De flonkers houden elke maand één glimuur over lezen.";
  const given = { lang: "nl-BE", today };
  const [without, withWords] = [given, { ...given, words: "[party]\nflonker" }].map((options) => api.readGoal(text, options));
  assert.equal(without.actor, undefined);
  assert.equal(withWords.actor?.text, "De flonkers");
  assert.equal(api.readGoal(text, given).actor, undefined, "they count for that call only");
});

test("readGoal: anything at all is read, and quickly", () => {
  for (const text of ["", " ", "\u0000", "\ud800", "a".repeat(100_000), "tegen ".repeat(17_000), "1 ".repeat(50_000), "🛢️".repeat(9_000)]) {
    const started = performance.now();
    const { criteria } = api.readGoal(text, { today });
    assert.equal(Object.keys(criteria).length, 6);
    assert.ok(performance.now() - started < 2_000, `${text.slice(0, 9)}: ${performance.now() - started} ms`);
  }
});
