// One adoption widget on a page, as someone who uses it sees it.

import { Shown } from "./shown.mjs";
import { text } from "./texts.mjs";

export const words = (path, places, language = "nl-BE") => text(language, "adoption", path, places);

/** What a centre saw at the end of each month. */
export const SEEN = [["sep 2025", 10], ["okt 2025", 13], ["nov 2025", 16], ["dec 2025", 19], ["jan 2026", 21], ["feb 2026", 24]];

export class Adoption extends Shown {
  constructor(page, host = "olievlek-adoption") {
    super(page, host, "adoption", ".plot svg");
  }

  /** Opens a page with one adoption widget. */
  static open(page, path = "strict/adoption.html", size) {
    return new Adoption(page).visit(path, size);
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

  /** Plays the what-if to its end. */
  async play() {
    await this.click({ css: "#play" });
    return this.page.event("complete");
  }
}
