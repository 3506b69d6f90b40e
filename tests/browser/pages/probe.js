// The first script of every page of the tests: notes what goes wrong and what the elements tell, and finds things.
// It runs under the strict policy like everything else, so nothing in it evaluates text.

window.probe = (() => {
  const notes = { violations: [], errors: [], warnings: [], events: [], reached: [] };
  const TAG = "olievlek-self-check";

  addEventListener("securitypolicyviolation", (event) => {
    // The browser's own wish, not the page's.
    if (event.blockedURI.endsWith("/favicon.ico")) return;
    notes.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
  });
  addEventListener("error", (event) => notes.errors.push(String(event.message ?? event.target?.outerHTML)));
  addEventListener("unhandledrejection", (event) => notes.errors.push(`unhandled: ${event.reason}`));
  for (const [method, list] of [["error", notes.errors], ["warn", notes.warnings]]) {
    const original = console[method];
    console[method] = (...given) => {
      list.push(given.map(String).join(" "));
      original.apply(console, given);
    };
  }
  for (const name of ["ready", "change", "complete", "error"]) {
    addEventListener(`olievlek-${name}`, (event) => {
      const { target, detail, bubbles, composed } = event;
      const cause = detail?.cause === undefined ? undefined : String(detail.cause);
      const plain = detail ? JSON.parse(JSON.stringify({ ...detail, cause })) : null;
      notes.events.push({ name, id: target.id, detail: plain, bubbles, composed, custom: event instanceof CustomEvent });
    });
  }
  // What a planted script would call.
  window.reached = (what) => notes.reached.push(String(what));

  const hosts = (tag = TAG) => [...document.querySelectorAll(tag)];
  const host = (which = 0) => (typeof which === "number" ? hosts()[which] : document.querySelector(which));
  const root = (which) => host(which)?.shadowRoot;
  const words = (node) => node.textContent.replace(/\s+/g, " ").trim();

  /** All elements that fit: in a shadow root, or in the page where `host` is null. */
  function all({ host: which, css = "*", text }) {
    const where = which === null ? document : root(which);
    return [...(where?.querySelectorAll(css) ?? [])].filter((node) => text === undefined || words(node) === text);
  }

  const visible = (node) => node.checkVisibility({ visibilityProperty: true }) && node.getBoundingClientRect().width > 0;
  const find = (spec) => all(spec).filter(visible)[spec.nth ?? 0];

  /** The element at a point, through every shadow root. */
  function at(x, y) {
    let node = document.elementFromPoint(x, y);
    while (node?.shadowRoot?.elementFromPoint(x, y)) {
      const inner = node.shadowRoot.elementFromPoint(x, y);
      if (inner === node) break;
      node = inner;
    }
    return node;
  }

  /** Brings something into view and says where it is, and whether a mouse would really meet it there. */
  async function place(spec) {
    const node = find(spec);
    if (!node) return undefined;
    node.scrollIntoView({ block: "center", behavior: "instant" });
    const middle = () => {
      const { x, y, width, height } = node.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    };
    // What moves on the page stands still for two frames by then, or never does.
    let [x, y] = middle();
    for (let frame = 0, still = 0; still < 2 && frame < 60; frame++) {
      await new Promise(requestAnimationFrame);
      const now = middle();
      still = now[0] === x && now[1] === y ? still + 1 : 0;
      [x, y] = now;
    }
    const hit = at(x, y);
    aim = node;
    slipped = undefined;
    return { x, y, met: node === hit || node.contains(hit), over: hit && `${hit.localName}.${hit.className}` };
  }

  // A hand that sees its target move does not click. A driver does: it clicks where the target was, so a click that
  // meets something else than `place` found is kept from the page, and `missed` tells it.
  let aim;
  let slipped;
  for (const name of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"]) {
    addEventListener(
      name,
      (event) => {
        if (aim === undefined || !event.isTrusted) return;
        const [met] = event.composedPath();
        if (name.endsWith("down") && !event.composedPath().includes(aim)) {
          slipped ??= { met: `${met.localName}.${met.className}`, at: [event.clientX, event.clientY], gone: !aim.isConnected };
        }
        if (slipped) {
          event.preventDefault();
          event.stopImmediatePropagation();
        }
        if (name === "click") aim = undefined;
      },
      { capture: true },
    );
  }

  /** What the last click met, and where, if that is not what it was meant for. */
  function missed() {
    aim = undefined;
    return slipped;
  }

  function focused() {
    let node = document.activeElement;
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    if (!node) return undefined;
    const { localName, id, value, name } = node;
    return { tag: localName, id, value, name, text: words(node).slice(0, 200), type: node.type, checked: node.checked };
  }

  /** What one self-check shows. */
  function state(which) {
    const shown = root(which)?.querySelector(".root");
    if (!shown) return { shown: false, error: root(which)?.querySelector("[part=error]")?.textContent };
    const one = (css) => {
      const node = shown.querySelector(css);
      return node ? words(node) : undefined;
    };
    return {
      shown: true,
      lang: shown.lang,
      heading: one("h2"),
      live: one("[role=status]"),
      notice: one("[part=notice]"),
      error: one("[part=error]"),
      headline: one("[part=headline]"),
      code: one("[part=code]"),
      count: one(".count"),
      statements: [...shown.querySelectorAll("legend")].map(words),
      checked: [...shown.querySelectorAll("fieldset")].map((set) => set.querySelector(":checked")?.value ?? null),
      gaps: [...shown.querySelectorAll("[part=gap] h4")].map(words),
      text: words(shown),
    };
  }

  /** Whether the content between the tags is what one sees. */
  function fallback(which) {
    const slot = root(which)?.querySelector("slot");
    const node = host(which)?.firstElementChild;
    return Boolean(node && visible(node) && (!root(which) || (slot && !slot.hidden)));
  }

  /** Puts an element on the page; without a policy in the way, as a page's own script would. */
  function mount({ attributes = {}, fallback = "Zie je dit? Dan werkt de zelfcheck niet.", json, into = "main" } = {}) {
    const element = document.createElement(TAG);
    for (const [name, value] of Object.entries({ loading: "eager", ...attributes })) element.setAttribute(name, value);
    const paragraph = document.createElement("p");
    paragraph.textContent = fallback;
    element.append(paragraph);
    if (json !== undefined) {
      const data = document.createElement("script");
      data.setAttribute("type", "application/json");
      data.append(document.createTextNode(json));
      element.append(data);
    }
    document.querySelector(into).append(element);
    return element;
  }

  const requests = () => performance.getEntriesByType("resource").map((entry) => entry.name);
  return { notes, host, hosts, root, all, find, place, missed, focused, state, fallback, mount, visible, words, requests, at };
})();
