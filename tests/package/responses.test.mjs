// Responses as a developer reads them: text, bytes of files, a mapping that is corrected.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { project } from "./support/project.mjs";

const fixtures = new URL("../fixtures/responses/", import.meta.url);
const file = (name) => readFile(new URL(name, fixtures));
const expected = JSON.parse(await file("expected.json"));

let consumer;
let api;
before(async () => {
  consumer = await project();
  api = await consumer.import("olievlek");
  await api.init();
});
after(() => consumer.remove());

const ids = () => api.questions().map(({ id }) => id);
const signs = { unknown: "?", "not-applicable": "n", undefined: " " };
const sheet = ({ answers }) => ids().map((id) => signs[answers[id]] ?? String(answers[id])).join("");

/** Whether these are the six people of the fixtures, with their profiles and, in a table, their teams. */
function isTheTeam({ responses }, grouped) {
  assert.equal(responses.perspective, "staff");
  assert.equal(responses.variant, "five");
  assert.deepEqual(responses.respondents.map(sheet), expected.people);
  const counts = responses.respondents.map(({ answers }) =>
    api.scoreAnswers({ answers }).elements.map(({ points, answered }) => [points, answered]));
  assert.deepEqual(counts, expected.profiles);
  if (grouped) {
    assert.equal(responses.groups.length, 1);
    const [{ name }] = responses.groups;
    assert.deepEqual(responses.respondents.map(({ groups }) => groups[name]), expected.teams);
  }
}

test("parseResponses: the bytes of exports in every encoding", async () => {
  const tables = [
    "google-forms.csv", "limesurvey-codes.csv", "limesurvey-text.csv", "microsoft-forms-1252.csv", "excel-paste.tsv",
    "excel-utf8-bom.csv", "excel-unicode-utf16.txt", "ours.csv", "ours.json", "codes-table.csv",
  ];
  for (const name of tables) {
    const bytes = new Uint8Array(await file(name));
    const reading = api.parseResponses(bytes);
    isTheTeam(reading, true);
    assert.deepEqual(api.parseResponses(bytes.buffer), reading, name);
    assert.deepEqual(JSON.parse(JSON.stringify(reading)), reading, "a plain object that can be stored and sent");
  }
  isTheTeam(api.parseResponses(await file("self-checks.csv")), false);
});

test("parseResponses: codes in a mail, with what looks like one", async () => {
  const reading = api.parseResponses(String(await file("mail.txt")));
  isTheTeam(reading, false);
  assert.deepEqual(reading.mapping, []);
  assert.deepEqual(reading.problems.map(({ code, reason, row }) => [code, reason, row]), [["unreadable-code", "code-check", 10]]);
  assert.equal(reading.moreProblems, 0);
});

test("parseResponses: what comes out goes in again", async () => {
  const reading = api.parseResponses(await file("google-forms.csv"));
  const again = api.parseResponses(JSON.stringify(reading));
  const people = ({ responses }) => responses.respondents.map(({ answers, groups }) => ({ answers, groups }));
  assert.deepEqual(people(again), people(reading));
  const one = api.decodeAnswers(expected.codes[0]);
  assert.deepEqual(api.parseResponses(JSON.stringify(one)).responses.respondents[0].answers, one.answers);
  const codes = api.parseResponses(JSON.stringify(expected.codes));
  isTheTeam(codes, false);
});

test("parseResponses: a mapping is returned, corrected and given again", () => {
  const table = "Ik weet niet wat we met X willen bereiken;dienst;staff-plan-1\n4;A;soms\n2;B;5";
  const first = api.parseResponses(table);
  assert.deepEqual(first.mapping, [
    { column: 1, header: "Ik weet niet wat we met X willen bereiken", as: "ignored", by: "nothing" },
    { column: 2, header: "dienst", as: "ignored", by: "nothing" },
    { column: 3, header: "staff-plan-1", as: "statement", statement: "staff-plan-1", by: "id" },
  ]);
  assert.deepEqual(first.problems, [
    {
      code: "unsure-column", column: 1, value: "Ik weet niet wat we met X willen bereiken", statements: ["staff-vision-1"],
      message: "column 1: expected a statement, got `Ik weet niet wat we met X willen bereiken`, which resembles `staff-vision-1`",
    },
    {
      code: "unreadable-answer", row: 2, column: 3, value: "soms",
      message: "row 2, column 3: expected an answer, got `soms`",
    },
  ]);
  const mapping = [
    { ...first.mapping[0], as: "statement", statement: "staff-vision-1" }, { column: 2, as: "group" }, first.mapping[2],
  ];
  const second = api.parseResponses(table, { mapping });
  assert.deepEqual(second.responses.respondents, [
    { row: 2, answers: { "staff-vision-1": 4 }, groups: { dienst: "A" } },
    { row: 3, answers: { "staff-vision-1": 2, "staff-plan-1": 5 }, groups: { dienst: "B" } },
  ]);
  assert.deepEqual(second.responses.groups, [{ column: 2, name: "dienst", values: ["A", "B"] }]);
});

test("parseResponses: the statements that are asked for, in the language that is asked for", () => {
  const english = "I know what my next step is for it.\nSomewhat agree\nEerder eens\n";
  const reading = api.parseResponses(english, { lang: "en" });
  assert.deepEqual(reading.responses.respondents.map(({ answers }) => answers), [{ "staff-plan-1": 4 }, {}]);
  assert.deepEqual(reading.problems.map(({ value }) => value), ["Eerder eens"]);
  assert.equal(api.parseResponses("plan-1\n4", { perspective: "policy" }).responses.perspective, "policy");
  const statements = ["vision", "interest", "plan", "resources", "competences"].flatMap((element) => [
    { id: `${element}-a`, element, text: "Ik ken {change}." }, { id: `${element}-b`, element, text: `Er ontbreekt ${element}.` },
  ]);
  const code = api.encodeAnswers({ answers: { "plan-b": 2 }, statements });
  assert.deepEqual(api.parseResponses(`code: ${code}`, { statements }).responses.respondents[0].answers, { "plan-b": 2 });
  assert.deepEqual(api.parseResponses("Er ontbreekt plan.\neens", { statements }).responses.respondents[0].answers, { "plan-b": 4 });
});

test("teamProfile: an export becomes a picture without any person's answers, and small groups stay hidden", async () => {
  const { responses } = api.parseResponses(new Uint8Array(await file("google-forms.csv")));
  const team = api.teamProfile({ responses });
  assert.equal(team.people, 6);
  const answered = expected.profiles[0].map((_, element) => expected.profiles.reduce((sum, person) => sum + person[element][1], 0));
  assert.deepEqual(team.elements.map(({ levels }) => levels.reduce((sum, n) => sum + n)), answered);
  const points = expected.profiles.reduce((sum, person) => sum + person[0][0], 0);
  assert.ok(Math.abs(team.elements[0].score - points / (4 * answered[0])) < 1e-12);
  // Three people in the north, three in the south.
  assert.deepEqual(team.groups[0].values.map(({ name, hidden, picture }) => [name, hidden, picture]), [
    ["Noord", "too-small", undefined],
    ["Zuid", "too-small", undefined],
  ]);
  const { groups } = api.teamProfile({ responses, minimumGroup: 3 });
  assert.deepEqual(groups[0].values.map(({ picture }) => picture.people), [3, 3]);
  assert.deepEqual(api.teamProfile({ responses, groupBy: [] }).groups, []);
  const few = api.teamProfile({ responses: { respondents: responses.respondents.slice(0, 4) }, earlier: responses });
  assert.deepEqual([few.people, few.hidden, few.elements, few.earlier.people], [4, "too-small", [], 6]);
  const raw = JSON.stringify(team);
  for (const { code, row } of responses.respondents) assert.ok(!raw.includes(`"row":${row}`) && !(code && raw.includes(code)));
});
