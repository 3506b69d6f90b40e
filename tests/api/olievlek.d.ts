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
| "code-own-statements"
| "school-year-out-of-range"
| "period-reversed"
| "date-not-iso"
| "unknown-trimesters"
| "time-impossible-date"
| "time-years-not-consecutive"
| "time-no-such-part"
| "time-not-found"
| "time-language"
| "reading-language"
| "plan-json"
| "plan-field"
| "plan-too-many"
| "goal-too-long"
| "goal-negative";



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



/** One of the six criteria of a SMARTI goal. */
export type Criterion = "specific" | "measurable" | "acceptable" | "realistic" | "timeBound" | "inspiring";

/** What a goal is measured by. */
export interface Indicator {
    /** An effect on people, an output, or an activity. */
    type?: "effect" | "output" | "activity";
    /** Where it starts; `"to-measure"` when a first measurement is still to come. */
    baseline?: number | "to-measure";
    /** What it should become. */
    target?: number;
    /** What is counted, such as "%". */
    unit?: string;
    /** Where the figure comes from. */
    source?: string;
}

/** A step on the way to a goal. */
export interface Action {
    id?: number;
    text: string;
    who?: string;
    start?: string;
    end?: string;
    indicator?: Indicator;
}

/** An operational goal. Only `text` has to be there; fields that are not known are kept. Dates are as `2025-06-30`. */
export interface Goal {
    /** Its number within its plan, for as long as it stands there; given where it is left out. */
    id?: number;
    /** The goal in one sentence. */
    text: string;
    actor?: string;
    action?: string;
    targetGroup?: string;
    indicator?: Indicator;
    /** Who was heard. */
    consulted?: string[];
    means?: { hours?: number; budget?: number; people?: string; dependencies?: string };
    start?: string;
    end?: string;
    /** When the goal is looked at on the way. */
    reviews?: string[];
    why?: string;
    status?: "open" | "done" | "dropped";
    measurements?: { date: string; value: number }[];
    actions?: Action[];
}

/** A plan: strategic goals, and under each its operational goals. */
export interface Plan {
    /** The version of this form: 1. */
    schema?: number;
    title?: string;
    period?: Period;
    /** `SD`: SD1, OD1.1; `plain`: 1, 1.1. */
    numbering?: "SD" | "plain";
    /** What A and I are called. */
    labels?: { acceptable?: string; inspiring?: string };
    strategicGoals?: { id?: number; title: string; goals?: Goal[] }[];
}



/** The days from `start` to `end`, both of them included, as `2025-06-30`. */
export interface Period {
    start: string;
    end: string;
}

/** Something on one day or on several. */
export interface CalendarEvent {
    /** The first day, as `2025-06-30`. */
    start: string;
    /** The last day, which belongs to it; left out, it is the first. */
    end?: string;
    summary: string;
    description?: string;
    /** By which a calendar knows it again. */
    uid?: string;
    /** A reminder so many days before, 0 to 365. */
    alarm?: number;
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
 * A day without lessons.
 */
export interface DayOff {
    /**
     * Which one.
     */
    id: "armistice" | "easter-monday" | "labour" | "ascension" | "ascension-friday" | "whit-monday";
    /**
     * The day.
     */
    date: string;
}

/**
 * A part of pasted text.
 */
export interface PastedGoal {
    /**
     * What it is.
     */
    level: "strategic" | "operational" | "action";
    /**
     * What was entered, without the bullet or number before it.
     */
    text: string;
}

/**
 * A plan as it was read.
 */
export interface CheckedPlan {
    /**
     * The plan in the form of today, with an id for each part.
     */
    plan: Plan;
    /**
     * The numbers by id, such as `OD1.2`.
     */
    numbers: Record<number, string>;
    /**
     * What is worth a look.
     */
    warnings: PlanWarning[];
}

/**
 * A quantity in a goal.
 */
export interface Quantity {
    /**
     * The words, with the unit.
     */
    text: string;
    /**
     * Where they start.
     */
    start: number;
    /**
     * Where they end.
     */
    end: number;
    /**
     * The number; absent for a word such as "elke".
     */
    value?: number;
    /**
     * What it counts, or is measured in.
     */
    unit?: string;
    /**
     * What it does.
     */
    role: "target" | "baseline" | "frequency" | "turnaround" | "quantifier" | "means" | "vague";
}

/**
 * A school holiday.
 */
export interface Holiday {
    /**
     * Which one.
     */
    id: "autumn" | "christmas" | "carnival" | "easter" | "summer";
    /**
     * Its first day.
     */
    start: string;
    /**
     * Its last day.
     */
    end: string;
}

/**
 * A school year: from 1 September to 31 August.
 */
export interface SchoolYear {
    /**
     * The year in which it starts.
     */
    firstYear: number;
    /**
     * As people write it: `2025-2026`.
     */
    name: string;
    /**
     * 1 September to 31 August.
     */
    span: Period;
    /**
     * The first and the last day of lessons.
     */
    lessons: Period;
    /**
     * The five holidays, in order.
     */
    holidays: Holiday[];
    /**
     * Other days without lessons.
     */
    daysOff: DayOff[];
    /**
     * The three trimesters: a convention.
     */
    trimesters: [Period, Period, Period];
    /**
     * How many days have lessons.
     */
    lessonDays: number;
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
 * A value on a day.
 */
export interface Measured {
    /**
     * The day.
     */
    date: string;
    /**
     * The value.
     */
    value: number;
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
 * By when, as the words have it.
 */
export interface Deadline {
    /**
     * The words.
     */
    text: string;
    /**
     * Where they start.
     */
    start: number;
    /**
     * Where they end.
     */
    end: number;
    /**
     * The last day that they allow; absent where they fix none.
     */
    date?: string;
    /**
     * Whether they can be read in more than one way.
     */
    ambiguous: boolean;
    /**
     * Every way to read them then, the likeliest first.
     */
    alternatives: TimeReading[];
    /**
     * What to ask then.
     */
    question?: TimeQuestion;
}

/**
 * How a goal stands against its target.
 */
export interface GoalProgress {
    /**
     * How it stands.
     */
    standing: "reached" | "on-track" | "behind" | "cannot-tell-yet";
    /**
     * Why it cannot be told, where it cannot.
     */
    reason?: string;
    /**
     * The sentence, in the language asked for.
     */
    text: string;
    /**
     * What the way starts from.
     */
    baseline?: number;
    /**
     * The last measurement that counts.
     */
    measured?: Measured;
    /**
     * Where the straight way is on that day.
     */
    expected?: number;
}

/**
 * How often: 5 `times` each 1 `year`.
 */
export interface Frequency {
    /**
     * How many times.
     */
    times: number;
    /**
     * In how many of the unit.
     */
    every: number;
    /**
     * The unit of time.
     */
    unit: "hour" | "day" | "workday" | "week" | "month" | "quarter" | "trimester" | "semester" | "year" | "school-year";
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
 * One way to read words.
 */
export interface TimeReading {
    /**
     * Which way.
     */
    id: string;
    /**
     * The last day that the words allow when read so.
     */
    due: string;
    /**
     * It in words, in the language asked for.
     */
    text: string;
}

/**
 * Something about a plan that is worth a look.
 */
export interface PlanWarning {
    /**
     * Which, in kebab-case.
     */
    id: string;
    /**
     * The id of the goal that it is about, where it is about one.
     */
    item?: number;
    /**
     * The sentence, in the language asked for.
     */
    text: string;
}

/**
 * Something that was found in the fields.
 */
export interface Reason {
    /**
     * Which, in kebab-case.
     */
    id: string;
    /**
     * How much it weighs.
     */
    weight: "advice" | "lacks" | "contradicts";
    /**
     * The sentence, in the language asked for.
     */
    text: string;
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
 * What a school adds to the legal rules.
 */
export interface SchoolYearOptions {
    /**
     * In which trimester the Easter holiday is; `easter-in-second` when left out.
     */
    trimesters?: "easter-in-second" | "easter-in-third";
    /**
     * Days off that the school or the centre chose itself.
     */
    closed?: Period[];
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
 * What the fields of a goal carry of one criterion.
 */
export interface CriterionAssessment {
    /**
     * Its name, in the language asked for.
     */
    name: string;
    /**
     * How far the fields carry it.
     */
    verdict: "met" | "partly" | "missing";
    /**
     * What was found, what weighs most first.
     */
    reasons: Reason[];
    /**
     * What only people can judge: questions to talk about.
     */
    selfChecks: string[];
}

/**
 * What the fields of a goal carry.
 */
export interface GoalAssessment {
    /**
     * The six criteria.
     */
    criteria: Record<Criterion, CriterionAssessment>;
}

/**
 * What the words of a goal show.
 */
export interface GoalReading {
    /**
     * The six criteria.
     */
    criteria: Record<Criterion, CriterionReading>;
    /**
     * The step that helps most; absent when all six letters are there.
     */
    next?: GoalHint;
    /**
     * Who does it, or the group that changes.
     */
    actor?: Words;
    /**
     * What is done.
     */
    action?: Words;
    /**
     * Who receives something.
     */
    receiver?: Words;
    /**
     * The quantities, left to right.
     */
    quantities: Quantity[];
    /**
     * By when.
     */
    deadline?: Deadline;
}

/**
 * What the words show for one criterion.
 */
export interface CriterionReading {
    /**
     * Its name, in the language asked for.
     */
    name: string;
    /**
     * Whether the words carry it.
     */
    evidence: "present" | "weak" | "absent";
    /**
     * The words that carry it, or could.
     */
    spans: CueSpan[];
    /**
     * What would help most; absent when nothing is missing.
     */
    hint?: GoalHint;
}

/**
 * What to ask whoever wrote the words.
 */
export interface TimeQuestion {
    /**
     * Which question.
     */
    id: "year-or-school-year" | "before-or-during" | "start-or-end" | "lessons-or-school-year";
    /**
     * The sentence, in the language asked for.
     */
    text: string;
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
 * What words say about time.
 */
export interface ResolvedTime {
    /**
     * The words that say it.
     */
    text: string;
    /**
     * What sort of time it is, such as `month` or `school-year`.
     */
    kind: string;
    /**
     * The days that the words name, where they name some.
     */
    period?: Period;
    /**
     * The last day that the words allow, where they fix one.
     */
    due?: string;
    /**
     * How often, for a recurrence that says so.
     */
    frequency?: Frequency;
    /**
     * Every way to read the words where there is more than one, the likeliest first.
     */
    alternatives: TimeReading[];
    /**
     * What to ask then.
     */
    question?: TimeQuestion;
}

/**
 * What would help.
 */
export interface GoalHint {
    /**
     * Which hint, in kebab-case.
     */
    id: string;
    /**
     * The criterion that it helps.
     */
    criterion: Criterion;
    /**
     * The sentence, in the language asked for.
     */
    text: string;
}

/**
 * When a calendar file was made.
 */
export interface IcsOptions {
    /**
     * The day, as `2025-06-30`.
     */
    now: string;
}

/**
 * When a goal is looked at, in which language, and within which period.
 */
export interface AssessOptions extends LanguageOptions {
    /**
     * The day on which it is looked at, as `2025-06-30`.
     */
    today: string;
    /**
     * The period of the plan that the goal belongs to.
     */
    period?: Period;
}

/**
 * When a goal is read, and in which language.
 */
export interface ReadOptions extends LanguageOptions {
    /**
     * The day on which it is read, as `2025-06-30`: a month without a year is the next one.
     */
    today: string;
    /**
     * Words of your own besides ours, in sections as `olievlek/texts/goal-words.nl-BE.txt` has them.
     */
    words?: string;
}

/**
 * When the words were written, and in which language.
 */
export interface TimeOptions extends LanguageOptions {
    /**
     * The day that the words are read on, as `2025-06-30`.
     */
    today: string;
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
 * Words of the text and where they stand.
 */
export interface Words {
    /**
     * The words.
     */
    text: string;
    /**
     * Where they start.
     */
    start: number;
    /**
     * Where they end.
     */
    end: number;
}

/**
 * Words that carry a criterion, or could.
 */
export interface CueSpan {
    /**
     * Where they start.
     */
    start: number;
    /**
     * Where they end.
     */
    end: number;
    /**
     * What they are, such as `doer`, `number` or `hoped-support`.
     */
    cue: string;
}


/**
 * What the fields of a goal carry, letter by letter, and what they lack.
 *
 * Only fields count, not the sentence: `readGoal` reads that. What only people can judge is asked in `selfChecks`, and
 * never passed by a machine.
 *
 * @example
 * ```js
 * const goal = { text: "Elk team overlegt wekelijks", actor: "elk team", start: "2025-09-01", end: "2025-06-30" };
 * const { criteria } = assessGoal(goal, { today: "2025-08-20", lang: "en" });
 * console.log(criteria.specific.verdict, criteria.specific.reasons[0].id); // partly action-missing
 * console.log(criteria.timeBound.reasons[0].id); // end-before-start
 * ```
 * @throws OlievlekError `plan-field`, `plan-too-many`, `goal-too-long`, `goal-negative`, `date-not-iso`,
 * `period-reversed`, `unknown-language`, `unknown-option`, `invalid-type`
 */
export function assessGoal(goal: Goal, options: AssessOptions): GoalAssessment;

/**
 * A plan as it is read: with an id for each part, in the form of today, with numbers and warnings.
 *
 * Plans of older forms, such as a list of sentences, are read too. Fields that are not known are kept.
 *
 * @example
 * ```js
 * const { plan, numbers, warnings } = checkPlan({
 *   title: "Jaaractieplan", strategicGoals: [{ title: "Sterke teams", goals: [{ text: "Elk team overlegt wekelijks" }] }],
 * });
 * const [goal] = plan.strategicGoals[0].goals;
 * console.log(numbers[goal.id], warnings.map(({ id }) => id).join(" ")); // OD1.1 no-indicator no-end
 * ```
 * @throws OlievlekError `plan-field`, `plan-too-many`, `goal-too-long`, `goal-negative`,
 * `unknown-language`, `unknown-option`, `invalid-type`
 */
export function checkPlan(plan: Plan, options?: LanguageOptions | null): CheckedPlan;

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
 * How a goal stands against its target, by what was measured, and how that was worked out.
 *
 * Progress is taken to be even from the baseline on the first day to the target on the last: an assumption, and a change
 * often starts slowly. Where it cannot be told, `reason` says why.
 *
 * @example
 * ```js
 * const goal = {
 *   text: "Van 20 naar 60 dossiers met een terugblik", start: "2025-09-01", end: "2025-09-21",
 *   indicator: { baseline: 20, target: 60 }, measurements: [{ date: "2025-09-11", value: 38 }],
 * };
 * const { standing, measured, expected } = goalProgress(goal, { today: "2025-09-12" });
 * console.log(standing, measured.value, expected); // behind 38 40
 * ```
 * @throws OlievlekError those of `assessGoal`
 */
export function goalProgress(goal: Goal, options: AssessOptions): GoalProgress;

/**
 * Pasted text taken apart into goals: by lines, bullets, numbers and codes such as `OD1.2`.
 *
 * @example
 * ```js
 * const goals = goalsFromText("SD1: Sterke teams\n- OD1.1 Elk team overlegt\n- OD1.2 Er is een visie");
 * console.log(goals.map(({ level, text }) => `${level}: ${text}`).join(" | ")); // strategic: Sterke teams | operational: Elk team overlegt | operational: Er is een visie
 * ```
 * @throws OlievlekError `invalid-type`
 */
export function goalsFromText(text: string): PastedGoal[];

/**
 * A plan as CSV (RFC 4180), a row for each goal and action; what would be a formula in a spreadsheet is made text.
 *
 * @throws OlievlekError those of `checkPlan`
 */
export function planToCsv(plan: Plan, options?: LanguageOptions | null): string;

/**
 * A plan in Markdown, numbered, with the fields of each goal.
 *
 * @example
 * ```js
 * const plan = { title: "Jaaractieplan", strategicGoals: [{ title: "Sterke teams", goals: [] }] };
 * console.log(planToMarkdown(plan).split("\n")[0]); // # Jaaractieplan
 * ```
 * @throws OlievlekError those of `checkPlan`
 */
export function planToMarkdown(plan: Plan, options?: LanguageOptions | null): string;

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
 * What the words of a goal show, letter by letter: which words carry it, and what would help.
 *
 * It reads the words and nothing else: it never says that a goal is realistic, or that people support it. Dutch and
 * English are read.
 *
 * @example
 * ```js
 * const text = "Tegen eind mei maakt het zorgteam samen met de leerlingen één folder over pesten.";
 * const { criteria, actor, deadline, next } = readGoal(text, { lang: "nl-BE", today: "2024-10-01" });
 * console.log(criteria.measurable.evidence, actor.text, deadline.date); // present het zorgteam 2025-05-31
 * const [{ start, end }] = criteria.acceptable.spans;
 * console.log(text.slice(start, end), next.criterion); // samen met de leerlingen inspiring
 * ```
 * @throws OlievlekError `reading-language`, `date-not-iso`, `unknown-language`, `unknown-option`, `invalid-type`
 */
export function readGoal(text: string, options: ReadOptions): GoalReading;

/**
 * What a few words say about time, on the school calendar: `"3de trimester 24-25"`, `"tegen eind mei"`.
 *
 * `due` is the last day that the words allow. Words that can be read in more than one way come with every reading and a
 * question to ask. Dutch and English are read.
 *
 * @example
 * ```js
 * const time = resolveTime("tegen juni", { today: "2024-10-01", lang: "nl-BE" });
 * console.log(time.due, time.question?.id); // 2025-06-30 before-or-during
 * console.log(time.alternatives.map(({ due }) => due).join(" ")); // 2025-06-30 2025-05-31
 * ```
 * @throws OlievlekError `time-impossible-date`, `time-years-not-consecutive`, `time-no-such-part`, `time-not-found`,
 * `time-language`, `date-not-iso`, `unknown-language`, `unknown-option`, `invalid-type`
 */
export function resolveTime(text: string, options: TimeOptions): ResolvedTime;

/**
 * The school year that starts in a year, 2000 to 2100: lessons, holidays, other days off and trimesters.
 *
 * The days are computed by the legal rules for Flanders; the minister may deviate, so say that they are computed and
 * where the official list is. Trimesters are a convention, and local days off are yours to give.
 *
 * @example
 * ```js
 * const { name, lessons, holidays } = schoolYear(2025);
 * console.log(name, lessons.start, lessons.end); // 2025-2026 2025-09-01 2026-06-30
 * console.log(holidays[1].id, holidays[1].start, holidays[1].end); // christmas 2025-12-22 2026-01-04
 * ```
 * @throws OlievlekError `school-year-out-of-range`, `period-reversed`, `date-not-iso`, `unknown-option`, `invalid-type`
 */
export function schoolYear(firstYear: number, options?: SchoolYearOptions | null): SchoolYear;

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

/**
 * Days as a calendar file (RFC 5545), of the media type `text/calendar`.
 *
 * An event takes whole days and does not block them. With a `uid` of your own a calendar knows it again when the file is
 * read anew; else one is made from the days and the summary.
 *
 * @example
 * ```js
 * const file = toIcs([{ start: "2025-06-30", summary: "Eindevaluatie", alarm: 7 }], { now: "2024-10-01" });
 * console.log(file.split("\r\n").filter((line) => /^(DTSTART|SUMMARY)/.test(line)).join(" ")); // DTSTART;VALUE=DATE:20250630 SUMMARY:Eindevaluatie
 * ```
 * @throws OlievlekError `date-not-iso`, `period-reversed`, `unknown-option`, `invalid-type`
 */
export function toIcs(events: CalendarEvent[], options: IcsOptions): string;
