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
| "goal-negative"
| "responses-empty"
| "responses-not-text"
| "responses-not-found"
| "responses-too-many-columns"
| "responses-row-too-long"
| "responses-too-many-rows"
| "responses-too-long"
| "responses-json"
| "responses-mapping"
| "unknown-model"
| "empty"
| "too-few-points"
| "non-finite"
| "negative-value"
| "not-monotone"
| "no-adoption"
| "no-variation"
| "no-finite-optimum"
| "missing-not-allowed"
| "out-of-domain"
| "out-of-range"
| "shape-mismatch"
| "time-not-sorted";



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



/** One of Rogers' categories, in the order in which they adopt. */
export type AdopterCategory = "innovator" | "early_adopter" | "early_majority" | "late_majority" | "laggard";

/** A curve of adoption. Bass has `p` and `q`, the others `a` (the place) and `b` (the growth rate). */
export type AdoptionModel = "bass" | "logistic" | "gompertz" | "normal";

/** The parameters of a curve: `p` and `q` for Bass, else `a` and `b`; `m`, the market, is 1 when left out. */
export type CurveParams = { p: number; q: number; m?: number } | { a: number; b: number; m?: number };

/** How people come along in a simulation. */
export type SpreadModel =
| { kind: "bass"; p: number; q: number }
| { kind: "threshold"; thresholds: number[] | number }
| { kind: "cascade"; chance: number };

/** Who can see whom. */
export type AdoptionNetwork =
| { kind: "complete"; people: number }
| { kind: "edges"; people: number; edges: [number, number][] }
| { kind: "small-world"; people: number; neighbours: number; rewired: number; seed?: number }
| { kind: "scale-free"; people: number; ties: number; seed?: number }
| { kind: "blocks"; sizes: number[]; chances: number[][]; seed?: number };



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



/** What answers would look like by chance, which agreement is compared with. */
export type NullDistribution =
| "uniform"
| "slight-skew"
| "moderate-skew"
| "heavy-skew"
| "triangular"
| "maximum-dissensus";

/** Why a statistic has no value. */
export type UndefinedReason =
| "no-answers"
| "too-few-respondents"
| "too-few-statements"
| "too-few-groups"
| "no-variation"
| "mean-out-of-bounds"
| "not-identified"
| "no-finite-optimum";



/** What kind of problem something in responses is. */
export type ResponseProblemCode =
| "unreadable-answer"
| "out-of-scale"
| "unreadable-code"
| "duplicate-code"
| "duplicates-not-checked"
| "other-questionnaire"
| "unsure-column"
| "twin-column"
| "personal-column"
| "assumed-order"
| "row-length"
| "before-headings"
| "open-quote"
| "replaced-characters"
| "unreadable-row";



/** What several people answered, as `parseResponses` returns it; of each person only the answers are needed. */
export interface TeamResponses {
    perspective?: Perspective;
    variant?: Variant;
    respondents: {
        answers: Record<string, AnswerValue>;
        groups?: Record<string, string>;
        row?: number;
        code?: string;
    }[];
    groups?: { name: string; values?: string[]; column?: number }[];
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
 * A column whose few values part people into groups.
 */
export interface ResponseGroup {
    /**
     * The column, from 1.
     */
    column: number;
    /**
     * The heading.
     */
    name: string;
    /**
     * The values.
     */
    values: string[];
}

/**
 * A curve, and when to look at it.
 */
export interface CurveOptions {
    /**
     * Which curve; `bass` when left out.
     */
    model?: AdoptionModel;
    /**
     * Its parameters.
     */
    params: CurveParams;
    /**
     * The times to look at.
     */
    times?: number[];
    /**
     * Shares from 0 to 1 whose times are asked for.
     */
    shares?: number[];
}

/**
 * A curve, looked at.
 */
export interface AdoptionCurve {
    /**
     * How many have adopted by each time.
     */
    cumulative: number[];
    /**
     * The rate at each time, per unit of time.
     */
    rate: number[];
    /**
     * How many have not adopted by each time.
     */
    remaining: number[];
    /**
     * How many adopt in the unit of time before each.
     */
    lastUnit: number[];
    /**
     * The time by which each of `shares` has adopted.
     */
    quantiles: number[];
    /**
     * When the rate is highest.
     */
    peak: CurvePeak;
    /**
     * The two times at which the rate bends, before and after its peak.
     */
    inflections: [number, number];
    /**
     * The categories that a curve of Bass itself has.
     */
    categories?: CurveCategories;
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
 * A fitted curve.
 */
export interface AdoptionFit {
    /**
     * Which curve.
     */
    model: AdoptionModel;
    /**
     * Its parameters: `p`, `q` and `m`, or `a`, `b` and `m`.
     */
    params: Record<string, number>;
    /**
     * From which to which value each may be, by profile likelihood; an end may be 0 or `Infinity`. Empty where `intervals`
     * was `false`.
     */
    intervals: Record<string, [number, number]>;
    /**
     * The standard errors; absent at a boundary.
     */
    standardErrors?: Record<string, number>;
    /**
     * The correlations of the estimates, of two parameters each, as `pq`.
     */
    correlations?: Record<string, number>;
    /**
     * The residual sum of squares.
     */
    rss: number;
    /**
     * The standard deviation of the residuals.
     */
    sigma: number;
    /**
     * The values over the parameters.
     */
    degreesOfFreedom: number;
    /**
     * The logarithm of the likelihood, with normal errors.
     */
    logLikelihood: number;
    /**
     * Akaike's criterion.
     */
    aic: number;
    /**
     * The same for few values; `Infinity` for very few.
     */
    aicc: number;
    /**
     * Schwarz' criterion.
     */
    bic: number;
    /**
     * The weight among the curves that were asked for, by AICc.
     */
    weight: number;
    /**
     * When the rate is highest.
     */
    peak: number;
    /**
     * What the fit says about itself.
     */
    warnings: ("m_unbounded" | "asymptote_unbounded" | "boundary" | "peak_not_passed" | "poor_fit")[];
}

/**
 * A group, by its complete rows.
 */
export interface Team {
    /**
     * Its name.
     */
    group: string;
    /**
     * How many of its people answered every statement.
     */
    size: number;
    /**
     * Within-group agreement on all statements, 0 to 1.
     */
    rwgj?: number;
    /**
     * The average deviation from the mean, in points.
     */
    adMean?: number;
    /**
     * The average deviation from the median, in points.
     */
    adMedian?: number;
    /**
     * Agreement by Brown and Hauenstein, −1 to 1.
     */
    awg?: number;
    /**
     * Why a statistic is absent, by its name.
     */
    reasons: Record<string, UndefinedReason>;
}

/**
 * A group; one that is not shown has a reason in `hidden`, and no figures.
 */
export interface TeamGroup {
    name: string;
    hidden?: "too-small" | "would-give-away" | "hidden-before";
    picture?: TeamProfile;
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
 * A series, and how it is fitted.
 */
export interface FitOptions {
    /**
     * New adopters in each period; `null` for one that was not counted. Either this or `cumulative`.
     */
    adopters?: (number | null)[];
    /**
     * How many had adopted by each time.
     */
    cumulative?: (number | null)[];
    /**
     * The end of each period, or the time of each level; 1, 2, 3, … when left out.
     */
    times?: number[];
    /**
     * What is compared: increments, levels or rates; `interval` when left out. Levels are always compared as levels.
     */
    objective?: "interval" | "cumulative" | "density";
    /**
     * The market, where it is known.
     */
    market?: number;
    /**
     * Which curves; Bass alone when left out. With several the best comes first.
     */
    models?: AdoptionModel[];
    /**
     * The level of the intervals; 0.95 when left out.
     */
    level?: number;
    /**
     * Whether each fit comes with intervals, which are most of the work; `true` when left out.
     */
    intervals?: boolean;
}

/**
 * A series, how it is fitted, and how far ahead to look.
 */
export interface ForecastOptions extends FitOptions {
    /**
     * How many periods ahead; 3 when left out.
     */
    periods?: number;
    /**
     * How many series are drawn, 1 to 100000; 1000 when left out.
     */
    replicates?: number;
    /**
     * The levels of the bands; 0.8 and 0.95 when left out.
     */
    levels?: number[];
    /**
     * Fixes the numbers that are drawn.
     */
    seed?: number;
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
 * Answers of people (rows) to statements (columns), and how they are looked at.
 */
export interface ReliabilityOptions {
    /**
     * The answers, row by row; `null` for one that is missing.
     */
    matrix: (number | null)[];
    /**
     * How many people.
     */
    rows: number;
    /**
     * How many statements.
     */
    columns: number;
    /**
     * The lowest point of the scale; 1 when left out.
     */
    scaleMin?: number;
    /**
     * The highest point of the scale; 5 when left out.
     */
    scaleMax?: number;
    /**
     * The group of each row.
     */
    groups?: (string | number)[];
    /**
     * What agreement is compared with; `uniform` when left out.
     */
    nullDistribution?: NullDistribution;
    /**
     * The level of the interval of alpha; 0.95 when left out.
     */
    level?: number;
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
 * Bass in whole periods.
 */
export interface DiscreteOptions {
    /**
     * The coefficient of innovation, per period.
     */
    p: number;
    /**
     * The coefficient of imitation, per period.
     */
    q: number;
    /**
     * The market.
     */
    m: number;
    /**
     * How many periods.
     */
    periods: number;
}

/**
 * Between which numbers a forecast is, with a probability.
 */
export interface ForecastBand {
    /**
     * The probability, nominally.
     */
    level: number;
    /**
     * For the adopters of each period.
     */
    adopters: [number, number][];
    /**
     * For all by the end of each.
     */
    cumulative: [number, number][];
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
    /**
     * What is wrong with them, where no calendar has such a day: the code of the error that `resolveTime` throws.
     */
    fault?: "time-impossible-date" | "time-years-not-consecutive" | "time-no-such-part";
}

/**
 * How a column was taken, or is to be taken.
 */
export interface ColumnMapping {
    /**
     * The column, from 1.
     */
    column: number;
    /**
     * Its heading; when it is given, the column must have it.
     */
    header?: string;
    /**
     * What it is taken for.
     */
    as: "statement" | "group" | "code" | "ignored";
    /**
     * The statement's id, where it is one.
     */
    statement?: string;
    /**
     * How that was found; of no account in what is given.
     */
    by?: "given" | "id" | "text" | "close" | "heading" | "values" | "nothing";
    /**
     * With `close`: how near the heading is to the statement, from 80 to 99.
     */
    similarity?: number;
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
 * How many are in a category.
 */
export interface CategoryCount {
    /**
     * Which one.
     */
    category: AdopterCategory;
    /**
     * Whole people.
     */
    count: number;
    /**
     * Rogers' share of all, from 0 to 1.
     */
    share: number;
    /**
     * The share that the normal distribution has between the same cut-offs.
     */
    normalShare: number;
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
 * How the answers of a team, or of a group of it, are spread.
 */
export interface TeamProfile {
    perspective: Perspective;
    variant: Variant;
    /**
     * How many people there are.
     */
    people: number;
    /**
     * Why nothing is shown: too few people, or too few could be worked out.
     */
    hidden?: "too-small" | "would-give-away" | "hidden-before";
    /**
     * The elements, in the order of the model.
     */
    elements: TeamElement[];
    /**
     * The statements, in their order.
     */
    statements: TeamStatement[];
    /**
     * The ids of at most three statements that divide people most: at least one in five on either side.
     */
    mostSplit: string[];
    /**
     * The ids of at most three statements that most people know nothing of: at least one in ten.
     */
    mostDoubt: string[];
    /**
     * The groups of each column; of the whole only.
     */
    groups?: TeamGroups[];
    /**
     * The earlier round; of the whole only.
     */
    earlier?: TeamProfile;
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
 * One person's answers.
 */
export interface Respondent {
    /**
     * The row, from 1, the headings being one; in a text with codes the line.
     */
    row: number;
    /**
     * Answers by statement id; unanswered statements are left out.
     */
    answers: Record<string, AnswerValue>;
    /**
     * The group in each column of groups, by its name.
     */
    groups: Record<string, string>;
    /**
     * The result code, where there was one.
     */
    code?: string;
}

/**
 * One statement: everyone who answered it.
 */
export interface StatementStatistics {
    /**
     * How many answered.
     */
    n: number;
    /**
     * How many did not.
     */
    missing: number;
    /**
     * How many chose each point of the scale, from the lowest.
     */
    counts: number[];
    /**
     * The mean answer.
     */
    mean?: number;
    /**
     * The middle answer.
     */
    median?: number;
    /**
     * The standard deviation, with n − 1.
     */
    sd?: number;
    /**
     * Within-group agreement, 0 to 1.
     */
    rwg?: number;
    /**
     * The average deviation from the mean, in points.
     */
    adMean?: number;
    /**
     * The average deviation from the median, in points.
     */
    adMedian?: number;
    /**
     * Agreement by Brown and Hauenstein, −1 to 1.
     */
    awg?: number;
    /**
     * Agreement by van der Eijk: −1 (half choose each end), 0 (spread evenly) to 1 (all choose one point).
     */
    agreement?: number;
    /**
     * Polarisation, (1 − agreement)/2: 0 (all choose one point) to 1 (half choose each end).
     */
    polarisation?: number;
    /**
     * Leik's ordinal dispersion, 0 to 1.
     */
    leik?: number;
    /**
     * Consensus by Tastle and Wierman, 0 to 1.
     */
    consensus?: number;
    /**
     * The variance as a share of the largest there can be.
     */
    varianceRatio?: number;
    /**
     * The bimodality coefficient.
     */
    bimodality?: number;
    /**
     * The correlation with the sum of the other statements, of complete rows.
     */
    itemRest?: number;
    /**
     * Cronbach's alpha without this statement, of complete rows.
     */
    alphaIfDeleted?: number;
    /**
     * Why a statistic is absent, by its name.
     */
    reasons: Record<string, UndefinedReason>;
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
 * People who all see each other.
 */
export interface ExactOptions {
    /**
     * How many.
     */
    people: number;
    /**
     * The chance to adopt by oneself, per step.
     */
    p: number;
    /**
     * What it rises by when all others have.
     */
    q: number;
    /**
     * How many begin; none when left out.
     */
    begin?: number;
    /**
     * How many steps; 40 when left out.
     */
    steps?: number;
}

/**
 * Sites that look at each other.
 */
export interface SitesOptions {
    /**
     * The people of each site.
     */
    sizes: number[];
    /**
     * The coefficient of innovation of each.
     */
    p: number[];
    /**
     * A row for each site: what it takes over from each other.
     */
    q: number[][];
    /**
     * The times to look at.
     */
    times: number[];
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
 * Something that was not read, or that someone has to look at.
 */
export interface ResponseProblem {
    /**
     * What kind of problem it is.
     */
    code: ResponseProblemCode;
    /**
     * The row, from 1.
     */
    row?: number;
    /**
     * The column, from 1.
     */
    column?: number;
    /**
     * What stands there, at most 80 characters of it.
     */
    value: string;
    /**
     * The sentence for a developer.
     */
    message: string;
    /**
     * With `unsure-column` and `twin-column`: the ids of the statements.
     */
    statements?: string[];
    /**
     * With `unreadable-code`: the code of what is wrong with it, as `decodeAnswers` throws it.
     */
    reason?: ErrorCode;
    /**
     * With `duplicate-code`: the row where it came first.
     */
    first?: number;
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
 * The categories of a curve of Bass, between launch, the inflections of its rate and its peak.
 */
export interface CurveCategories {
    /**
     * Where the early adopters end.
     */
    t1: number;
    /**
     * Where the late majority ends.
     */
    t2: number;
    /**
     * The share of each category; that of the early adopters is below 0 where the curve has none.
     */
    shares: Record<AdopterCategory, number>;
}

/**
 * The curves that were fitted, the best first.
 */
export interface AdoptionFits {
    /**
     * Each of them.
     */
    fits: AdoptionFit[];
}

/**
 * The groups of a column.
 */
export interface TeamGroups {
    /**
     * What people are grouped by.
     */
    name: string;
    values: TeamGroup[];
}

/**
 * The peak of a curve.
 */
export interface CurvePeak {
    /**
     * The time.
     */
    time: number;
    /**
     * The share that has adopted by then.
     */
    share: number;
    /**
     * The rate then.
     */
    rate: number;
    /**
     * Whether it is at launch, where a curve of Bass without much imitation has it.
     */
    atLaunch: boolean;
}

/**
 * The regression of Bass (1969).
 */
export interface BassRegression {
    /**
     * The intercept.
     */
    a: number;
    /**
     * What a level adds.
     */
    b: number;
    /**
     * What the square of a level adds.
     */
    c: number;
    /**
     * The coefficient of innovation.
     */
    p: number;
    /**
     * The coefficient of imitation.
     */
    q: number;
    /**
     * The market.
     */
    m: number;
    /**
     * Whether this is a curve of Bass.
     */
    admissible: boolean;
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
 * What a team says about a statement. A figure that is undefined is absent.
 */
export interface TeamStatement {
    id: string;
    element: ChangeElement;
    /**
     * How many gave each answer, 1 to 5, as it was given.
     */
    answers: number[];
    unknown: number;
    notApplicable: number;
    unanswered: number;
    mean?: number;
    median?: number;
    /**
     * The standard deviation, with n − 1.
     */
    sd?: number;
    /**
     * r_wg against answers spread evenly: 1 for one opinion; below 0 people differ more than by chance.
     */
    rwg?: number;
    /**
     * The mean distance from the mean.
     */
    ad?: number;
    /**
     * Van der Eijk's polarisation: 0 for one opinion, 1 for two camps.
     */
    polarisation?: number;
}

/**
 * What a team says about an element. A figure that is undefined is absent.
 */
export interface TeamElement {
    id: ChangeElement;
    /**
     * The mean favourable answer, 0 to 1.
     */
    score?: number;
    /**
     * r_wg(j) against answers spread evenly, 0 to 1, of those who answered all statements.
     */
    rwgj?: number;
    /**
     * How much people agree about a statement on average, r*_wg(j), by the bounds of LeBreton and Senter (2008).
     */
    agreement?: "lacking" | "weak" | "moderate" | "strong" | "very-strong";
    /**
     * Cronbach's alpha, of the same people.
     */
    alpha?: number;
    /**
     * How many answers there are from unfavourable to favourable.
     */
    levels: number[];
    /**
     * How many answers are unknown.
     */
    unknown: number;
    notApplicable: number;
    unanswered: number;
}

/**
 * What answers say together.
 */
export interface Reliability {
    /**
     * How many people.
     */
    rows: number;
    /**
     * How many answered every statement.
     */
    complete: number;
    /**
     * Each statement.
     */
    statements: StatementStatistics[];
    /**
     * Within-group agreement on each statement, of complete rows; `undefined` where it is.
     */
    rwg: (number | undefined)[];
    /**
     * The interval of alpha by Feldt.
     */
    alphaInterval?: [number, number];
    /**
     * The loading of each statement on one factor.
     */
    loadings?: number[];
    /**
     * The variance of each statement that is its own.
     */
    uniquenesses?: number[];
    /**
     * Each group, where groups were given.
     */
    teams?: Team[];
    /**
     * What the numbers say about themselves, as `negative_alpha` or `constant_item:2`.
     */
    warnings: string[];
    /**
     * Cronbach's alpha.
     */
    alpha?: number;
    /**
     * Alpha of standardised statements.
     */
    alphaStandardised?: number;
    /**
     * Alpha from pairwise covariances.
     */
    alphaPairwise?: number;
    /**
     * McDonald's omega, of one factor.
     */
    omega?: number;
    /**
     * Within-group agreement on all statements.
     */
    rwgj?: number;
    /**
     * The average deviation from the mean, in points.
     */
    ad?: number;
    /**
     * The average deviation from the median, in points.
     */
    adMedian?: number;
    /**
     * Agreement by Brown and Hauenstein.
     */
    awg?: number;
    /**
     * ICC(1), with n0.
     */
    icc1?: number;
    /**
     * ICC(1), with the mean size of a group.
     */
    icc1MeanSize?: number;
    /**
     * ICC(2).
     */
    icc2?: number;
    /**
     * The mean square between groups.
     */
    meanSquareBetween?: number;
    /**
     * The mean square within groups.
     */
    meanSquareWithin?: number;
    /**
     * F of the group means.
     */
    f?: number;
    /**
     * Its probability where groups do not differ.
     */
    pValue?: number;
    /**
     * The share of the variation that is between groups.
     */
    etaSquared?: number;
    /**
     * The size of a group that counts where sizes differ.
     */
    n0?: number;
    /**
     * Why a statistic is absent, by its name.
     */
    reasons: Record<string, UndefinedReason>;
}

/**
 * What can come of Bass among people who all see each other, after each step.
 */
export interface ExactAdoption {
    /**
     * The mean number of adopters.
     */
    mean: number[];
    /**
     * Its standard deviation from run to run.
     */
    sd: number[];
    /**
     * The chance that everyone has adopted.
     */
    chanceOfAll: number[];
}

/**
 * What comes next.
 */
export interface AdoptionForecast {
    /**
     * The end of each period to come.
     */
    times: number[];
    /**
     * How many are expected to adopt in each.
     */
    adopters: number[];
    /**
     * How many are expected to have adopted by the end of each.
     */
    cumulative: number[];
    /**
     * A band for each level.
     */
    bands: ForecastBand[];
    /**
     * Whether bands are of whole people, as where the market is known.
     */
    wholePeople: boolean;
}

/**
 * What is simulated.
 */
export interface SimulateOptions {
    /**
     * How people come along.
     */
    model: SpreadModel;
    /**
     * Who can see whom.
     */
    network: AdoptionNetwork;
    /**
     * Who begins, by number from 0.
     */
    begin?: number[];
    /**
     * How many steps; 40 when left out.
     */
    steps?: number;
    /**
     * How many runs; 1 when left out.
     */
    runs?: number;
    /**
     * Fixes the numbers that are drawn.
     */
    seed?: number;
    /**
     * Steps in which nothing is adopted, `true` for each that is closed, from the first.
     */
    closed?: boolean[];
    /**
     * The shares of the runs that bands are given for; 0.1, 0.5 and 0.9 when left out.
     */
    quantiles?: number[];
    /**
     * The share of the people whose time is asked for; 0.5 when left out.
     */
    share?: number;
}

/**
 * What runs of a simulation gave.
 */
export interface AdoptionRuns {
    /**
     * The mean number of adopters, at the beginning and after each step.
     */
    mean: number[];
    /**
     * The standard deviation between runs.
     */
    sd: number[];
    /**
     * For each of `quantiles` the number of adopters that this share of the runs does not pass, at each step.
     */
    bands: number[][];
    /**
     * The share of the runs in which everyone has adopted.
     */
    chanceOfAll: number[];
    /**
     * The step by which each run reached `share` of the people, the earliest first; `null` for one that did not.
     */
    timeToShare: (number | null)[];
    /**
     * Who has adopted at the end, by number, where there was one run.
     */
    adopted?: number[];
}

/**
 * What several people answered to one questionnaire.
 */
export interface Responses {
    /**
     * From where the change was looked at.
     */
    perspective: Perspective;
    /**
     * Which elements were asked about.
     */
    variant: Variant;
    /**
     * The people. Nobody has a name.
     */
    respondents: Respondent[];
    /**
     * What people can be grouped by.
     */
    groups: ResponseGroup[];
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
 * What was read of responses.
 */
export interface ResponsesReading {
    /**
     * What people answered.
     */
    responses: Responses;
    /**
     * How each column was taken; empty for a text with codes.
     */
    mapping: ColumnMapping[];
    /**
     * What was not read, or has to be looked at: the first 500.
     */
    problems: ResponseProblem[];
    /**
     * How many more problems there are.
     */
    moreProblems: number;
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
 * Whose answers, and which groups of them.
 */
export interface TeamProfileOptions {
    /**
     * Responses as `parseResponses` returns them.
     */
    responses: TeamResponses;
    /**
     * The smallest group that is shown: 5 when left out.
     */
    minimumGroup?: number;
    /**
     * The names of the columns of groups that are wanted; all when left out.
     */
    groupBy?: string[];
    /**
     * The responses of an earlier round to the same statements.
     */
    earlier?: TeamResponses;
}

/**
 * Whose statements were answered, and what the columns are.
 *
 * Without `perspective`, `variant` and `statements`, it is ours from the perspective that fits best. With `lang`, statements
 * and answers are recognised in that language alone; without it, in all.
 */
export interface ResponsesOptions extends QuestionnaireOptions, LanguageOptions {
    /**
     * What some columns are; the others are matched.
     */
    mapping?: ColumnMapping[];
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
 * How many of so many people are in each of Rogers' categories: whole people that add up, by largest remainder.
 *
 * The shares are an idealisation: say “about”, and name no one.
 *
 * @example
 * ```js
 * const counts = adopterCounts(60);
 * console.log(counts.map(({ count }) => count).join(" "), counts[1].category); // 2 8 20 20 10 early_adopter
 * ```
 * @throws OlievlekError `invalid-type`
 */
export function adopterCounts(people: number): CategoryCount[];

/**
 * Sites that look at each other, as rates: the adopters of each site at each time.
 *
 * *dN/dt = (p + Σ q N/n)(n − N)* for each site, with a row of *q* for what it takes over from each.
 *
 * @example
 * ```js
 * const levels = adoptionBetweenSites({ sizes: [120, 40], p: [0.03, 0], q: [[0.4, 0], [0.2, 0.3]], times: [10] });
 * console.log(levels[0].map(Math.round).join(" ")); // 100 32
 * ```
 * @throws OlievlekError `empty`, `out-of-domain`, `shape-mismatch`, `time-not-sorted`, `non-finite`, `unknown-option`,
 * `invalid-type`
 */
export function adoptionBetweenSites(options: SitesOptions): number[][];

/**
 * A curve of adoption at some times: how many have adopted, how fast, when the peak is, and for Bass its categories.
 *
 * @example
 * ```js
 * const curve = adoptionCurve({ params: { p: 0.02, q: 0.45, m: 350 }, times: [1, 6, 12], shares: [0.5] });
 * console.log(curve.cumulative.map(Math.round).join(" "), curve.peak.time.toFixed(2)); // 9 141 323 6.62
 * ```
 * @throws OlievlekError `out-of-domain`, `non-finite`, `unknown-model`, `unknown-option`, `invalid-type`
 */
export function adoptionCurve(options: CurveOptions): AdoptionCurve;

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
 * The regression of Bass (1969), to compare with; for an estimate use `fitAdoption`.
 *
 * @example
 * ```js
 * const { p, admissible } = bassRegression([840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890]);
 * console.log(p.toFixed(4), admissible); // 0.0216 true
 * ```
 * @throws OlievlekError those of `fitAdoption`
 */
export function bassRegression(adopters: (number | null)[]): BassRegression;

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
 * Bass in whole periods, *n = (p + q N/m)(m − N)*: how many adopt in each.
 *
 * @example
 * ```js
 * console.log(discreteBass({ p: 0.02, q: 0.45, m: 350, periods: 2 }).join(" ")); // 7 9.947
 * ```
 * @throws OlievlekError `out-of-domain`, `unknown-option`, `invalid-type`
 */
export function discreteBass(options: DiscreteOptions): Float64Array;

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
 * What can come of Bass among people who all see each other, exactly: for small centres.
 *
 * @example
 * ```js
 * const { mean } = exactAdoption({ people: 30, p: 0.03, q: 0.5, steps: 5 });
 * console.log(mean[4].toFixed(4)); // 9.5893
 * ```
 * @throws OlievlekError `empty`, `out-of-domain`, `out-of-range`, `unknown-option`, `invalid-type`
 */
export function exactAdoption(options: ExactOptions): ExactAdoption;

/**
 * Fits curves to what was seen: each the best there is, with intervals and what it says about itself.
 *
 * A series without a best curve throws, and the code says why: `no-finite-optimum` where the data do not determine the
 * market, as they often do not before the peak.
 *
 * @example
 * ```js
 * const adopters = [840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890];
 * const [fit] = fitAdoption({ adopters }).fits;
 * console.log(fit.params.p.toFixed(4), fit.params.q.toFixed(3), Math.round(fit.params.m)); // 0.0088 0.642 67660
 * console.log(fit.intervals.m.map(Math.round).join(" ")); // 60691 75346
 * // Estimates alone, where many series are fitted.
 * const [quick] = fitAdoption({ adopters, intervals: false }).fits;
 * console.log(quick.params.m === fit.params.m, quick.intervals.m); // true undefined
 * ```
 * @throws OlievlekError `empty`, `too-few-points`, `non-finite`, `negative-value`, `not-monotone`, `no-adoption`,
 * `no-variation`, `no-finite-optimum`, `missing-not-allowed`, `out-of-domain`, `shape-mismatch`, `time-not-sorted`,
 * `unknown-model`, `unknown-option`, `invalid-type`
 */
export function fitAdoption(options: FitOptions): AdoptionFits;

/**
 * What comes next, by a curve fitted to what was seen, with bands by parametric bootstrap.
 *
 * With `market`, as the head count of a centre, bands are of whole people. The first of `models` is used.
 *
 * @example
 * ```js
 * const forecast = forecastAdoption({ adopters: [2, 3, 6, 9, 11], market: 60, periods: 2 });
 * const [low, high] = forecast.bands[0].cumulative[1];
 * console.log(forecast.wholePeople, low < forecast.cumulative[1] && forecast.cumulative[1] < high); // true true
 * ```
 * @throws OlievlekError those of `fitAdoption`
 */
export function forecastAdoption(options: ForecastOptions): AdoptionForecast;

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
 * Responses out of what people already have: result codes in any text, our own JSON and CSV, and exports of Google Forms,
 * LimeSurvey, Microsoft Forms and Excel.
 *
 * Text, or the bytes of a file: then UTF-8, UTF-16 and Windows-1252 are told apart. Columns are matched to statements by id,
 * by text and by close text; `mapping` says how, and can be corrected and given again. Whatever could not be read is in
 * `problems`. Names, addresses and remarks are not kept.
 *
 * @example
 * ```js
 * const table = "staff-plan-1;team\nhelemaal eens;Noord\nsoms;Noord";
 * const { responses, mapping, problems } = parseResponses(table);
 * console.log(responses.respondents[0].answers, mapping[1].as); // { 'staff-plan-1': 5 } group
 * console.log(problems[0].message); // row 3, column 1: expected an answer, got `soms`
 * ```
 * @throws OlievlekError `responses-empty`, `responses-not-text`, `responses-not-found`, `responses-too-many-columns`,
 * `responses-row-too-long`, `responses-too-many-rows`, `responses-too-long`, `responses-json`, `responses-mapping`,
 * `unknown-language`, `unknown-perspective`, `unknown-variant`, `unknown-element`, `invalid-statement`, `statement-count`,
 * `unknown-option`, `invalid-type`
 */
export function parseResponses(text: string | Uint8Array | ArrayBuffer, options?: ResponsesOptions | null): ResponsesReading;

/**
 * A plan out of a file, as `checkPlan` gives one: JSON, or what `planToMarkdown` and `planToCsv` write.
 *
 * A table may be as a spreadsheet saved it: with semicolons or tabs, dates such as `30/06/2026` and decimal commas. In
 * Markdown the names of fields are in the language of the options.
 *
 * @example
 * ```js
 * const { plan } = planFromFile("level;text;end\noperational;Elk team overlegt wekelijks;30/06/2027");
 * console.log(plan.strategicGoals[0].goals[0].end); // 2027-06-30
 * ```
 * @throws OlievlekError `plan-json` where the text is no file of ours, and those of `checkPlan`
 */
export function planFromFile(text: string, options?: LanguageOptions | null): CheckedPlan;

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
 * What answers of several people to several statements say together: agreement, reliability, and how opinions divide.
 *
 * What has no value is absent, and `reasons` says why. Statistics of one statement use everyone who answered it; those of
 * several statements use the people who answered them all, unless their name says otherwise. Each has its formula, source and
 * range in the documentation of the crate.
 *
 * @example
 * ```js
 * const matrix = [4, 5, 4, 3, 3, null, 2, 3, 2, 1, 1, 2];
 * const { complete, alpha, omega, reasons } = reliability({ matrix, rows: 4, columns: 3 });
 * console.log(complete, alpha.toFixed(3), omega, reasons.omega); // 3 0.952 undefined not-identified
 * ```
 * @throws OlievlekError `empty`, `shape-mismatch`, `out-of-range`, `non-finite`, `out-of-domain`, `unknown-option`,
 * `invalid-type`
 */
export function reliability(options: ReliabilityOptions): Reliability;

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
 * Runs a change through a network of people: what comes of it on average, and how far it can go either way.
 *
 * @example
 * ```js
 * const { mean, chanceOfAll } = simulateAdoption({
 *   model: { kind: "bass", p: 0.03, q: 0.4 }, network: { kind: "complete", people: 60 }, runs: 500, steps: 30,
 * });
 * console.log(mean[30] > 58, chanceOfAll[30] > 0.5); // true true
 * ```
 * @throws OlievlekError `empty`, `out-of-domain`, `out-of-range`, `shape-mismatch`, `unknown-model`, `unknown-option`,
 * `invalid-type`
 */
export function simulateAdoption(options: SimulateOptions): AdoptionRuns;

/**
 * What a team answered, element by element and statement by statement: how the answers are spread, how much people agree, and
 * what divides them or what they do not know.
 *
 * It holds no person's answers. A whole, a group and an earlier round of fewer people than `minimumGroup` are not shown, and
 * neither is a group that would give such a one away. A figure without a value is absent.
 *
 * @example
 * ```js
 * const rows = ["5;?;Noord", "1;4;Noord", "5;?;Noord", "2;4;Noord", "5;4;Zuid", "1;4;Noord"];
 * const { responses } = parseResponses(["staff-vision-1;staff-vision-2;team", ...rows].join("\n"));
 * const { people, mostSplit, mostDoubt, groups } = teamProfile({ responses });
 * console.log(people, mostSplit.join(), mostDoubt.join()); // 6 staff-vision-1 staff-vision-2
 * console.log(groups[0].values.map(({ name, hidden }) => `${name} ${hidden}`).join(", ")); // Noord would-give-away, Zuid too-small
 * ```
 * @throws OlievlekError `unknown-statement`, `answer-out-of-range`, `unknown-perspective`, `unknown-variant`, `out-of-domain`,
 * `unknown-option`, `invalid-type`
 */
export function teamProfile(options: TeamProfileOptions): TeamProfile;

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
