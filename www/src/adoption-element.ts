import { Adoption, initSync } from "#adoption";
import { Numbers, initSync as initNumbers } from "#adoption-numbers";
import chart from "../../src/chart/chart.css";
import plot from "../../src/chart/plot.css";
import css from "./adoption.css";
import { Calls } from "./calls.js";
import charts from "./charts.css";
import { type Kind, OlievlekElement, languageOf, line, shared } from "./element.js";
import type { ElementEvents } from "./events.js";
import { LinkedElement } from "./linked-element.js";
import pages from "./pages.css";
import { savePicture } from "./picture.js";

/** A place or team of the centre. */
export interface AdoptionSite {
  readonly name: string;
  readonly people: number;
  readonly workingGroup: number;
  readonly tempo: "slow" | "ordinary" | "fast";
  /** The coefficients of innovation and imitation, per school month: assumptions. */
  readonly p: number;
  readonly q: number;
}

/** How many people take part at the end of a day. */
export interface AdoptionPoint {
  /** As `2026-10-15`. */
  readonly date: string;
  readonly count: number;
}

/** What `olievlek-change` tells: what was filled in, and what follows from it. */
export interface AdoptionChange {
  readonly people: number;
  readonly workingGroup: number;
  readonly start: string;
  readonly sites: readonly AdoptionSite[];
  /** The head counts of Rogers' categories. */
  readonly categories: Readonly<Record<string, number>>;
  /** The day by which half of the people take part if the plan holds; absent where it is beyond the years shown. */
  readonly half?: string;
  readonly everyone?: string;
  /** How what was seen compares with the plan. */
  readonly verdict: "on-track" | "later" | "ahead" | "early";
  /** What was seen and could be read. */
  readonly seen: readonly AdoptionPoint[];
}

/** What `olievlek-complete` tells: a what-if was played to its end. */
export interface AdoptionComplete {
  readonly runs: number;
  readonly scenarios: readonly AdoptionScenario[];
}

/** One way to spread attention, over all runs. */
export interface AdoptionScenario {
  readonly id: "early" | "everyone" | "late";
  /** The mean number of people who take part after a school year. */
  readonly afterYear: number;
}

/** What an adoption widget is sent besides what every widget is; see `src/widgets/adoption/element.rs`. */
const enum Send {
  Width = "Q",
  Value = "V",
  Frame = "z",
  Replied = "B",
  Unfold = "g",
  Hover = "h0",
  Paste = "v",
}

/** What an adoption widget asks for besides what every widget may; see `src/widgets/adoption/element.rs`. */
const enum Ask {
  Frame = "t",
  Numbers = "x",
  Drawing = "v",
  Picture = "g",
}

/** What takes more than a curve: the fit of what was seen, and the what-if; fetched when it is first asked for. */
const numbers = shared(new URL("./adoption-numbers.wasm", import.meta.url), (module) => {
  initNumbers({ module });
  return () => new Numbers();
});

const calls = new Calls();

const kind: Kind = {
  load: shared(new URL("./adoption.wasm", import.meta.url), (module) => {
    initSync({ module });
    return (host: number) => new Adoption(host);
  }),
  expect: (options) => [`adoption.${languageOf(options)}`],
  styles: [chart, pages, charts, plot, css],
};

/**
 * Who comes along when: the head counts of Rogers' categories, a curve over the school calendar, what was really seen
 * beside it, and a what-if of where attention goes.
 *
 * Nothing is stored and nothing is sent. What is filled in can be taken along in a link.
 *
 * @tagname olievlek-adoption
 *
 * @attr {"nl-BE"|"en"|"fr"|"de"} lang - The language; else the page's, else `nl-BE`.
 * @attr {"auto"|"light"|"dark"} theme - `auto` follows the page's own text colour.
 * @attr {"lazy"|"eager"} loading - `lazy` waits until the element comes near the viewport.
 * @attr {"none"|"device"} store - With `device` what is filled in stays on the visitor's device.
 * @attr {number} people - How many people the centre has; 60 to begin with.
 * @attr {number} working-group - How many of them take part from the first day; 8 to begin with.
 * @attr {string} start - The first day, as `2026-09-01`; else the first lesson day of this school year.
 * @attr {string} today - The day that it is, as `2026-11-24`; else the visitor's.
 *
 * @slot - What shows until the widget is ready, and when it cannot be.
 *
 * @fires {CustomEvent} olievlek-ready - The widget is shown.
 * @fires {CustomEvent<AdoptionChange>} olievlek-change - Something was filled in.
 * @fires {CustomEvent<AdoptionComplete>} olievlek-complete - A what-if was played to its end.
 * @fires {CustomEvent} olievlek-error - Something is wrong; `detail` has `code`, `message` and `field`.
 *
 * @csspart root - The whole widget.
 * @csspart title - The heading.
 * @csspart text - A paragraph.
 * @csspart setup - The fields for the centre.
 * @csspart site - One place or team.
 * @csspart field - A field.
 * @csspart slider - A slider.
 * @csspart plan - What follows from the fields; what is printed.
 * @csspart headline - The sentence that says when.
 * @csspart chart - The chart.
 * @csspart reading - What the chart says at the date that is read.
 * @csspart table - A table.
 * @csspart rows - The table for what was seen.
 * @csspart seen - What was seen, with what it says.
 * @csspart verdict - What it says.
 * @csspart what-if - The what-if.
 * @csspart actions - A row of buttons.
 * @csspart button - A button.
 * @csspart button-primary - The button that leads on.
 * @csspart notice - Something told once.
 * @csspart error - What is wrong.
 *
 * @cssproperty --olievlek-accent - The curve, the bell and sliders.
 * @cssproperty --olievlek-on-accent - Text on the accent.
 * @cssproperty --olievlek-surface - The ground with `theme="light"` or `"dark"`.
 * @cssproperty --olievlek-text - The text with `theme="light"` or `"dark"`.
 * @cssproperty --olievlek-border - Lines.
 * @cssproperty --olievlek-radius - Rounding of corners.
 * @cssproperty --olievlek-fragile - What was seen, and the curve through it.
 */
export class OlievlekAdoption extends LinkedElement {
  static override readonly observedAttributes = [
    ...OlievlekElement.observedAttributes,
    "people",
    "working-group",
    "start",
    "today",
  ];

  protected override readonly kind = kind;
  #signal: AbortSignal | undefined;
  #numbers: Numbers | undefined;

  /** What was filled in and what follows from it, month by month; undefined before the widget is there. */
  get value(): (AdoptionChange & { readonly points: readonly AdoptionPoint[] }) | undefined {
    const value = this.send(Send.Value);
    return value ? JSON.parse(value) : undefined;
  }

  protected override listen(root: ShadowRoot, signal: AbortSignal): void {
    super.listen(root, signal);
    this.#signal = signal;
    signal.addEventListener("abort", () => {
      calls.free(this.#numbers);
      this.#numbers = undefined;
    });
    root.addEventListener("paste", (event) => this.#paste(event as ClipboardEvent), { signal });
    const unfold = ({ target }: Event): void => {
      if (target instanceof HTMLDetailsElement && target.className === "months") this.send(Send.Unfold + Number(target.open));
    };
    // It does not bubble.
    root.addEventListener("toggle", unfold, { signal, capture: true });
    let pointed: PointerEvent | undefined;
    const hover = (event: PointerEvent): void => {
      const drawing = (event.composedPath()[0] as Element).closest?.(".plot svg");
      if (!drawing) return;
      // One reading a frame, however fast the pointer is.
      if (!pointed) {
        requestAnimationFrame(() => {
          if (pointed) this.#hover(drawing, pointed);
          pointed = undefined;
        });
      }
      pointed = event;
    };
    for (const type of ["pointermove", "pointerdown"] as const) {
      root.addEventListener(type, (event) => hover(event as PointerEvent), { signal });
    }
  }

  protected override async options(): Promise<string[]> {
    const now = new Date();
    const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    return [line("now", parts.map((part) => String(part).padStart(2, "0")).join("-"))];
  }

  /** The chart is drawn as wide as there is room, so that its text is as large as the rest. */
  protected override ready(): void {
    const room = this.shadowRoot?.querySelector(".plot");
    if (!room) return;
    const measure = (): void => {
      const width = room.clientWidth;
      const size = parseFloat(getComputedStyle(room).fontSize);
      if (width > 0) this.send(Send.Width, String(Math.round((16 * width) / size)));
    };
    // At the next frame: a drawing of another height would set the observer off again.
    const watch = new ResizeObserver(() => requestAnimationFrame(measure));
    watch.observe(room);
    this.#signal?.addEventListener("abort", () => watch.disconnect());
  }

  protected override asked(what: string, first: string, second: string): void {
    if (what === Ask.Numbers) {
      if (this.#numbers) this.#ask(this.#numbers, first, second);
      else void this.#fetch(first, second);
      return;
    }
    if (what === Ask.Frame) requestAnimationFrame(() => this.send(Send.Frame));
    else if (what === Ask.Drawing) {
      this.save(first, second.replace("<style></style>", `<style>${chart}${plot}</style>`));
    }
    else if (what === Ask.Picture) {
      const drawing = this.shadowRoot?.querySelector<SVGSVGElement>(".plot svg");
      const root = this.shadowRoot?.querySelector(".root");
      if (!drawing || !root) return;
      const ground = getComputedStyle(root).getPropertyValue("--ground");
      savePicture(drawing, first, ground);
    } else super.asked(what, first, second);
  }

  async #fetch(what: string, question: string): Promise<void> {
    try {
      const make = await numbers();
      this.#numbers ??= calls.through(make);
    } catch (thrown) {
      this.reportError(thrown);
    }
    this.#ask(this.#numbers, what, question);
  }

  #ask(numbers: Numbers | undefined, what: string, question: string): void {
    let reply = "!load-failed";
    try {
      reply = calls.through(() => numbers?.ask(what, question)) ?? reply;
    } catch (thrown) {
      this.reportError(thrown);
    }
    this.send(Send.Replied, `${what}\n${question}\n${reply}`);
  }

  #hover(drawing: Element, { clientX }: PointerEvent): void {
    const { left, width } = drawing.getBoundingClientRect();
    if (width > 0) this.send(Send.Hover, String(Math.round(1000 * Math.min(Math.max((clientX - left) / width, 0), 1))));
  }

  /** Rows from a spreadsheet go into rows; anything else is the browser's. */
  #paste(event: ClipboardEvent): void {
    const cell = (event.composedPath()[0] as HTMLElement).dataset?.["cell"];
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (cell === undefined || !/[\t;\n]/.test(text.trim())) return;
    event.preventDefault();
    this.send(Send.Paste + cell, text);
  }
}

export interface OlievlekAdoption {
  addEventListener<Name extends keyof ElementEvents<AdoptionChange, AdoptionComplete>>(
    type: Name,
    listener: (this: OlievlekAdoption, event: ElementEvents<AdoptionChange, AdoptionComplete>[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "olievlek-adoption": OlievlekAdoption;
  }
}
