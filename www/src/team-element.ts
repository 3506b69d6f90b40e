import { Team, initSync } from "#team";
import { Responses, initSync as initResponses } from "#team-responses";
import chart from "../../src/chart/chart.css";
import stacked from "../../src/chart/stacked.css";
import type { TeamProfile } from "#api";
import { Calls } from "./calls.js";
import charts from "./charts.css";
import { type Kind, fetchPack, languageOf, shared } from "./element.js";
import type { ElementEvents } from "./events.js";
import { SavingElement } from "./saving-element.js";
import css from "./team.css";
import { textOf } from "./text-file.js";

/** What `olievlek-change` tells: how many people's answers count, and how much there is to look at. */
export interface TeamChange {
  readonly people: number;
  readonly problems: number;
}

/** What `olievlek-complete` tells: what `teamProfile` of the API gives. */
export type TeamResult = TeamProfile;

/** What a team widget is sent besides what every widget is; see `src/widgets/team/element.rs`. */
const enum Send {
  File = "I",
  TooLarge = "L",
  Unreadable = "E",
  Value = "V",
  Replied = "B",
  Write = "w00",
}

/** What a team widget asks for besides what every widget may; see `src/widgets/team/element.rs`. */
const enum Ask {
  Read = "x",
  File = "y",
  Screen = "u",
}

/** Above this a file is none that people filled in, and a page would stand still for it. */
const LARGEST_FILE = 20_000_000;

const LANGUAGES = ["nl-BE", "en", "fr", "de"];

/** What reads answers and writes files: fetched with the first answers. */
const responses = shared(new URL("./team-responses.wasm", import.meta.url), (module) => {
  initResponses({ module });
  return () => new Responses();
});

const calls = new Calls();

const kind: Kind = {
  load: shared(new URL("./team.wasm", import.meta.url), (module) => {
    initSync({ module });
    return (host: number) => new Team(host);
  }),
  expect: (options) => [`team.${languageOf(options)}`],
  styles: [chart, charts, stacked, css],
};

/**
 * What a team answered, side by side: where it agrees, where it is split, what it does not know, and what to discuss first.
 *
 * A coordinator pastes result codes or the export of a survey. Nothing is stored and nothing is sent. Groups that are too
 * small are not shown, and neither is what would give them away.
 *
 * @tagname olievlek-team
 *
 * @attr {"nl-BE"|"en"|"fr"|"de"} lang - The language; else the page's, else `nl-BE`.
 * @attr {"auto"|"light"|"dark"} theme - `auto` follows the page's own text colour.
 * @attr {"lazy"|"eager"} loading - `lazy` waits until the element comes near the viewport.
 * @attr {"none"} store - Answers of others are never kept on a device.
 * @attr {"staff"|"policy"|"school"} perspective - Whose statements were answered; else it is found out.
 * @attr {"five"|"consensus"} variant - With `consensus` there is a sixth element; else it is found out.
 * @attr {string} change - A noun phrase for the change at hand, such as "de nieuwe werking".
 * @attr {number} minimum-group - The smallest group that is shown: 5, or what is asked for from 3 on.
 *
 * @slot - What shows until the widget is ready, and when it cannot be.
 *
 * @fires {CustomEvent} olievlek-ready - The widget is shown.
 * @fires {CustomEvent<TeamChange>} olievlek-change - Other answers count.
 * @fires {CustomEvent<TeamResult>} olievlek-complete - The picture is shown.
 * @fires {CustomEvent} olievlek-error - Something is wrong; `detail` has `code`, `message` and `field`.
 *
 * @csspart root - The whole widget.
 * @csspart title - The heading of a page.
 * @csspart text - A paragraph.
 * @csspart privacy - What happens with the answers.
 * @csspart round - What was given of a round.
 * @csspart field - A field.
 * @csspart count - How many were read.
 * @csspart problems - What is to be looked at.
 * @csspart columns - What each column is.
 * @csspart profile - The picture; what is printed.
 * @csspart first - What to discuss first.
 * @csspart points - A list of statements to discuss.
 * @csspart element - An element.
 * @csspart groups - The groups.
 * @csspart present - An element on the whole screen.
 * @csspart chart - A chart.
 * @csspart legend - What the parts of a bar are.
 * @csspart table - A table.
 * @csspart actions - A row of buttons.
 * @csspart button - A button.
 * @csspart button-primary - The button that leads on.
 * @csspart notice - Something told once.
 * @csspart error - What is wrong.
 *
 * @cssproperty --olievlek-accent - Primary buttons and what is chosen.
 * @cssproperty --olievlek-on-accent - Text on the accent.
 * @cssproperty --olievlek-surface - The ground with `theme="light"` or `"dark"`.
 * @cssproperty --olievlek-text - The text with `theme="light"` or `"dark"`.
 * @cssproperty --olievlek-border - Lines.
 * @cssproperty --olievlek-radius - Rounding of corners.
 */
export class OlievlekTeam extends SavingElement {
  static override readonly observedAttributes = [
    ...SavingElement.observedAttributes,
    "perspective",
    "variant",
    "change",
    "minimum-group",
  ];

  protected override readonly kind = kind;
  #responses: Responses | undefined;
  #words = false;

  /** The picture, as `olievlek-complete` tells it; undefined while there are too few answers. */
  get result(): TeamResult | undefined {
    const result = this.send(Send.Value);
    return result ? JSON.parse(result) : undefined;
  }

  /** Reads codes or answers of this round, as if they were pasted; what was there before goes. */
  read(text: string): void {
    this.send(Send.Write, text);
  }

  protected override listen(root: ShadowRoot, signal: AbortSignal): void {
    const chosen = (event: Event): void => {
      const field = event.composedPath()[0];
      if (!(field instanceof HTMLInputElement) || field.type !== "file") return;
      event.stopPropagation();
      void this.#open(field.files?.[0], field);
    };
    root.addEventListener("change", chosen, { signal, capture: true });
    root.addEventListener("dragover", (event) => event.preventDefault(), { signal });
    const drop = (event: Event): void => {
      const { dataTransfer } = event as DragEvent;
      const file = dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void this.#open(file, event.composedPath()[0]);
    };
    root.addEventListener("drop", drop, { signal });
    this.addEventListener("keydown", (event) => this.#key(event), { signal });
    const left = (): void => {
      if (!document.fullscreenElement) this.#press("close");
    };
    this.addEventListener("fullscreenchange", left, { signal });
    signal.addEventListener("abort", () => {
      calls.free(this.#responses);
      this.#responses = undefined;
      this.#words = false;
    });
  }

  protected override asked(what: string, first: string, second: string): void {
    if (what === Ask.Read) void this.#ask(first, second);
    else if (what === Ask.File) void this.#file(first, second);
    else if (what === Ask.Screen) {
      // Where a page or a browser does not allow it, the element is shown in its place, as large.
      if (first) void this.requestFullscreen?.().catch(() => {});
      else if (document.fullscreenElement === this) void document.exitFullscreen().catch(() => {});
    }
  }

  /** Has answers read. Words are fetched where they may be needed: result codes are read without. */
  async #ask(about: string, text: string): Promise<void> {
    const [number = "", question = ""] = about.split("\n");
    let reply: string;
    // Why there is no answer, should the next step fail; only without words can codes be read all the same.
    let why = "load-failed";
    try {
      const reader = await this.#reader();
      reply = calls.through(() => reader.ask(question, text));
      if (reply === "?") {
        why = "words-failed";
        await this.#learn(reader);
        reply = calls.through(() => reader.ask(question, text));
      }
    } catch (thrown) {
      reply = `!${thrown instanceof WebAssembly.RuntimeError ? "internal" : why}`;
      this.reportError(thrown);
    }
    this.send(Send.Replied, `${number}\n${reply}`);
  }

  async #reader(): Promise<Responses> {
    const make = await responses();
    this.#responses ??= calls.through(make);
    return this.#responses;
  }

  /** A table may be in any language, whatever that of the page. */
  async #learn(reader: Responses): Promise<void> {
    const packs = await Promise.all(LANGUAGES.map((language) => fetchPack(`team-words.${language}`)));
    if (this.#words) return;
    this.#words = true;
    packs.forEach((pack, place) => calls.through(() => reader.learn(LANGUAGES[place] ?? "", pack)));
  }

  async #file(name: string, request: string): Promise<void> {
    try {
      const language = this.shadowRoot?.querySelector<HTMLElement>(".root")?.lang ?? "nl-BE";
      const [reader, pack] = await Promise.all([this.#reader(), fetchPack(`team.${language}`)]);
      const content = calls.through(() => reader.file(request, language, pack));
      const whole = content.replace("<style></style>", `<style>${chart}${stacked}</style>`);
      this.save(name, whole);
    } catch (thrown) {
      this.reportError(thrown);
    }
  }

  /** Hands a file over, to the round that it was put on. */
  async #open(file: File | undefined, place: EventTarget | undefined): Promise<void> {
    if (!file) return;
    const within = place instanceof Element ? place.closest<HTMLElement>("[data-round]") : null;
    if (file.size > LARGEST_FILE) {
      this.send(Send.TooLarge, file.name);
      return;
    }
    const bytes = await file.arrayBuffer().catch(() => undefined);
    // So that the same file can be chosen again.
    if (place instanceof HTMLInputElement) place.value = "";
    if (!bytes) this.send(Send.Unreadable, file.name);
    else this.send(Send.File + (within?.dataset["round"] ?? "0"), `${file.name.replace(/\s/g, " ")}\n${textOf(bytes)}`);
  }

  /** While an element has the screen, arrows go on and back and Escape ends it. */
  #key(event: KeyboardEvent): void {
    const button = { ArrowRight: "next", PageDown: "next", ArrowLeft: "previous", PageUp: "previous", Escape: "close" }[event.key];
    if (button && this.#press(button)) event.preventDefault();
  }

  /** Presses a button of the element that has the screen; whether there is one. */
  #press(name: string): boolean {
    const button = this.shadowRoot?.querySelector<HTMLElement>(`.present .${name}`);
    button?.click();
    return button !== null && button !== undefined;
  }
}

export interface OlievlekTeam {
  addEventListener<Name extends keyof ElementEvents<TeamChange, TeamResult>>(
    type: Name,
    listener: (this: OlievlekTeam, event: ElementEvents<TeamChange, TeamResult>[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "olievlek-team": OlievlekTeam;
  }
}
