// One team widget on a page, as someone who uses it sees it.

import { readFileSync } from "node:fs";
import { text } from "./texts.mjs";

export const words = (path, places, language = "nl-BE") => text(language, "team", path, places);

/** An export as a survey tool makes it, as bytes. */
export const fixture = (name) => readFileSync(new URL(`../../fixtures/responses/${name}`, import.meta.url));

/** Sixteen people in three teams, two of which cannot be shown. */
export const TABLE = [
  "staff-vision-1;staff-vision-2;team",
  ...[..."NNNNNNNZZZZZZWWW"].map((team, place) => `${place % 2 ? "5;?" : "1;4"};${{ N: "Noord", Z: "Zuid", W: "West" }[team]}`),
].join("\n");

export class Team {
  constructor(page, host = "olievlek-team") {
    this.page = page;
    this.host = host;
    this.language = "nl-BE";
  }

  /** Opens a page with one team widget. */
  static async open(page, path = "strict/team.html", size) {
    await page.open(path, size);
    const team = new Team(page);
    await team.ready();
    return team;
  }

  in(language) {
    this.language = language;
    return this;
  }

  words(path, places) {
    return words(path, places, this.language);
  }

  async ready() {
    await this.page.until((host) => probe.find({ host, css: "#heading" }) !== undefined, this.host);
    await this.page.settle();
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
  async fill(css, value, event = "change") {
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

  attribute(name, value) {
    return this.page.evaluate((host, name, value) => probe.host(host).setAttribute(name, value), this.host, name, value);
  }

  /** Goes on to the picture. */
  async show() {
    await this.button("show");
    await this.until((state, heading) => state.heading === heading, this.words("profile"));
  }

  unfold() {
    return this.page.evaluate((host) => {
      for (const details of probe.all({ host, css: "details" })) details.open = true;
    }, this.host);
  }
}
