/**
 * What every element has in common: when it loads, what it passes on, what it does for its widget, and how it fails.
 *
 * The widget is Rust in wasm; it decides what is asked, said and drawn. Every call into it passes
 * `OlievlekElement.send`, so that a trap ends in a calm message and never in the page. This file holds no domain knowledge
 * and no texts.
 */
import dark from "./dark.css";
import { Drawing } from "./drawing.js";
import base from "./element.css";
import { OlievlekError } from "./error.js";
import ground from "./ground.css";
import { type Host, dismiss, enlist } from "./host.js";
import { get, hasLightText } from "./page.js";
import paper from "./print.css";

/** The widget of an element, as its wasm exports it: one way in for all; see `src/widgets/self_check/element.rs`. */
export interface Widget {
  send(what: string, text: string): string;
  free(): void;
}

/** What a widget is sent; see `src/widgets/self_check/element.rs`. */
export const enum Send {
  Configure = "C",
  Texts = "T",
  Restore = "R",
  StoreFailed = "F",
  Snapshot = "S",
  Apology = "Z",
}

/** What a widget asks for; see `src/widgets/host.rs`. */
const enum Ask {
  Draw = "d",
  Focus = "f",
  Emit = "e",
  Need = "n",
  Save = "s",
  Print = "p",
  Keep = "k",
}

/** One kind of element: its wasm, loaded once a page however many elements there are. */
export interface Kind {
  readonly load: () => Promise<(host: number) => Widget>;
  /** The text packs that attributes let one expect, fetched beside the wasm instead of after it. */
  readonly expect: (options: Readonly<Record<string, string | null>>) => string[];
  /** Styles besides those that every element has; what is fetched later may add some. */
  readonly styles: string[];
  /** What the wasm trapped by: after that no element of this kind starts any more. */
  trap?: unknown;
}

/** A wasm that is fetched when it is first wanted, once a page; a load that failed can be tried again. */
export function shared<Made>(address: URL, make: (module: WebAssembly.Module) => Made | Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => {
    made ??= compile(address)
      .then(make)
      .catch((cause: unknown) => {
        made = undefined;
        throw new OlievlekError("load-failed", `could not load ${address}: ${String(cause)}`, { cause });
      });
    return made;
  };
}

/** Compiles while the file comes in and off the main thread; a server that names the type wrongly costs only the former. */
async function compile(address: URL): Promise<WebAssembly.Module> {
  const answer = await get(address);
  const whole = answer.clone();
  return WebAssembly.compileStreaming(answer).catch(async (thrown: unknown) => {
    if (!(thrown instanceof TypeError)) throw thrown;
    return WebAssembly.compile(await whole.arrayBuffer());
  });
}

/** `HTMLElement`, or a stand-in where there is no page, so that importing under Node does nothing. */
const Base: typeof HTMLElement = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

const packs = new Map<string, Promise<string>>();
/** The elements on the page, to release them all after a trap in their wasm. */
const shown = new Set<OlievlekElement>();

export function fetchPack(name: string): Promise<string> {
  let pack = packs.get(name);
  if (!pack) {
    pack = get(new URL(`./texts/${name}.txt`, import.meta.url)).then((answer) => answer.text());
    packs.set(name, pack);
    // A pack that did not come may come the next time.
    pack.catch(() => packs.delete(name));
  }
  return pack;
}

const sheets = new Map<string, CSSStyleSheet>();

/** A style sheet, made once a page: constructed ones work where a policy forbids inline styles. */
function sheet(css: string): CSSStyleSheet {
  let made = sheets.get(css);
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync(css);
    sheets.set(css, made);
  }
  return made;
}

/** The language that attributes let one expect; what is not known is the default, as the widget takes it. */
export function languageOf({ lang, pageLang }: Readonly<Record<string, string | null>>): string {
  const primary = (lang ?? pageLang ?? "").slice(0, 2).toLowerCase();
  return LANGUAGES.find((known) => known.startsWith(primary)) ?? "nl-BE";
}

const LANGUAGES = ["nl-BE", "en", "fr", "de"];

/** One option for a widget: a line of a name, a tab and a value. */
export function line(...parts: string[]): string {
  return parts.map((part) => part.replace(/[\t\n\r]/g, " ")).join("\t");
}

export abstract class OlievlekElement extends Base {
  /** The attributes that every element has; kinds add theirs. */
  static readonly observedAttributes: string[] = ["lang", "theme", "loading", "store"];
  /** The version of the package, to tell two scripts on one page apart. */
  static readonly version: string = __VERSION__;

  protected abstract readonly kind: Kind;
  protected widget: Widget | undefined;

  #connection: AbortController | undefined;
  #started = false;
  #failed = false;
  #announced = false;
  #slot: HTMLSlotElement | undefined;
  #drawing: Drawing | undefined;
  #number = 0;
  /** What to show should the widget trap, asked for in time: afterwards it cannot be asked any more. */
  #apology = "";
  /** What the widget knew when the element left the page. */
  #snapshot: string | undefined;
  #configured = Promise.resolve();

  connectedCallback(): void {
    if (this.#connection) return;
    this.#connection = new AbortController();
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    this.#slot ??= root.appendChild(document.createElement("slot"));
    this.#listen(root, this.#connection.signal);
    this.#theme();
    if (this.getAttribute("loading") === "eager" || !("IntersectionObserver" in globalThis)) {
      void this.#start();
      return;
    }
    const nearby = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        nearby.disconnect();
        void this.#start();
      },
      { rootMargin: "400px" },
    );
    nearby.observe(this);
    this.#connection.signal.addEventListener("abort", () => nearby.disconnect());
  }

  disconnectedCallback(): void {
    // An element that is moved is back before the task ends, and then nothing was lost.
    queueMicrotask(() => {
      if (!this.isConnected) this.#release();
    });
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.#connection) return;
    if (name === "theme") this.#theme();
    else if (name === "loading") void (after === "eager" && this.#start());
    else this.#configure();
  }

  /** Options besides the attributes, a line each. */
  protected async options(): Promise<string[]> {
    return [];
  }

  /** Runs when the element comes into a page; what it listens to ends with the signal. */
  protected listen?(root: ShadowRoot, signal: AbortSignal): void;

  /** Runs once the widget has its options and what was kept. */
  protected started?(): void;

  /** Runs once the widget shows something. */
  protected ready?(): void;

  /** Does what only this kind of widget asks for. */
  protected asked?(what: string, first: string, second: string): void;

  /**
   * Offers a file.
   *
   * @internal
   */
  protected abstract save(name: string, content: string): void;

  /**
   * What prints; it may have to be fetched.
   *
   * @internal
   */
  protected abstract printer(): Promise<Pick<typeof import("./print.js"), "printPart">>;

  /** Sends the widget something; whatever it throws ends here. */
  protected send(what: string, text = ""): string {
    try {
      return this.widget?.send(what, text) ?? "";
    } catch (thrown) {
      // A widget says what is wrong by an event. What it throws is a trap, and then the memory that all elements of this
      // kind share cannot be trusted any more.
      this.kind.trap = thrown;
      for (const element of [...shown]) if (element.kind === this.kind) element.#fail(thrown);
      return "";
    }
  }

  protected emit(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(`olievlek-${name}`, { detail, bubbles: true, composed: true }));
  }

  protected reportError(thrown: unknown): void {
    const { code, message, field, cause } = OlievlekError.from(thrown);
    this.emit("error", { code, message, field, cause });
  }

  /**
   * Gives every element of this kind further styles.
   *
   * @internal
   */
  protected addStyles(css: string): void {
    this.kind.styles.push(css);
    for (const element of shown) if (element.kind === this.kind) element.#theme();
  }

  #listen(root: ShadowRoot, signal: AbortSignal): void {
    const pass = (event: Event): void => {
      const target = event.composedPath()[0];
      if (!this.widget || !(target instanceof Element)) return;
      const { type, value } = target as HTMLInputElement;
      const field = target.matches("input,textarea,select");
      // A field speaks by `input` (text, a slider) or `change` (a choice), everything else by a click.
      if (event.type !== (field ? (/^(text|range)/.test(type) ? "input" : "change") : "click")) return;
      const message = this.#drawing?.message(event);
      if (message) this.send(message, field ? value : "");
    };
    for (const type of ["click", "change", "input"]) root.addEventListener(type, pass, { signal });
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    scheme.addEventListener("change", () => this.#theme(), { signal });
    const language = new MutationObserver(() => this.#configure());
    language.observe(document.documentElement, { attributes: true, attributeFilter: ["lang"] });
    signal.addEventListener("abort", () => language.disconnect());
    this.listen?.(root, signal);
  }

  /** Light or dark by the attribute, else by what the page's own text shows its ground to be. */
  #theme(): void {
    if (!this.shadowRoot) return;
    const theme = this.getAttribute("theme");
    const own = theme === "light" || theme === "dark";
    const isDark = own ? theme === "dark" : hasLightText(this);
    const styles = [base, ...this.kind.styles, paper, isDark ? dark : "", own ? ground : ""];
    this.shadowRoot.adoptedStyleSheets = styles.map(sheet);
  }

  async #start(): Promise<void> {
    if (this.#started || this.#failed) return;
    this.#started = true;
    const connection = this.#connection;
    try {
      // Only a head start: what is really needed is asked for, and missed, later on.
      for (const pack of this.kind.expect(this.#attributes())) fetchPack(pack).catch(() => {});
      const make = await this.kind.load();
      if (this.kind.trap) throw this.kind.trap;
      if (connection !== this.#connection || !this.shadowRoot) return;
      this.#drawing = new Drawing(this.shadowRoot);
      this.#number = enlist(this.#host());
      this.widget = make(this.#number);
      shown.add(this);
      await this.#configure();
      if (this.#snapshot !== undefined) {
        const snapshot = this.#snapshot;
        this.#snapshot = undefined;
        this.send(Send.Restore, snapshot);
      } else {
        this.#restore();
      }
      this.started?.();
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  #attributes(): Record<string, string | null> {
    const names = (this.constructor as typeof OlievlekElement).observedAttributes;
    const page = this.parentElement?.closest("[lang]")?.getAttribute("lang") ?? null;
    return { ...Object.fromEntries(names.map((name) => [name, this.getAttribute(name)])), pageLang: page };
  }

  /** Hands the options over, the last ones last. */
  #configure(): Promise<void> {
    this.#configured = this.#configured.then(async () => {
      if (!this.widget) return;
      const more = await this.options();
      const attributes = Object.entries(this.#attributes()).flatMap(([name, value]) => (value ? [line(name, value)] : []));
      this.send(Send.Configure, [...attributes, ...more].join("\n"));
    });
    return this.#configured;
  }

  get #storeKey(): string {
    const { perspective, variant } = this.#attributes();
    return ["olievlek", this.localName, this.id, perspective, variant].filter(Boolean).join(":");
  }

  #restore(): void {
    if (this.getAttribute("store") !== "device") return;
    try {
      const stored = localStorage.getItem(this.#storeKey);
      if (stored === null || this.send(Send.Restore, stored)) return;
      localStorage.setItem(`${this.#storeKey}:aside`, stored);
      localStorage.removeItem(this.#storeKey);
    } catch {
      this.send(Send.StoreFailed);
    }
  }

  #host(): Host {
    const does: Record<string, (first: string, second: string) => void> = {
      [Ask.Emit]: (name, json) => {
        const detail: unknown = JSON.parse(json);
        if (name === "error") this.reportError(detail);
        else this.emit(name, detail);
      },
      [Ask.Need]: (pack) =>
        void fetchPack(pack)
          .catch(() => "")
          .then((text) => {
            this.send(Send.Texts, `${pack}\n${text}`);
            if (!text) return;
            this.#apology = this.send(Send.Apology);
            this.#show();
          }),
      [Ask.Save]: (name, content) => this.save(name, content),
      [Ask.Print]: (part, title) => void this.#print(part, title),
      [Ask.Keep]: (text) => {
        try {
          if (text) localStorage.setItem(this.#storeKey, text);
          else localStorage.removeItem(this.#storeKey);
        } catch {
          this.send(Send.StoreFailed);
        }
      },
    };
    return (what, first, second) => {
      if (what === Ask.Draw) this.#drawing?.show(first);
      else if (what === Ask.Focus) this.shadowRoot?.getElementById(first)?.focus();
      // A widget that is called back while it works would trip over itself, so the rest happens after it.
      else queueMicrotask(() => this.widget && (does[what] ? does[what](first, second) : this.asked?.(what, first, second)));
    };
  }

  async #print(part: string, title: string): Promise<void> {
    try {
      const { printPart } = await this.printer();
      if (this.shadowRoot) printPart(this.shadowRoot, part, title, [base, ...this.kind.styles, paper].join(""));
    } catch (cause) {
      this.reportError(new OlievlekError("load-failed", `could not print: ${String(cause)}`, { cause }));
    }
  }

  /** Shows the widget in place of the content between the tags. */
  #show(): void {
    if (!this.widget || this.#announced || !this.#slot) return;
    this.#announced = true;
    this.#slot.hidden = true;
    this.ready?.();
    this.emit("ready");
  }

  /** Ends this element's widget: the content between the tags comes back, or a calm message takes its place. */
  #fail(thrown: unknown): void {
    if (this.#failed) return;
    this.#failed = true;
    this.#dispose(false);
    if (this.#apology && this.shadowRoot) {
      const message = document.createElement("p");
      message.part.add("error");
      message.className = "error";
      message.setAttribute("role", "alert");
      message.textContent = this.#apology;
      this.shadowRoot.append(message);
    }
    this.reportError(thrown);
  }

  #dispose(keep: boolean): void {
    shown.delete(this);
    const widget = this.widget;
    this.widget = undefined;
    dismiss(this.#number);
    this.#drawing = undefined;
    this.#started = false;
    this.#announced = false;
    try {
      if (keep) this.#snapshot = widget?.send(Send.Snapshot, "");
      widget?.free();
    } catch {
      // After a trap there is nothing left to free.
    }
    if (this.shadowRoot && this.#slot) {
      this.#slot.hidden = false;
      this.shadowRoot.replaceChildren(this.#slot);
    }
  }

  #release(): void {
    this.#connection?.abort();
    this.#connection = undefined;
    this.#dispose(true);
    this.#failed = false;
  }
}
