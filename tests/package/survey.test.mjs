// The reference cases of surveys, which `cargo test` runs natively and on wasm32, once more through the package.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { project } from "./support/project.mjs";

const folders = [new URL("../fixtures/survey/", import.meta.url)];
if (process.env.OLIEVLEK_CASES) folders.push(new URL(`file://${process.env.OLIEVLEK_CASES}/`));

let consumer;
let api;
before(async () => {
  consumer = await project();
  api = await consumer.import("olievlek");
  await api.init();
});
after(() => consumer.remove());

const look = ({ data, scale: [scaleMin, scaleMax], group }) =>
  api.reliability({ matrix: data.flat(), rows: data.length, columns: data[0]?.length ?? 0, scaleMin, scaleMax, groups: group });
/** A list, or nothing where none of it has a value. */
const list = (values) => (values.every((value) => value === undefined) ? undefined : values);

/** What the package says to a case. */
const KINDS = {
  "survey.profile"(input) {
    const got = look(input);
    const each = (name) => list(got.statements.map((statement) => statement[name]));
    return {
      n_rows: got.rows, n_listwise: got.complete, k: got.statements.length,
      item_mean: each("mean"), item_sd: each("sd"),
      alpha_raw_listwise: got.alpha, alpha_std_listwise: got.alphaStandardised, alpha_raw_pairwise: got.alphaPairwise,
      item_rest_r_listwise: each("itemRest"), alpha_if_deleted_listwise: each("alphaIfDeleted"),
      omega_ml: got.omega, omega_ml_loadings: got.loadings, omega_ml_uniquenesses: got.uniquenesses,
      rwg_item_listwise: list(got.rwg), rwg_j_listwise: got.rwgj,
      ad_mean_listwise: got.ad, ad_median_listwise: got.adMedian, a_wg_listwise: got.awg,
      flags: got.warnings,
    };
  },
  "survey.team"(input) {
    const got = look(input);
    const teams = got.teams.map(({ group, size, rwgj, adMean, adMedian, awg }) => (
      { group, size, rwg_j: rwgj, ad_mean: adMean, ad_median: adMedian, a_wg: awg }
    ));
    return {
      teams, score: "row mean", msb: got.meanSquareBetween, msw: got.meanSquareWithin, F: got.f, n0: got.n0,
      icc1_mean_k: got.icc1MeanSize, icc1_n0: got.icc1, icc2: got.icc2, eta2: got.etaSquared, p_value: got.pValue,
      flags: got.warnings,
    };
  },
  "survey.distribution"({ counts }) {
    const matrix = counts.flatMap((count, place) => Array(count).fill(place + 1));
    const options = { matrix, rows: matrix.length, columns: 1, scaleMin: 1, scaleMax: counts.length };
    const [got] = api.reliability(options).statements;
    return {
      agreement_A: got.agreement, polarization: got.polarisation, leik_D: got.leik, consensus_tw: got.consensus,
      variance_ratio: got.varianceRatio, bimodality_coefficient: got.bimodality,
    };
  },
};

/** The code of an outcome: `OutOfRange` is `out-of-range`. */
const code = (name) => name.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
/** What only the native tests look at, as it follows from the matrix alone. */
const NATIVE = ["score_mean_listwise", "score_sd_listwise"];

function compare(place, expected, got, tolerance) {
  if (Array.isArray(expected)) {
    assert.equal(got?.length, expected.length, place);
    expected.forEach((value, index) => compare(`${place}[${index}]`, value, got[index], tolerance));
  } else if (expected !== null && typeof expected === "object") {
    for (const [name, value] of Object.entries(expected)) compare(`${place}.${name}`, value, got?.[name], tolerance);
  } else if (expected === "undefined") {
    assert.equal(got, undefined, place);
  } else if (typeof expected === "number") {
    const { rel = 0, abs = 0 } = tolerance ?? {};
    assert.ok(Math.abs(got - expected) <= abs + rel * Math.abs(expected), `${place}: expected ${expected}, got ${got}`);
  } else {
    assert.deepEqual(got, expected, place);
  }
}

function hold({ kind, input, expected, tol }) {
  if (expected.error) {
    const codes = [expected.error].flat().map(code);
    return assert.throws(() => KINDS[kind](input), (error) => codes.includes(error.code));
  }
  const got = KINDS[kind](input);
  for (const [field, value] of Object.entries(expected)) {
    if (field === "flag") assert.ok(got.flags.includes(value), `expected the flag ${value}, got ${got.flags}`);
    else if (field !== "flag_optional" && !NATIVE.includes(field)) compare(field, value, got[field], tol[field] ?? tol.default ?? tol);
  }
}

const cases = [];
for (const folder of folders) {
  for (const name of (await readdir(folder)).filter((file) => file.endsWith(".json"))) {
    cases.push(...JSON.parse(await readFile(new URL(name, folder), "utf8")).cases.filter(({ kind }) => kind.startsWith("survey")));
  }
}
assert.ok(cases.length >= 6, `${cases.length} cases`);

for (const given of cases) {
  test(`${given.kind}: ${given.id}`, () => {
    const problems = [];
    for (const expected of given.expected.any_of ?? [given.expected]) {
      try {
        return hold({ ...given, expected });
      } catch (problem) {
        problems.push(problem);
      }
    }
    throw problems.length === 1 ? problems[0] : new AggregateError(problems, problems.map(String).join("\n"));
  });
}

test("what has no value is absent, with its reason", () => {
  const got = api.reliability({ matrix: [4, 2, null, null], rows: 2, columns: 2 });
  assert.equal("alpha" in got, false);
  assert.equal(got.reasons.alpha, "too-few-respondents");
  assert.equal(got.statements[0].missing, 1);
  assert.equal("icc1" in got || "icc1" in got.reasons, false);
});
