// The reference cases of adoption, which `cargo test` runs natively and on wasm32, once more through the package.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { project } from "./support/project.mjs";

const folders = [new URL("../fixtures/diffusion/", import.meta.url)];
if (process.env.OLIEVLEK_CASES) folders.push(new URL(`file://${process.env.OLIEVLEK_CASES}/`));

let consumer;
let api;
before(async () => {
  consumer = await project();
  api = await consumer.import("olievlek");
  await api.init();
});
after(() => consumer.remove());

/** A number, also one that JSON has no word for. */
const number = (value) => ({ inf: Infinity, "-inf": -Infinity, nan: NaN })[value] ?? value;
const numbers = (values) => values.map(number);

/** The code of an outcome: `NoFiniteOptimum` is `no-finite-optimum`. */
const code = (name) => name.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
/** Names that mean the same. */
const SAME = { "not-identified": "no-finite-optimum", "all-zero": "no-adoption" };

/** What the package says to a case. */
const KINDS = {
  "bass.fit"({ y, objective, t, m_known }) {
    const options = { adopters: numbers(y), objective, times: t && numbers(t), market: m_known };
    const [fit] = api.fitAdoption(options).fits;
    const { p, q, m } = fit.params;
    const n = y.length;
    const at = api.adoptionCurve({ params: fit.params, times: [n + 1, n + 2, n + 3] });
    return {
      p, q, m,
      rss: fit.rss, sigma: fit.sigma, df: fit.degreesOfFreedom,
      se: fit.standardErrors, corr: fit.correlations,
      t_peak: fit.peak, peak_at_launch: at.peak.atLaunch, past_peak: fit.peak < n,
      forecast_next3: at.lastUnit,
      ci95_profile: fit.intervals, ci95_m_upper: fit.intervals.m?.[1],
      m_unbounded_95: fit.warnings.includes("m_unbounded"),
      flags: fit.warnings,
    };
  },
  "bass.ols": ({ y }) => api.bassRegression(numbers(y)),
  "bass.curve"({ p, q, m, t }) {
    const params = { p: number(p), q: number(q), m: number(m) };
    const at = api.adoptionCurve({ params, times: numbers(t) });
    const share = (values) => values.map((value) => value / params.m);
    return {
      N: at.cumulative, F: share(at.cumulative), f: share(at.rate), survival: share(at.remaining),
      increments: at.lastUnit.filter((_, place) => t[place] >= 1),
    };
  },
  "bass.peak"({ p, q, m }) {
    const { peak } = api.adoptionCurve({ params: { p: number(p), q: number(q), m: number(m) } });
    return { t_peak: peak.time, F_at_peak: peak.share, rate_at_peak: peak.rate, peak_at_launch: peak.atLaunch };
  },
  "bass.inverse": ({ p, q, fraction }) => ({
    t: api.adoptionCurve({ params: { p: number(p), q: number(q) }, shares: numbers(fraction) }).quantiles,
  }),
  "bass.discrete"({ p, q, m, steps }) {
    const n = [...api.discreteBass({ p: number(p), q: number(q), m: number(m), periods: steps })];
    let sum = 0;
    return { n, N: n.map((value) => (sum += value)) };
  },
  "bass.categories"({ p, q }) {
    const params = { p: number(p), q: number(q) };
    const { peak, categories } = api.adoptionCurve({ params });
    const { t1, t2, shares } = categories;
    const [F_t1, F_peak, F_t2] = api.adoptionCurve({ params, times: [t1, peak.time, t2] }).cumulative;
    const { innovator, early_adopter, early_majority, late_majority, laggard } = shares;
    return {
      t1, t_peak: peak.time, t2, F_t1, F_peak, F_t2, initial_innovators: params.p,
      shares: { innovators: innovator, early_adopters: early_adopter, early_majority, late_majority, laggards: laggard },
      t1_after_launch: t1 > 0, early_adopters_positive: early_adopter > 0,
    };
  },
  "curve.fit": ({ model, ...input }) => described(curves(input, [model])[0]),
  "curve.select"({ models, ...input }) {
    const fits = curves(input, models);
    const by = (value) => Object.fromEntries(fits.map((fit) => [fit.model, value(fit)]));
    return {
      best: fits[0].model, fits: by(described), akaike_weights: by(({ weight }) => weight),
      delta_aicc: by(({ aicc }) => aicc - fits[0].aicc),
    };
  },
  "rogers.partition": ({ n }) => ({ counts: api.adopterCounts(n).map(({ count }) => count) }),
  "sim.bass_complete"({ n, p, q, steps, start_adopters }) {
    const exact = api.exactAdoption({ people: n, p, q, begin: start_adopters, steps });
    return { mean: exact.mean, sd: exact.sd, p_all: exact.chanceOfAll };
  },
  "sim.threshold"({ n, edges, thresholds, seeds }) {
    const network = { kind: "edges", people: n, edges };
    const runs = api.simulateAdoption({ model: { kind: "threshold", thresholds }, network, begin: seeds, steps: n + 1 });
    const last = runs.mean.findIndex((count) => count === runs.mean.at(-1));
    return { final: [...runs.adopted], adopters_per_step: runs.mean.slice(0, last + 1), steps: last };
  },
  "sim.sites_ode": ({ sizes, p, q, t }) => ({ N: api.adoptionBetweenSites({ sizes, p, q, times: t }) }),
};

function curves({ form, t, y }, models) {
  const values = numbers(y);
  const series = form === "level" ? { cumulative: values } : { adopters: values };
  return api.fitAdoption({ ...series, times: numbers(t), models }).fits;
}

function described({ params: { m, a, b, p, q }, standardErrors, ...fit }) {
  const [first, second] = p === undefined ? ["a", "b"] : ["p", "q"];
  const se = standardErrors && { a: standardErrors[first], b: standardErrors[second], K: standardErrors.m };
  return { ...fit, K: m, a: a ?? p, b: b ?? q, se, loglik: fit.logLikelihood, flags: fit.warnings };
}

/** Holds what was said against what is expected. */
function compare(place, expected, got, tolerance) {
  if (Array.isArray(expected)) {
    assert.equal(got?.length, expected.length, place);
    expected.forEach((value, index) => compare(`${place}[${index}]`, value, got[index], tolerance));
  } else if (expected !== null && typeof expected === "object") {
    for (const [name, value] of Object.entries(expected)) {
      compare(`${place}.${name}`, value, got?.[name], tolerance?.[name] ?? tolerance);
    }
  } else if (expected === "undefined") {
    assert.equal(got ?? null, null, place);
  } else if (typeof number(expected) === "number") {
    const wanted = number(expected);
    const { rel = 0, abs = 0, monte_carlo } = tolerance ?? {};
    const allowed = abs + (monte_carlo ? 1e-9 : rel) * Math.abs(wanted) + (monte_carlo ? 1e-12 : 0);
    assert.ok(wanted === got || Math.abs(got - wanted) <= allowed, `${place}: expected ${wanted}, got ${got}`);
  } else {
    assert.deepEqual(got, expected, place);
  }
}

function check(expected, got, tol) {
  for (const [field, value] of Object.entries(expected)) {
    if (field === "flag_optional" || field === "rss_infimum") continue;
    if (field === "flag") assert.ok(got.flags.includes(value), `expected the flag ${value}, got ${got.flags}`);
    else if (field === "rss_at_most") assert.ok(got.rss <= value, `rss ${got.rss} over ${value}`);
    else compare(field, value, got[field], tol.monte_carlo ? tol : (tol[field] ?? tol.default ?? tol));
  }
}

function hold({ kind, input, expected, tol }) {
  const call = () => KINDS[kind](input);
  if (!expected.error) return check(expected, call(), tol);
  const codes = [expected.error].flat().map(code).map((name) => SAME[name] ?? name);
  assert.throws(call, (error) => codes.includes(error.code));
}

const cases = [];
for (const folder of folders) {
  for (const name of (await readdir(folder)).filter((file) => file.endsWith(".json"))) {
    cases.push(...JSON.parse(await readFile(new URL(name, folder), "utf8")).cases);
  }
}
assert.ok(cases.length >= 32, `${cases.length} cases`);

for (const given of cases.filter(({ kind }) => !kind.startsWith("survey"))) {
  test(`${given.kind}: ${given.id}`, () => {
    const ways = given.expected.any_of ?? [given.expected];
    const problems = [];
    for (const expected of ways) {
      try {
        return hold({ ...given, expected });
      } catch (problem) {
        problems.push(problem);
      }
    }
    throw problems.length === 1 ? problems[0] : new AggregateError(problems, problems.map(String).join("\n"));
  });
}

test("a fit without intervals says the rest all the same", () => {
  const options = { adopters: [840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890], models: ["bass", "gompertz"] };
  const whole = api.fitAdoption(options).fits;
  const { fits } = api.fitAdoption({ ...options, intervals: false });
  assert.deepEqual(fits, whole.map((fit) => ({ ...fit, intervals: {} })));
  assert.deepEqual(whole.map(({ intervals }) => Object.keys(intervals).length), [3, 3]);
  assert.deepEqual(api.fitAdoption({ ...options, intervals: true }).fits, whole);
  assert.throws(() => api.fitAdoption({ ...options, intervals: 0 }), { code: "invalid-type", field: "intervals" });
  // A level that is none is still said.
  assert.throws(() => api.fitAdoption({ ...options, level: 2, intervals: false }), { code: "out-of-domain", field: "level" });
});

test("the same simulation gives the same numbers as natively", () => {
  const chances = [[0.4, 0.05, 0.02], [0.05, 0.5, 0.05], [0.02, 0.05, 0.6]];
  const network = { kind: "blocks", sizes: [30, 20, 10], chances, seed: 3 };
  const options = { model: { kind: "bass", p: 0.02, q: 0.5 }, network, begin: [1, 2, 3], steps: 12, seed: 42 };
  assert.equal(api.simulateAdoption(options).mean.at(-1), 53);
});
