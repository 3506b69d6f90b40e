// Uses every export of the package once, as a strict project does. It is compiled, not run.
import {
  adopterCounts,
  adoptionBetweenSites,
  adoptionCurve,
  assessGoal,
  bassRegression,
  checkPlan,
  claims,
  decodeAnswers,
  discreteBass,
  encodeAnswers,
  exactAdoption,
  fitAdoption,
  forecastAdoption,
  goalProgress,
  goalsFromText,
  init,
  OlievlekError,
  parseResponses,
  planFromFile,
  planToCsv,
  planToMarkdown,
  profileToMarkdown,
  profileToSvg,
  profileToText,
  questions,
  readGoal,
  reliability,
  resolveTime,
  schoolYear,
  scoreAnswers,
  simulateAdoption,
  teamProfile,
  toIcs,
} from "olievlek";
import type {
  Action,
  AdopterCategory,
  AdoptionCurve,
  AdoptionFit,
  AdoptionFits,
  AdoptionForecast,
  AdoptionModel,
  AdoptionNetwork,
  AdoptionRuns,
  AnswerValue,
  AssessOptions,
  BassRegression,
  CalendarEvent,
  CategoryCount,
  ChangeElement,
  CheckedPlan,
  Claim,
  ColumnMapping,
  Criterion,
  CriterionAssessment,
  CriterionReading,
  CueSpan,
  CurveCategories,
  CurveOptions,
  CurveParams,
  CurvePeak,
  DayOff,
  Deadline,
  DecodedAnswers,
  DiscreteOptions,
  ElementProfile,
  EncodeOptions,
  ErrorCode,
  ExactAdoption,
  ExactOptions,
  FitOptions,
  ForecastBand,
  ForecastOptions,
  Frequency,
  Goal,
  GoalAssessment,
  GoalHint,
  GoalProgress,
  GoalReading,
  Holiday,
  IcsOptions,
  Indicator,
  InitOptions,
  Language,
  LanguageOptions,
  Measured,
  NullDistribution,
  PastedGoal,
  Period,
  Perspective,
  Plan,
  PlanWarning,
  PossibleSignal,
  Profile,
  Quantity,
  Question,
  QuestionnaireOptions,
  QuestionsOptions,
  ReadOptions,
  Reason,
  Reliability,
  ReliabilityOptions,
  ReportOptions,
  ResolvedTime,
  Respondent,
  ResponseGroup,
  ResponseProblem,
  ResponseProblemCode,
  Responses,
  ResponsesOptions,
  ResponsesReading,
  SchoolYear,
  SchoolYearOptions,
  ScoreOptions,
  Signal,
  SimulateOptions,
  SitesOptions,
  Source,
  SpreadModel,
  StatementInput,
  StatementStatistics,
  Status,
  SvgOptions,
  Team,
  TeamElement,
  TeamGroup,
  TeamGroups,
  TeamProfile,
  TeamProfileOptions,
  TeamResponses,
  TeamStatement,
  TimeOptions,
  TimeQuestion,
  TimeReading,
  UndefinedReason,
  Variant,
  WasmSource,
  Words,
} from "olievlek";
import { OlievlekAdoption, OlievlekElement, OlievlekGoal, OlievlekSelfCheck, OlievlekTeam } from "olievlek/elements";
import type { AdoptionChange, AdoptionComplete, Answers, GoalChange, GoalComplete, GoalPlan, SelfCheckChange, SelfCheckResult, TeamChange, TeamResult } from "olievlek/elements";
import "olievlek/elements/define";
import "olievlek/self-check";

const source: WasmSource = new URL("https://example.org/olievlek.wasm");
const start: InitOptions = { wasm: source };
const started: Promise<void> = init(start);
await started;
await init();
await init({ wasm: fetch("/olievlek.wasm") });
await init({ wasm: new Uint8Array() });

const language: Language = "nl-BE";
const perspective: Perspective = "policy";
const variant: Variant = "consensus";
const element: ChangeElement = "competences";
const statements: StatementInput[] = [
  { id: "a", element, text: "Ik kan {change}." },
  { id: "b", element, text: { "nl-BE": "Ik niet.", en: "Not me." }, revealsGap: true },
];
const whose: QuestionnaireOptions = { perspective, variant, statements };
const asked: QuestionsOptions = { ...whose, lang: language, change: "de nieuwe werking" };
const list: Question[] = questions(asked);
const first: Question | undefined = list[0];
const text: string = first?.text ?? "";

const answer: AnswerValue = "unknown";
const answers: Record<string, AnswerValue | null | undefined> = { a: answer, b: 5, c: null, d: undefined };
const given: EncodeOptions = { ...whose, answers };
const score: ScoreOptions = { ...given, lang: "en" };
const profile: Profile = scoreAnswers(score);
const vision: ElementProfile | undefined = profile.elements[0];
const share: number | undefined = vision?.score;
const status: Status | undefined = vision?.status;
const signal: PossibleSignal | undefined = vision?.signal;
const id: Signal | undefined = signal?.id;
const weakest: ChangeElement[] = profile.weakest;

const code: string = encodeAnswers({ ...whose, answers });
const decoded: DecodedAnswers = decodeAnswers(code, whose);
const back: AnswerValue | undefined = decoded.answers["a"];
// What comes out goes in again.
scoreAnswers({ answers: decoded.answers, perspective: decoded.perspective, variant: decoded.variant });
questions({ statements: questions() });

const report: ReportOptions = { answers, lang: "fr", change: "x" };
const written: string = profileToMarkdown(report) + profileToText({ profile });
const chart: SvgOptions = { profile, chart: "radar" };
const svg: string = profileToSvg(chart);
const spoken: LanguageOptions = { lang: "de" };
const claim: Claim | undefined = claims(spoken)[0];
const origin: Source | undefined = claim?.sources[0];

const columns: ColumnMapping[] = [{ column: 1, as: "statement", statement: "staff-plan-1" }];
const sources: ResponsesOptions = { lang: "nl-BE", perspective: "staff", variant: "five", mapping: columns };
const responsesReading: ResponsesReading = parseResponses(new Uint8Array([49]), sources);
const team: Responses = responsesReading.responses;
const person: Respondent | undefined = team.respondents[0];
const groups: ResponseGroup[] = team.groups;
const problem: ResponseProblem | undefined = parseResponses("plan-1\n4").problems[0];
const kind: ResponseProblemCode | undefined = problem?.code;
console.log(person?.answers["a"], groups, kind, parseResponses(JSON.stringify(team), { mapping: responsesReading.mapping }));

const today = "2024-10-01";
const closed: Period[] = [{ start: "2024-10-02", end: "2024-10-04" }];
const own: SchoolYearOptions = { trimesters: "easter-in-third", closed };
const year: SchoolYear = schoolYear(2024, own);
const autumn: Holiday | undefined = year.holidays[0];
const off: DayOff | undefined = year.daysOff[0];
const [, second]: [Period, Period, Period] = year.trimesters;
const when: TimeOptions = { today, lang: "nl-BE" };
const time: ResolvedTime = resolveTime("5x per jaar", when);
const often: Frequency | undefined = time.frequency;
const ways: TimeReading[] = time.alternatives;
const asks: TimeQuestion | undefined = time.question;
const event: CalendarEvent = { start: today, summary: "Start", alarm: 7 };
const made: IcsOptions = { now: today };
const ics: string = toIcs([event], made);

const reads: ReadOptions = { today, lang: "nl-BE", words: "[party]\nflonker" };
const read: GoalReading = readGoal("Elk team overlegt", reads);
const letter: Criterion = "timeBound";
const found: CriterionReading = read.criteria[letter];
const span: CueSpan | undefined = found.spans[0];
const hint: GoalHint | undefined = read.next;
const words: Words | undefined = read.actor ?? read.action ?? read.receiver;
const quantity: Quantity | undefined = read.quantities[0];
const deadline: Deadline | undefined = read.deadline;

const indicator: Indicator = { type: "output", baseline: "to-measure", target: 4 };
const action: Action = { text: "Een studiedag", who: "de directie" };
const goal: Goal = { text: "Elk team overlegt", indicator, actions: [action], reviews: [today] };
const looks: AssessOptions = { today, lang: "en", period: year.lessons };
const assessment: GoalAssessment = assessGoal(goal, looks);
const verdict: CriterionAssessment = assessment.criteria.specific;
const reason: Reason | undefined = verdict.reasons[0];
const stands: GoalProgress = goalProgress(goal, looks);
const measured: Measured | undefined = stands.measured;
const plan: Plan = { title: "Plan", strategicGoals: [{ title: "x", goals: [goal] }] };
const checked: CheckedPlan = checkPlan(plan, { lang: "fr" });
const warning: PlanWarning | undefined = checked.warnings[0];
const number: string | undefined = checked.numbers[warning?.item ?? 1];
const pasted: PastedGoal[] = goalsFromText("- Elk team overlegt");
// What comes out goes in again.
const files: string = planToMarkdown(checked.plan) + planToCsv(checked.plan, { lang: "de" });
const opened: CheckedPlan = planFromFile(files, { lang: "fr" });
console.log(autumn, off, second, often, ways, asks, ics, span, hint, words, quantity, deadline);
console.log(reason, measured, number, pasted, opened);

const category: CategoryCount | undefined = adopterCounts(60)[0];
const which: AdopterCategory | undefined = category?.category;
const params: CurveParams = { p: 0.02, q: 0.45, m: 60 };
const look: CurveOptions = { params, times: [1, 2], shares: [0.5] };
const curve: AdoptionCurve = adoptionCurve(look);
const peak: CurvePeak = curve.peak;
const between: CurveCategories | undefined = curve.categories;
const models: AdoptionModel[] = ["bass", "gompertz"];
const seen: FitOptions = { adopters: [1, null, 3, 5, 4, 2], models };
const fits: AdoptionFits = fitAdoption(seen);
const fit: AdoptionFit | undefined = fits.fits[0];
const upper: number | undefined = fit?.intervals["m"]?.[1];
const regression: BassRegression = bassRegression([1, 3, 5, 4, 2]);
const periods: DiscreteOptions = { p: 0.02, q: 0.45, m: 60, periods: 3 };
const steps: number | undefined = discreteBass(periods)[0];
const ahead: ForecastOptions = { ...seen, periods: 2 };
const forecast: AdoptionForecast = forecastAdoption(ahead);
const band: ForecastBand | undefined = forecast.bands[0];
const network: AdoptionNetwork = { kind: "small-world", people: 60, neighbours: 6, rewired: 0.1 };
const spread: SpreadModel = { kind: "threshold", thresholds: 0.4 };
const simulated: SimulateOptions = { model: spread, network, begin: [0, 1] };
const runs: AdoptionRuns = simulateAdoption(simulated);
const small: ExactOptions = { people: 30, p: 0.03, q: 0.5 };
const exact: ExactAdoption = exactAdoption(small);
const two: SitesOptions = { sizes: [40, 20], p: [0.03, 0], q: [[0.4, 0], [0.2, 0.3]], times: [10] };
const sites: number[][] = adoptionBetweenSites(two);
console.log(which, peak.time, between?.t1, upper, regression.p, steps, band?.level, runs.mean, exact.mean, sites);

const chance: NullDistribution = "triangular";
const sheet: ReliabilityOptions = { matrix: [4, 5, null, 3], rows: 2, columns: 2, groups: ["a", 2], nullDistribution: chance };
const together: Reliability = reliability(sheet);
const statement: StatementStatistics | undefined = together.statements[0];
const colleagues: Team | undefined = together.teams?.[0];
const absent: UndefinedReason | undefined = together.reasons["alpha"];
console.log(together.alpha, together.alphaInterval?.[0], statement?.polarisation, colleagues?.rwgj, absent);

const ofColleagues: TeamResponses = { respondents: [{ answers: { "staff-vision-1": 4 } }] };
const wholeTeam: TeamProfileOptions = { responses: ofColleagues, minimumGroup: 3 };
const ofTeam: TeamProfile = teamProfile(wholeTeam);
const teamPart: TeamElement | undefined = ofTeam.elements[0];
const teamSaid: TeamStatement | undefined = ofTeam.earlier?.statements[0];
const columnOf: TeamGroups | undefined = ofTeam.groups?.[0];
const oneGroup: TeamGroup | undefined = columnOf?.values[0];
console.log(teamPart?.agreement, teamSaid?.median, oneGroup?.hidden, oneGroup?.picture?.people);

try {
  decodeAnswers("");
} catch (thrown) {
  if (!(thrown instanceof OlievlekError)) throw thrown;
  const why: ErrorCode = thrown.code;
  const field: string | undefined = thrown.field;
  switch (thrown.code) {
    case "code-check":
    case "code-length":
      console.log(why, field, thrown.message, thrown.cause);
  }
}

const check = document.createElement("olievlek-self-check");
const same: OlievlekSelfCheck = check;
const base: OlievlekElement = check;
check.answers = { "staff-vision-1": 4 } satisfies Answers;
check.addEventListener("olievlek-change", (event) => {
  const change: SelfCheckChange = event.detail;
  console.log(change.answered, change.total);
});
check.addEventListener("olievlek-complete", (event) => {
  const result: SelfCheckResult = event.detail;
  const profile: Profile = result.profile;
  console.log(result.code, profile.weakest, check.result?.code, check.code);
});
const goals = document.createElement("olievlek-goal");
const editor: OlievlekGoal = goals;
goals.value = { strategicGoals: [] } satisfies GoalPlan;
goals.required = true;
goals.addEventListener("olievlek-change", (event) => {
  const change: GoalChange = event.detail;
  console.log(change.value, goals.form, goals.validity.valueMissing, editor.name);
});
goals.addEventListener("olievlek-complete", (event) => {
  const complete: GoalComplete = event.detail;
  console.log(complete.goals);
});
document.addEventListener("olievlek-complete", ({ detail }) =>
  console.log("profile" in detail ? detail.code : "goals" in detail ? detail.goals : detail),
);
const adoption = document.createElement("olievlek-adoption");
const spreading: OlievlekAdoption = adoption;
adoption.addEventListener("olievlek-change", (event) => {
  const change: AdoptionChange = event.detail;
  console.log(change, spreading.localName);
});
adoption.addEventListener("olievlek-complete", (event) => {
  const complete: AdoptionComplete = event.detail;
  console.log(complete);
});
const colleaguesElement = document.createElement("olievlek-team");
const teamElement: OlievlekTeam = colleaguesElement;
teamElement.read("2000-0000-2000-0000-08HY");
colleaguesElement.addEventListener("olievlek-change", (event) => {
  const change: TeamChange = event.detail;
  console.log(change.people, change.problems);
});
colleaguesElement.addEventListener("olievlek-complete", (event) => {
  const result: TeamResult = event.detail;
  console.log(result.mostSplit, colleaguesElement.result?.people);
});
document.body.addEventListener("olievlek-error", ({ detail: { code, message } }) => console.log(code, message));

console.log(text, share, status, id, weakest, back, written, svg, origin, same, base);
