/** A language that the texts are written in. */
export type Language = "nl-BE" | "en" | "fr" | "de";

/** What can go wrong, as the `code` of an `OlievlekError`. */
export type ErrorCode =
| "not-initialized"
| "load-failed"
| "internal"
| "invalid-type"
| "unknown-option"
| "unknown-language"
| "unknown-perspective"
| "unknown-variant"
| "unknown-element"
| "unknown-chart"
| "unknown-statement"
| "answer-out-of-range"
| "invalid-statement"
| "statement-count"
| "statements-unreadable"
| "invalid-profile"
| "code-empty"
| "code-character"
| "code-length"
| "code-check"
| "code-version"
| "code-edition"
| "code-own-statements";



/** From where the change is looked at: who is asked to change, who steers it, or school and centre together. */
export type Perspective = "staff" | "policy" | "school";
/** The five canonical elements, or those and consensus. */
export type Variant = "five" | "consensus";
/** One of the things a change needs, after Knoster (1991). */
export type ChangeElement = "vision" | "interest" | "plan" | "resources" | "competences" | "consensus";
/** How an element stands; `undetermined` when less than half of its statements, or fewer than two, got an agreement. */
export type Status = "strong" | "fragile" | "weak" | "undetermined";
/** What a gap may be seen by: something to talk about, never a diagnosis. */
export type Signal = "confusion" | "resistance" | "false-start" | "frustration" | "anxiety" | "sabotage";
/** 1 to 5 on the agreement scale, "weet ik niet" or "niet van toepassing". */
export type AnswerValue = 1 | 2 | 3 | 4 | 5 | "unknown" | "not-applicable";

/** A statement of your own. */
export interface StatementInput {
    /** Unique: 1 to 64 letters, digits, `-`, `_` or `.`. */
    id: string;
    /** The element that it asks about. */
    element: ChangeElement;
    /** The sentence, at most 300 characters, with `{change}` for the change at hand; or one for each language. */
    text: string | Partial<Record<Language, string>>;
    /** Whether agreeing points at a gap, so that disagreeing is favourable. */
    revealsGap?: boolean;
}


/**
 * A claim of the product with its sources.
 */
export interface Claim {
    /**
     * Which claim.
     */
    id: "model" | "signals" | "resistance" | "consensus" | "scoring";
    /**
     * What is claimed.
     */
    text: string;
    /**
     * Where it comes from.
     */
    sources: Source[];
}

/**
 * A statement to agree or disagree with.
 */
export interface Question {
    /**
     * Unique among all statements, such as `staff-vision-1`.
     */
    id: string;
    /**
     * The element that it asks about.
     */
    element: ChangeElement;
    /**
     * The sentence, with the change at hand filled in.
     */
    text: string;
    /**
     * Whether agreeing points at a gap, so that disagreeing is favourable.
     */
    revealsGap: boolean;
}

/**
 * Answers, and the language of what is said about them.
 */
export interface ScoreOptions extends EncodeOptions, LanguageOptions {}

/**
 * Answers, and whose statements they belong to.
 */
export interface EncodeOptions extends QuestionnaireOptions {
    /**
     * Answers by statement id; what is left out is unanswered.
     */
    answers: Record<string, AnswerValue | null | undefined>;
}

/**
 * In which language.
 */
export interface LanguageOptions {
    /**
     * The language of the texts; `nl-BE` when left out.
     */
    lang?: Language;
}

/**
 * The answers that a result code holds.
 */
export interface DecodedAnswers {
    /**
     * The version of the code's form.
     */
    version: number;
    /**
     * From where the change was looked at.
     */
    perspective: Perspective;
    /**
     * Which elements were asked about.
     */
    variant: Variant;
    /**
     * Answers by statement id; unanswered statements are left out.
     */
    answers: Record<string, AnswerValue>;
}

/**
 * What a gap may be seen by: something to talk about.
 */
export interface PossibleSignal {
    /**
     * Which signal.
     */
    id: Signal;
    /**
     * The sentence that says so, hedged.
     */
    text: string;
    /**
     * Where the link between element and signal comes from.
     */
    sources: Source[];
}

/**
 * What a set of answers says about each element.
 */
export interface Profile {
    /**
     * From where the change was looked at.
     */
    perspective: Perspective;
    /**
     * Which elements were looked at.
     */
    variant: Variant;
    /**
     * The elements, in the order of the model.
     */
    elements: ElementProfile[];
    /**
     * The element with the lowest score, all of them in a tie, none when nothing is determined.
     */
    weakest: ChangeElement[];
    /**
     * Where the conversation can start, in one sentence.
     */
    headline: string;
}

/**
 * What the answers say about one element.
 */
export interface ElementProfile {
    /**
     * The element.
     */
    id: ChangeElement;
    /**
     * Its name in the language asked for.
     */
    name: string;
    /**
     * 0 (least favourable) to 1; absent when the element is undetermined.
     */
    score?: number;
    /**
     * How it stands.
     */
    status: Status;
    /**
     * Sum of the favourable points, 0 to 4 for each answer on the scale.
     */
    points: number;
    /**
     * Answers on the scale.
     */
    answered: number;
    /**
     * "Weet ik niet": never counted as a midpoint.
     */
    unknown: number;
    /**
     * "Niet van toepassing".
     */
    notApplicable: number;
    /**
     * Left open.
     */
    unanswered: number;
    /**
     * With a weak or fragile element: what a gap may be seen by.
     */
    signal?: PossibleSignal;
    /**
     * Things to talk about, from this perspective.
     */
    advice: string[];
}

/**
 * What to draw, and which chart.
 */
export interface SvgOptions extends ReportOptions {
    /**
     * `both` when left out: the bars above the radar.
     */
    chart?: "bars" | "radar" | "both";
}

/**
 * What to report on: either `answers` or a `profile`.
 */
export interface ReportOptions extends QuestionnaireOptions, LanguageOptions {
    /**
     * A noun phrase for the change at hand, such as "de nieuwe werking".
     */
    change?: string;
    /**
     * A profile as `scoreAnswers` returned it.
     */
    profile?: Profile;
    /**
     * Answers by statement id; what is left out is unanswered.
     */
    answers?: Record<string, AnswerValue | null | undefined>;
}

/**
 * Where a claim comes from.
 */
export interface Source {
    /**
     * Author or site, title and year.
     */
    title: string;
    /**
     * Where it can be read.
     */
    url: string;
}

/**
 * Which statements, and how they are worded.
 */
export interface QuestionsOptions extends QuestionnaireOptions, LanguageOptions {
    /**
     * A noun phrase for the change at hand, such as "de nieuwe werking".
     */
    change?: string;
}

/**
 * Whose statements.
 */
export interface QuestionnaireOptions {
    /**
     * `staff` when left out.
     */
    perspective?: Perspective;
    /**
     * `five` when left out.
     */
    variant?: Variant;
    /**
     * Your own statements instead of ours: 2 to 12 for each element.
     */
    statements?: StatementInput[];
}


/**
 * What the product says that a reader may want to check, each claim with its sources.
 *
 * @example
 * ```js
 * const [claim] = claims({ lang: "en" });
 * console.log(claim.id, claim.sources.length > 0); // model true
 * ```
 * @throws OlievlekError `unknown-language`, `unknown-option`, `invalid-type`
 */
export function claims(options?: LanguageOptions | null): Claim[];

/**
 * The answers that a result code holds. Case, spaces and dashes do not matter; `O` reads as `0`, `I` and `L` as `1`.
 *
 * A code of a partner's own statements is read with the same `statements`, `perspective` and `variant`; for a code of
 * ours the options are not looked at.
 *
 * @example
 * ```js
 * const { perspective, answers } = decodeAnswers("20g0-0000-0000-0000-0dj5");
 * console.log(perspective, answers["staff-vision-1"]); // staff 4
 * ```
 * @throws OlievlekError `code-empty`, `code-character`, `code-length`, `code-check`, `code-version`, `code-edition`,
 * `code-own-statements`, and those of `questions`
 */
export function decodeAnswers(code: string, options?: QuestionnaireOptions | null): DecodedAnswers;

/**
 * The answers as a result code: short, typable, checked, without time or identifier.
 *
 * @example
 * ```js
 * console.log(encodeAnswers({ answers: { "staff-vision-1": 4 } })); // 20G0-0000-0000-0000-0DJ5
 * ```
 * @throws OlievlekError those of `scoreAnswers`
 */
export function encodeAnswers(options: EncodeOptions): string;

/**
 * A report in Markdown: headline, table, what to talk about, what is not known, sources.
 *
 * Give `answers` (then the report also has the statements nobody could judge, and the result code) or a `profile`.
 *
 * @example
 * ```js
 * const answers = { "staff-plan-1": 2, "staff-plan-2": 1 };
 * const report = profileToMarkdown({ answers, lang: "en", change: "the new approach" });
 * console.log(report.split("\n")[0]); // # Self-check: the new approach
 * const profile = scoreAnswers({ answers, lang: "en" });
 * console.log(profileToMarkdown({ profile, lang: "en" }).includes(profile.headline)); // true
 * ```
 * @throws OlievlekError those of `scoreAnswers`, and `invalid-profile`
 */
export function profileToMarkdown(options: ReportOptions): string;

/**
 * The profile as an SVG file that stands alone: bars, a radar, or (by default) one above the other.
 *
 * @example
 * ```js
 * const svg = profileToSvg({ answers: { "staff-plan-1": 2, "staff-plan-2": 1 }, chart: "radar", lang: "en" });
 * console.log(svg.slice(0, 4)); // <svg
 * ```
 * @throws OlievlekError those of `profileToMarkdown`, and `unknown-chart`
 */
export function profileToSvg(options: SvgOptions): string;

/**
 * The same report as plain text, for a mail.
 *
 * @throws OlievlekError those of `profileToMarkdown`
 */
export function profileToText(options: ReportOptions): string;

/**
 * The statements of a questionnaire, in the order of the elements.
 *
 * Without options: our own 25 statements for `staff`, in `nl-BE`.
 *
 * @example
 * ```js
 * const [first] = questions({ lang: "en", perspective: "policy", change: "the new approach" });
 * console.log(first.id, first.element, first.revealsGap); // policy-vision-1 vision false
 * ```
 * @throws OlievlekError `unknown-language`, `unknown-perspective`, `unknown-variant`, `unknown-element`,
 * `invalid-statement`, `statement-count`, `unknown-option`, `invalid-type`
 */
export function questions(options?: QuestionsOptions | null): Question[];

/**
 * What the answers say about each element: a score, a status, and a hedged signal where there is a gap.
 *
 * `answers` maps statement ids to 1–5 (agreement), `"unknown"` or `"not-applicable"`; statements that are missing,
 * `null` or `undefined` are unanswered. There is no overall grade; `weakest` names where to start.
 *
 * @example
 * ```js
 * const profile = scoreAnswers({ answers: { "staff-plan-1": 2, "staff-plan-2": 1, "staff-plan-3": 4 } });
 * console.log(profile.weakest.join()); // plan
 * ```
 * @throws OlievlekError those of `questions`, and `unknown-statement`, `answer-out-of-range`
 */
export function scoreAnswers(options: ScoreOptions): Profile;
