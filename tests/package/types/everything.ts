// Uses every export of the package once, as a strict project does. It is compiled, not run.
import {
  claims,
  decodeAnswers,
  encodeAnswers,
  init,
  OlievlekError,
  profileToMarkdown,
  profileToSvg,
  profileToText,
  questions,
  scoreAnswers,
} from "olievlek";
import type {
  AnswerValue,
  ChangeElement,
  Claim,
  DecodedAnswers,
  ElementProfile,
  EncodeOptions,
  ErrorCode,
  InitOptions,
  Language,
  LanguageOptions,
  Perspective,
  PossibleSignal,
  Profile,
  Question,
  QuestionnaireOptions,
  QuestionsOptions,
  ReportOptions,
  ScoreOptions,
  Signal,
  Source,
  StatementInput,
  Status,
  SvgOptions,
  Variant,
  WasmSource,
} from "olievlek";
import { OlievlekElement, OlievlekSelfCheck } from "olievlek/elements";
import type { Answers, SelfCheckChange, SelfCheckResult } from "olievlek/elements";
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
document.body.addEventListener("olievlek-error", ({ detail: { code, message } }) => console.log(code, message));

console.log(text, share, status, id, weakest, back, written, svg, origin, same, base);
