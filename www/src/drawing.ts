/**
 * Brings a shadow root up to date with what a widget draws; `src/widgets/drawing.rs` says what the marks mean.
 *
 * Nodes are reused: what did not change is not written, so a selection, a focus or an open `<details>` stays. Text goes in
 * as text and attributes as attributes, so nothing that is drawn is ever read as markup.
 */
interface Piece {
  readonly tag: string;
  readonly svg: boolean;
  readonly attributes: Map<string, string>;
  readonly children: (Piece | string)[];
  /** All its marks, up to where it ends. */
  marks: string;
  key: string;
  message: string;
  held: string | undefined;
  node?: Element;
}

/** Mark by mark, by hand: a slider draws anew with each step, and a slow phone has a frame for it. */
function read(marks: string): Piece | undefined {
  const open: Piece[] = [];
  const starts: number[] = [];
  let root: Piece | undefined;
  for (let at = 0, end = 0; at < marks.length; at = end) {
    const mark = marks.charCodeAt(at);
    for (end = at + 1; marks.charCodeAt(end) > 8; ) end += 1;
    const text = marks.slice(at + 1, end);
    const piece = open.at(-1);
    if (mark < 3) {
      const [tag = "", ...plain] = text.split(" ");
      const attributes = new Map(plain.map((attribute) => attribute.split("=") as [string, string]));
      const begun: Piece = { tag, svg: mark === 2, attributes, children: [], marks: "", key: "", message: "", held: undefined };
      piece?.children.push(begun);
      root ??= begun;
      open.push(begun);
      starts.push(at);
    } else if (!piece) return undefined;
    else if (mark === 5) {
      open.pop();
      piece.marks = marks.slice(starts.pop(), end);
    } else if (mark === 3) {
      const equals = text.indexOf("=");
      piece.attributes.set(text.slice(0, equals), text.slice(equals + 1));
    } else if (mark === 4) piece.children.push(text);
    else if (mark === 6) piece.key = text;
    else if (mark === 7) piece.message = text;
    else piece.held = text;
  }
  return root;
}

/** Whether the one can be made into the other. */
function alike(a: Piece | string | undefined, b: Piece | string | undefined): boolean {
  if (typeof a !== "object" || typeof b !== "object") return typeof a === typeof b;
  return a.tag === b.tag && a.svg === b.svg && a.key === b.key;
}

export class Drawing {
  readonly #root: ShadowRoot;
  readonly #pieces = new WeakMap<EventTarget, Piece>();
  #shown: Piece | undefined;

  constructor(root: ShadowRoot) {
    this.#root = root;
  }

  show(marks: string): void {
    const piece = read(marks);
    if (!piece) return;
    const way: Element[] = [];
    for (let node = this.#root.activeElement; node; node = node.parentElement) way.push(node);
    if (this.#shown?.node && alike(this.#shown, piece)) this.#update(this.#shown.node, this.#shown, piece);
    else this.#root.append(this.#make(piece));
    this.#shown = piece;
    // What had the focus may be gone, as the button that wipes an answer: then what stood around it takes the focus.
    if (way.length > 0 && !this.#root.activeElement) {
      const near = way.filter((node) => node.isConnected);
      near.flatMap((node) => [...node.querySelectorAll<HTMLElement>("input,button")])[0]?.focus();
    }
  }

  /** The message of the innermost element around an event that has one. */
  message(event: Event): string {
    for (const target of event.composedPath()) {
      const message = this.#pieces.get(target)?.message;
      if (message) return message;
    }
    return "";
  }

  #make(piece: Piece | string): Node {
    if (typeof piece === "string") return document.createTextNode(piece);
    const node = document.createElementNS(`http://www.w3.org/${piece.svg ? "2000/svg" : "1999/xhtml"}`, piece.tag);
    const none: Piece = { ...piece, attributes: new Map(), children: [] };
    this.#update(node, none, piece);
    return node;
  }

  #update(node: Element, old: Piece, piece: Piece): void {
    piece.node = node;
    this.#pieces.set(node, piece);
    for (const [name, value] of piece.attributes) {
      if (old.attributes.get(name) === value) continue;
      node.setAttribute(name, value);
      // A part, by which a page styles it, is its class as well, by which we do.
      if (name === "part" && !piece.attributes.has("class")) node.setAttribute("class", value);
    }
    for (const name of old.attributes.keys()) {
      if (!piece.attributes.has(name)) node.removeAttribute(name);
    }
    const { children } = piece;
    const before = [...old.children];
    // What came or went stands together, after what is as it was: so a notice that comes in makes nothing after it anew.
    let same = 0;
    while (same < before.length && same < children.length && alike(before[same], children[same])) same += 1;
    while (before.length > children.length) {
      node.childNodes[same]?.remove();
      before.splice(same, 1);
    }
    children.forEach((child, index) => {
      const known = before[index];
      const there = node.childNodes[index];
      if (before.length < children.length && index >= same) {
        node.insertBefore(this.#make(child), there ?? null);
        before.splice(index, 0, child);
      } else if (!there || !alike(known, child)) there?.replaceWith(this.#make(child));
      // What is as it was, and holds nothing that people change, stays with all that is in it.
      else if (typeof child === "object" && child.marks === (known as Piece).marks && !child.marks.includes("\b")) children[index] = known as Piece;
      else if (typeof child === "object") this.#update(there as Element, known as Piece, child);
      else if (child !== known) there.textContent = child;
    });
    // Last, as a list can only hold what is in it. A field that holds this already is not touched: nor is its caret.
    if (piece.held !== undefined) {
      const field = node as HTMLInputElement;
      if (field.type === "radio") field.checked = piece.held === "1";
      else if (field.value !== piece.held) field.value = piece.held;
    }
  }
}
