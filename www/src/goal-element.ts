import { Goal, initSync } from "#goal";
import { type Kind, OlievlekElement, fetchPack, languageOf, line, shared } from "./element.js";
import type { ElementEvents } from "./events.js";
import css from "./goal.css";

/**
 * A plan as JSON has it: strategic goals with their goals, and what is being written. What is not known in it survives.
 */
export type GoalPlan = Record<string, unknown>;

/** What `olievlek-change` tells. */
export interface GoalChange {
  /** The plan as it is now. */
  readonly value: GoalPlan;
}

/** What `olievlek-complete` tells: a goal was put in the list. */
export interface GoalComplete {
  /** How many goals stand in the list. */
  readonly goals: number;
  readonly value: GoalPlan;
}

/** What a goal widget is sent besides what every widget is; see `src/widgets/goal/element.rs`. */
const enum Send {
  Value = "V",
  WriteValue = "W",
  Import = "I",
  Replied = "B",
  Weak = "E",
  Opened = "O",
  Missing = "M",
  Disabled = "X",
}

/** What a goal widget asks for besides what every widget may; see `src/widgets/goal/element.rs`. */
const enum Ask {
  Form = "v",
  Select = "r",
  Plan = "x",
}

/** Reads times and answers questions about a whole plan; fetched once someone writes or there is a plan, as is its script. */
const plans = shared(new URL("./goal-plan.wasm", import.meta.url), async (module) => {
  const script = await import("./goal-plan.js");
  return { ...script, ask: script.open(module) };
});

const kind: Kind = {
  load: shared(new URL("./goal.wasm", import.meta.url), (module) => {
    initSync({ module });
    return (host: number) => new Goal(host);
  }),
  expect: (options) => {
    const language = languageOf(options);
    return [`goal.${language}`, ...(/nl|en/.test(language) ? [`goal-words.${language}`] : [])];
  },
  styles: [css],
};

/**
 * A place to write goals: which words carry which letter of SMARTI shows while one types, the deadline stands on the
 * school year, and goals go into a list under a strategic goal.
 *
 * Nothing is stored and nothing is sent. In a form its value is the plan as JSON, under the element's `name`. A plan to
 * begin with may stand between the tags in a `<script type="application/json">`.
 *
 * It listens on the page for the `olievlek-complete` of a self-check, and then shows ways to begin for its weak elements.
 *
 * @tagname olievlek-goal
 *
 * @attr {"nl-BE"|"en"|"fr"|"de"} lang - The language; else the page's, else `nl-BE`. Goals are read in Dutch and English.
 * @attr {"auto"|"light"|"dark"} theme - `auto` follows the page's own text colour.
 * @attr {"lazy"|"eager"} loading - `lazy` waits until the element comes near the viewport.
 * @attr {"none"|"device"} store - With `device` the plan and what is being written stay on the visitor's device.
 * @attr {string} today - The day that phrases such as "next school year" start from, as `2025-10-01`; else today.
 * @attr {string} acceptable-label - The word for A: `aanvaardbaar`, `acceptabel`, `actiegericht`, `ambitieus`,
 *   `aanwijsbaar` or `attractief`, in the language shown.
 * @attr {string} inspiring-label - The word for I: `inspirerend` or `inclusief`.
 * @attr {string} name - The name of the plan in a form.
 * @attr {boolean} required - Whether a form needs one goal in the list.
 * @attr {boolean} disabled - Whether nothing can be changed.
 *
 * @slot - What shows until the widget is ready, and when it cannot be.
 *
 * @fires {CustomEvent} olievlek-ready - The widget is shown.
 * @fires {CustomEvent<GoalChange>} olievlek-change - The text, a field or the plan changed.
 * @fires {CustomEvent<GoalComplete>} olievlek-complete - A goal was put in the list, or the list was opened from a file.
 * @fires {CustomEvent} olievlek-error - Something is wrong; `detail` has `code`, `message` and `field`.
 *
 * @csspart root - The whole widget.
 * @csspart title - A heading.
 * @csspart text - A paragraph.
 * @csspart sheet - The field that one writes in.
 * @csspart hint - The best next step.
 * @csspart letter - One of the six letters.
 * @csspart jump - A button that goes to words in the field.
 * @csspart slot - One of the fields that fill from the text.
 * @csspart actions - A row of buttons.
 * @csspart button - A button.
 * @csspart button-primary - The button that leads on.
 * @csspart notice - Something told once.
 * @csspart plan - The list of goals; what is printed.
 * @csspart goal - One goal of the list.
 * @csspart chart - The school year.
 * @csspart error - What is wrong.
 *
 * @cssproperty --olievlek-accent - Primary buttons, marks and the deadline.
 * @cssproperty --olievlek-on-accent - Text on the accent.
 * @cssproperty --olievlek-surface - The ground with `theme="light"` or `"dark"`.
 * @cssproperty --olievlek-text - The text with `theme="light"` or `"dark"`.
 * @cssproperty --olievlek-border - Lines.
 * @cssproperty --olievlek-radius - Rounding of corners.
 * @cssproperty --olievlek-strong - A letter that is there.
 * @cssproperty --olievlek-fragile - A letter that is half there.
 */
export class OlievlekGoal extends OlievlekElement {
  static readonly formAssociated: boolean = true;
  static override readonly observedAttributes = [
    ...OlievlekElement.observedAttributes,
    "today",
    "acceptable-label",
    "inspiring-label",
    "required",
  ];

  protected override readonly kind = kind;
  readonly #internals = this.attachInternals();
  /** A plan that was given before there was a widget to take it. */
  #given: string | undefined = this.#upgrade();
  /** Whether a plan from outside is being read. */
  #reading = false;
  /** What is missing in a form, in the reader's words. */
  #missing = "";
  #disabled = false;
  /** The weak elements of a self-check that was finished before the widget was there. */
  #weak = "";

  /**
   * The plan. Setting it replaces what was there, which a visitor can undo; `null` empties it. One that cannot be read
   * leaves everything as it was, with an `olievlek-error`.
   */
  get value(): GoalPlan {
    return JSON.parse(this.#given || this.send(Send.Value) || "{}");
  }

  set value(plan: GoalPlan | null) {
    this.#take(plan === null ? "" : JSON.stringify(plan));
  }

  /** The name of the plan in a form. */
  get name(): string {
    return this.getAttribute("name") ?? "";
  }

  set name(name: string) {
    this.setAttribute("name", name);
  }

  /** Whether a form needs one goal in the list. */
  get required(): boolean {
    return this.hasAttribute("required");
  }

  set required(required: boolean) {
    this.toggleAttribute("required", required);
  }

  /** Whether nothing can be changed. */
  get disabled(): boolean {
    return this.hasAttribute("disabled");
  }

  set disabled(disabled: boolean) {
    this.toggleAttribute("disabled", disabled);
  }

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get labels(): NodeList {
    return this.#internals.labels;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  override focus(options?: FocusOptions): void {
    this.shadowRoot?.getElementById("goal")?.focus(options);
  }

  protected override listen(root: ShadowRoot, signal: AbortSignal): void {
    document.addEventListener("olievlek-complete", (event) => this.#start(event), { signal });
    const opened = ({ target }: Event): void => {
      if (target instanceof HTMLDetailsElement && target.open && target.id) this.send(Send.Opened, target.id);
    };
    // It does not bubble.
    root.addEventListener("toggle", opened, { signal, capture: true });
    root.addEventListener("change", (event) => void this.#open(event), { signal });
    // A word in the widget, where the missing goal is written, and no bubble of the browser that cannot point to it.
    this.addEventListener(
      "invalid",
      (event) => {
        if (!this.widget) return;
        event.preventDefault();
        this.send(Send.Missing);
      },
      { signal },
    );
    // A label in the page gives the focus on.
    this.addEventListener("click", (event) => event.composedPath()[0] === this && this.focus(), { signal });
    this.#given ??= this.#initial || undefined;
    if (!this.widget) this.#tell(this.#given ?? "", "");
  }

  override attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    super.attributeChangedCallback(name, before, after);
    if (name === "required") this.#judge();
  }

  formDisabledCallback(disabled: boolean): void {
    this.#disabled = disabled;
    this.send(Send.Disabled, disabled ? "1" : "");
  }

  formResetCallback(): void {
    this.#take(this.#initial);
  }

  formStateRestoreCallback(state: string | File | FormData | null): void {
    if (typeof state === "string") this.#take(state);
  }

  protected override async options(): Promise<string[]> {
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
    return [line("now", day.join("-"))];
  }

  protected override ready(): void {
    // What was kept on the device goes over what stands between the tags, and under what the page's script gave.
    const kept = this.send(Send.Value) && this.#given === this.#initial;
    if (this.#given !== undefined && !kept) this.#take(this.#given);
    if (this.#weak) this.send(Send.Weak, this.#weak);
    if (this.#disabled) this.send(Send.Disabled, "1");
  }

  protected override asked(what: string, first: string, second: string): void {
    if (what === Ask.Form) this.#tell(first, second);
    else if (what === Ask.Plan) void this.#ask(first, second);
    else if (what === Ask.Select) {
      const field = this.shadowRoot?.getElementById(first) as HTMLTextAreaElement | null;
      const [start = 0, end = start] = second.split(" ").map(Number);
      field?.focus();
      field?.setSelectionRange(start, end);
    }
  }

  /** The plan between the tags. */
  get #initial(): string {
    return this.querySelector('script[type="application/json"]')?.textContent?.trim() ?? "";
  }

  /** Takes a plan as JSON, now or once there is a widget. Until it is read it is what the page sees. */
  #take(plan: string): void {
    this.#reading = false;
    this.#tell(plan, "");
    this.#given = plan;
    // It is read later on, unless it is empty.
    this.#reading = plan !== "";
    if (this.widget) this.send(Send.WriteValue, plan);
  }

  /** @internal */
  protected override save(name: string, content: string): void {
    void plans().then(({ offerFile }) => offerFile(name, content));
  }

  /** @internal */
  protected override printer(): ReturnType<typeof plans> {
    return plans();
  }

  /** Asks the wasm of the plan; a file that it makes is offered, and all else is for the widget. */
  async #ask(about: string, plan: string): Promise<void> {
    const [message = "", language = ""] = about.split("\t");
    let reply = "!load-failed";
    try {
      const [{ ask, styles }, pack] = await Promise.all([plans(), fetchPack(`goal-plan.${language}`)]);
      if (!kind.styles.includes(styles)) this.addStyles(styles);
      reply = ask(about, plan, pack);
    } catch (thrown) {
      this.reportError(thrown);
    }
    if (message === "W") this.#reading = false;
    const file = message.startsWith("v") && /^([^!\n]+)\n([^]*)$/.exec(reply);
    if (file) this.save(file[1] ?? "", file[2] ?? "");
    else this.send(Send.Replied, `${message}\n${reply}`);
  }

  /** What goes along with a form, and what is missing in it. */
  #tell(value: string, missing: string): void {
    if (this.widget && this.#reading) return;
    if (this.widget) this.#given = undefined;
    this.#internals.setFormValue(value || null);
    this.#missing = this.widget ? missing : value ? "" : " ";
    this.#judge();
  }

  #judge(): void {
    const missing = this.required ? this.#missing : "";
    this.#internals.setValidity(missing ? { valueMissing: true } : {}, missing);
  }

  /** Passes on which elements of a change came out weak in a self-check. */
  #start({ detail }: GlobalEventHandlersEventMap["olievlek-complete"]): void {
    if (!("profile" in detail)) return;
    const { elements, weakest } = detail.profile;
    const weak = elements.filter(({ status }) => status === "weak").map(({ id }) => id);
    this.#weak = [...new Set([...weakest, ...weak])].join("\n");
    this.send(Send.Weak, this.#weak);
  }

  /** Opens a file that someone chose. */
  async #open(event: Event): Promise<void> {
    const field = event.composedPath()[0] as HTMLInputElement;
    const file = field.type === "file" && field.files?.[0];
    if (!file) return;
    const text = await Promise.all([plans(), file.arrayBuffer()]).then(([{ textOf }, bytes]) => textOf(bytes), () => "");
    // So that the same file can be chosen again.
    field.value = "";
    this.send(Send.Import, text);
  }

  /** Takes a property that was set before the element was defined. */
  #upgrade(): string | undefined {
    if (!Object.hasOwn(this, "value")) return undefined;
    const given = this.value;
    delete (this as { value?: GoalPlan }).value;
    return JSON.stringify(given);
  }
}

export interface OlievlekGoal {
  addEventListener<Name extends keyof ElementEvents<GoalChange, GoalComplete>>(
    type: Name,
    listener: (this: OlievlekGoal, event: ElementEvents<GoalChange, GoalComplete>[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "olievlek-goal": OlievlekGoal;
  }
}
