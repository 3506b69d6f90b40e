/** What the elements have in common that give their visitor a link to what was filled in. */
import { copyText } from "./page.js";
import { SavingElement } from "./saving-element.js";

/** What such a widget is sent besides what every widget is; see `src/widgets/self_check/element.rs`. */
const enum Send {
  Open = "O",
  Copied = "Y",
  NotCopied = "N",
}

/** What such a widget asks for; see `src/widgets/host.rs`. */
const enum Ask {
  Copy = "c",
  Link = "l",
}

export abstract class LinkedElement extends SavingElement {
  protected override listen(_root: ShadowRoot, signal: AbortSignal): void {
    addEventListener("hashchange", () => this.started(), { signal });
  }

  /** Opens what the address holds for this element. */
  protected override started(): void {
    const parts = location.hash.slice(1).split("&").map((part) => part.split("="));
    const code = parts.find(([name]) => name === this.#fragment)?.[1];
    if (code && this.widget) this.send(Send.Open, decode(code));
  }

  protected override asked(what: string, first: string, _second: string): void {
    if (what === Ask.Copy) void copyText(first).then((done) => this.send(done ? Send.Copied : Send.NotCopied, first));
    else if (what === Ask.Link) this.asked(Ask.Copy, `${location.href.split("#")[0]}#${this.#fragment}=${first}`, "");
  }

  /** The name that a link to a result has in the address: the id, or the tag and its place on the page. */
  get #fragment(): string {
    if (this.id) return this.id;
    const place = [...document.querySelectorAll(this.localName)].indexOf(this);
    return place > 0 ? `${this.localName}-${place + 1}` : this.localName;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
