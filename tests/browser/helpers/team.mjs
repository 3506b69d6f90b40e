// One team widget on a page, as someone who uses it sees it.

import { readFileSync } from "node:fs";
import { Shown } from "./shown.mjs";

/** An export as a survey tool makes it, as bytes. */
export const fixture = (name) => readFileSync(new URL(`../../fixtures/responses/${name}`, import.meta.url));

/** Sixteen people in three teams, two of which cannot be shown. */
export const TABLE = [
  "staff-vision-1;staff-vision-2;team",
  ...[..."NNNNNNNZZZZZZWWW"].map((team, place) => `${place % 2 ? "5;?" : "1;4"};${{ N: "Noord", Z: "Zuid", W: "West" }[team]}`),
].join("\n");

export class Team extends Shown {
  constructor(page, host = "olievlek-team") {
    super(page, host, "team", "#heading");
  }

  /** Opens a page with one team widget. */
  static open(page, path = "strict/team.html", size) {
    return new Team(page).visit(path, size);
  }

  /** What it shows. */
  state() {
    return this.page.evaluate((host) => {
      const root = probe.root(host);
      const all = (css) => [...root.querySelectorAll(css)];
      const one = (css) => all(css).map(probe.words)[0];
      return {
        heading: one("#heading"),
        live: one("[role=status]"),
        text: root.querySelector("#text0")?.value,
        file: one(".file span"),
        count: one("[part=count]"),
        notice: one("[part=notice]"),
        errors: all("[part=error]").map(probe.words),
        problems: all("[part=problems] li > p:first-child").map(probe.words),
        points: all("[part=points] [part=statement]").map(probe.words),
        said: one("[part=profile]"),
        groups: all("[part=groups] tbody th").map(probe.words),
        bars: all("[part=element] svg").length,
        step: one("[part=present] .about"),
        lang: root.querySelector(".root").lang,
      };
    }, this.host);
  }

  /** Pastes answers, and waits until so many people's are read. */
  async paste(text, people, round = 0) {
    await this.fill(`#text${round}`, text, "input");
    if (people !== undefined) await this.until((state, count) => state.count === count, this.words("count.many", { n: people }));
  }

  /** Chooses a file, or drops it on the widget. */
  file(name, bytes, how = "choose", round = 0) {
    return this.page.evaluate(
      (host, name, bytes, how, round) => {
        const files = new DataTransfer();
        files.items.add(new File([new Uint8Array(bytes)], name));
        const field = probe.find({ host, css: `#file${round}` });
        if (how === "choose") {
          field.files = files.files;
          field.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
        } else {
          const drop = new Event("drop", { bubbles: true, cancelable: true, composed: true });
          Object.defineProperty(drop, "dataTransfer", { value: files });
          probe.find({ host, css: `[data-round="${round}"]` }).dispatchEvent(drop);
        }
      },
      this.host,
      name,
      [...bytes],
      how,
      round,
    );
  }

  /** Goes on to the picture. */
  async show() {
    await this.button("show");
    await this.until((state, heading) => state.heading === heading, this.words("profile"));
  }
}
