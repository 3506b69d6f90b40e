import { SelfCheck, initSync } from "#self-check";
import chart from "../../src/chart/chart.css";
import type { AnswerValue, ChangeElement, Perspective, Profile, Variant } from "#api";
import charts from "./charts.css";
import { type Kind, OlievlekElement, languageOf, line, shared } from "./element.js";
import { OlievlekError } from "./error.js";
import type { ElementEvents } from "./events.js";
import { LinkedElement } from "./linked-element.js";
import { get } from "./page.js";
import css from "./pages.css";

/** Answers by statement id; what is left out is unanswered. */
export type Answers = Record<string, AnswerValue>;

/** What `olievlek-change` tells. */
export interface SelfCheckChange {
  readonly answers: Answers;
  /** How many statements have an answer. */
  readonly answered: number;
  readonly total: number;
}

/** What `olievlek-complete` tells. */
export interface SelfCheckResult {
  readonly code: string;
  readonly perspective: Perspective;
  readonly variant: Variant;
  readonly answers: Answers;
  readonly profile: Profile;
}

export type { ChangeElement };

/** What a self-check is sent besides what every widget is; see `src/widgets/self_check/element.rs`. */
const enum Send {
  Answers = "A",
  WriteAnswers = "W",
  Code = "K",
  Profile = "P",
}

const PERSPECTIVES = ["staff", "policy", "school"];

const kind: Kind = {
  load: shared(new URL("./self-check.wasm", import.meta.url), (module) => {
    initSync({ module });
    return (host: number) => new SelfCheck(host);
  }),
  // What is not known is not asked for: the widget says so, and takes the default.
  expect: (options) => [
    `self-check.${languageOf(options)}.${PERSPECTIVES.find((known) => known === options["perspective"]) ?? "staff"}`,
  ],
  styles: [chart, css, charts],
};

/**
 * A Knoster self-check: statements about a change, and a profile of what the change has and still needs.
 *
 * Nothing is stored and nothing is sent. The content between the tags shows until the widget is ready, and stays when it
 * cannot be.
 *
 * @tagname olievlek-self-check
 *
 * @attr {"nl-BE"|"en"|"fr"|"de"} lang - The language; else the page's, else `nl-BE`.
 * @attr {"auto"|"light"|"dark"} theme - `auto` follows the page's own text colour.
 * @attr {"lazy"|"eager"} loading - `lazy` waits until the element comes near the viewport.
 * @attr {"none"|"device"} store - With `device` an unfinished self-check stays on the visitor's device.
 * @attr {"staff"|"policy"|"school"} perspective - From where the change is looked at.
 * @attr {"five"|"consensus"} variant - With `consensus` there is a sixth element.
 * @attr {string} change - A noun phrase for the change at hand, such as "de nieuwe werking".
 * @attr {string} statements - The address of a JSON file with your own statements; or put the JSON in a
 *   `<script type="application/json">` between the tags.
 *
 * @slot - What shows until the widget is ready, and when it cannot be.
 *
 * @fires {CustomEvent} olievlek-ready - The widget is shown.
 * @fires {CustomEvent<SelfCheckChange>} olievlek-change - An answer or the page changed.
 * @fires {CustomEvent<SelfCheckResult>} olievlek-complete - The profile is shown.
 * @fires {CustomEvent} olievlek-error - Something is wrong; `detail` has `code`, `message` and `field`.
 *
 * @csspart root - The whole widget.
 * @csspart title - The heading of a page.
 * @csspart text - A paragraph.
 * @csspart question - What an element is about.
 * @csspart steps - The list of elements.
 * @csspart step - One of them.
 * @csspart progress - The progress bar.
 * @csspart statement - A statement with its answers.
 * @csspart scale - The five points.
 * @csspart option - An answer.
 * @csspart actions - A row of buttons.
 * @csspart button - A button.
 * @csspart button-primary - The button that leads on.
 * @csspart field - The field for a result code.
 * @csspart notice - Something told once.
 * @csspart profile - The profile; what is printed.
 * @csspart headline - The sentence that names where to start.
 * @csspart chart - A chart.
 * @csspart table - The table that says the same.
 * @csspart gap - A weak or fragile element.
 * @csspart code - The result code.
 * @csspart error - What is wrong.
 *
 * @cssproperty --olievlek-accent - Primary buttons, the scale and the radar.
 * @cssproperty --olievlek-on-accent - Text on the accent.
 * @cssproperty --olievlek-surface - The ground with `theme="light"` or `"dark"`.
 * @cssproperty --olievlek-text - The text with `theme="light"` or `"dark"`.
 * @cssproperty --olievlek-border - Lines.
 * @cssproperty --olievlek-radius - Rounding of corners.
 * @cssproperty --olievlek-strong - A strong element.
 * @cssproperty --olievlek-fragile - A fragile element.
 * @cssproperty --olievlek-weak - A weak element.
 */
export class OlievlekSelfCheck extends LinkedElement {
  static override readonly observedAttributes = [
    ...OlievlekElement.observedAttributes,
    "perspective",
    "variant",
    "change",
    "statements",
  ];

  protected override readonly kind = kind;
  /** Answers that were set before there was a widget to take them. */
  #given: Answers | undefined = this.#upgrade();

  /** The answers by statement id. Setting them replaces what was answered. */
  get answers(): Answers {
    const answers = this.send(Send.Answers);
    return answers ? JSON.parse(answers) : (this.#given ?? {});
  }

  set answers(given: Answers) {
    if (!this.widget) {
      this.#given = given;
      return;
    }
    const lines = Object.entries(given).map(([id, answer]) => line(id, String(answer ?? "")));
    const fault = this.send(Send.WriteAnswers, lines.join("\n"));
    if (fault) throw OlievlekError.from(JSON.parse(fault));
  }

  /** The result code; empty before the widget is loaded. */
  get code(): string {
    return this.send(Send.Code);
  }

  /** What `olievlek-complete` tells, while the profile is shown. */
  get result(): SelfCheckResult | undefined {
    const result = this.send(Send.Profile);
    return result ? JSON.parse(result) : undefined;
  }

  protected override async options(): Promise<string[]> {
    const address = this.getAttribute("statements");
    const inline = this.querySelector('script[type="application/json"]');
    if (address === null && !inline) return [];
    try {
      const fetched = address === null ? undefined : await get(new URL(address, document.baseURI));
      const given: unknown = fetched ? await fetched.json() : JSON.parse(inline?.textContent ?? "");
      return ["statements", ...statementLines(given)];
    } catch (cause) {
      const told = `expected statements as JSON: ${String(cause)}`;
      this.reportError(new OlievlekError("statements-unreadable", told, { field: "statements", cause }));
      return ["statements"];
    }
  }

  protected override ready(): void {
    if (!this.#given) return;
    const given = this.#given;
    this.#given = undefined;
    try {
      this.answers = given;
    } catch (thrown) {
      this.reportError(thrown);
    }
  }

  /** Takes a property that was set before the element was defined. */
  #upgrade(): Answers | undefined {
    if (!Object.hasOwn(this, "answers")) return undefined;
    const given = this.answers;
    delete (this as { answers?: Answers }).answers;
    return given;
  }
}

/** A partner's statements as lines; what is wrong with them, the widget says. */
function statementLines(given: unknown): string[] {
  if (!Array.isArray(given)) throw new TypeError("the file holds no list");
  return given.map((statement: Record<string, unknown> | null) => {
    const { id, element, text, revealsGap } = statement ?? {};
    const texts = typeof text === "object" && text !== null ? Object.entries(text) : [["", text]];
    const words = texts.flatMap(([language, words]) => [String(language), String(words ?? "")]);
    return line("statement", String(id ?? ""), String(element ?? ""), revealsGap === true ? "gap" : "", ...words);
  });
}

export interface OlievlekSelfCheck {
  addEventListener<Name extends keyof ElementEvents<SelfCheckChange, SelfCheckResult>>(
    type: Name,
    listener: (this: OlievlekSelfCheck, event: ElementEvents<SelfCheckChange, SelfCheckResult>[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "olievlek-self-check": OlievlekSelfCheck;
  }
}
