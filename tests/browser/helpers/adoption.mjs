// One adoption widget on a page, as someone who uses it sees it.

import { text } from "./texts.mjs";

export const words = (path, places, language = "nl-BE") => text(language, "adoption", path, places);

/** What a centre saw at the end of each month. */
export const SEEN = [["sep 2025", 10], ["okt 2025", 13], ["nov 2025", 16], ["dec 2025", 19], ["jan 2026", 21], ["feb 2026", 24]];

export class Adoption {
  constructor(page, host = "olievlek-adoption") {
    this.page = page;
    this.host = host;
    this.language = "nl-BE";
  }

  /** Opens a page with one adoption widget. */
  static async open(page, path = "strict/adoption.html", size) {
    await page.open(path, size);
    const adoption = new Adoption(page);
    await adoption.ready();
    return adoption;
  }

  in(language) {
    this.language = language;
    return this;
  }

  words(path, places) {
    return words(path, places, this.language);
  }

  async ready() {
    await this.page.until((host) => probe.find({ host, css: ".plot svg" }) !== undefined, this.host);
    await this.page.settle();
    await this.page.settle();
  }

  /** What it shows. */
  state() {
    return this.page.evaluate((host) => {
      const root = probe.root(host);
      const all = (css) => [...root.querySelectorAll(css)];
      const one = (css) => all(css).map(probe.words)[0];
      return {
        headline: one("[part=headline]"),
        reading: one("[part=reading]"),
        spoken: root.querySelector("input.reader").getAttribute("aria-valuetext").replace(/\s+/g, " "),
        live: one("[role=status]"),
        notice: one("[part=notice]"),
        verdict: one("[part=verdict] h4"),
        said: one("[part=verdict]"),
        faults: all(".fault").map((fault) => [fault.closest("tr").rowIndex, probe.words(fault)]),
        rows: all("[part=rows] tbody tr").map((row) => [...row.querySelectorAll("input")].map(({ value }) => value)),
        groups: all("[part=plan] [part=table]")[0]?.textContent,
        people: all("[id^=people-]").map(({ value }) => value),
        group: all("[id^=group-]").map(({ value }) => value),
        dots: all("circle.seen").length,
        lines: all("polyline").map((line) => line.getAttribute("class")),
        notes: all("text.chasm, text.zone").map(probe.words),
        lang: root.querySelector(".root").lang,
      };
    }, this.host);
  }

  /** Waits until what it shows is so. */
  async until(work, ...given) {
    for (let turn = 0; ; turn++) {
      const state = await this.state();
      if (work(state, ...given)) return state;
      if (turn === 400) throw new Error(`waited in vain for ${work} in ${JSON.stringify(state)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async click(spec) {
    await this.page.settle();
    await this.page.click({ host: this.host, ...spec });
  }

  button(path, places) {
    return this.click({ css: "button", text: this.words(path, places) });
  }

  /** Sets a field as someone who fills it in does. */
  async fill(css, value, event = "input") {
    await this.page.evaluate(
      (host, css, value, event) => {
        const field = probe.find({ host, css });
        field.value = value;
        field.dispatchEvent(new Event(event, { bubbles: true, composed: true }));
      },
      this.host,
      css,
      value,
      event,
    );
    await this.page.settle();
  }

  /** Pastes text into a cell of the table, and says whether the browser may put it in itself. */
  paste(css, text) {
    return this.page.evaluate(
      (host, css, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", text);
        const event = new Event("paste", { bubbles: true, cancelable: true, composed: true });
        Object.defineProperty(event, "clipboardData", { value: clipboardData });
        return probe.find({ host, css }).dispatchEvent(event);
      },
      this.host,
      css,
      text,
    );
  }

  /** Starts in September 2025 and says what was seen since. */
  async see(rows = SEEN) {
    await this.fill("#start", "2025-09-01", "change");
    await this.paste("#date-0", rows.map((row) => row.join("\t")).join("\n"));
    await this.page.settle();
  }

  attribute(name, value) {
    return this.page.evaluate((host, name, value) => probe.host(host).setAttribute(name, value), this.host, name, value);
  }

  /** Plays the what-if to its end. */
  async play() {
    await this.click({ css: "#play" });
    return this.page.event("complete");
  }

  unfold() {
    return this.page.evaluate((host) => {
      for (const details of probe.all({ host, css: "details" })) details.open = true;
    }, this.host);
  }
}
