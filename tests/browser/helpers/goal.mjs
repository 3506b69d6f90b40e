// One goal widget on a page, as someone who uses it sees it.

import { Shown } from "./shown.mjs";
import { text } from "./texts.mjs";

export const words = (path, places, language = "nl-BE") => text(language, "goal-widget", path, places);
export const listWords = (path, places, language = "nl-BE") => text(language, "goal-plan", path, places);

/** A sentence with all six letters in it. */
export const FULL =
  "Tegen eind mei 2027 voert elke medewerker van de werkgroep minstens twee gesprekken, samen met een ervaren collega. " +
  "Daarvoor is een uur per week vrijgemaakt, zodat leerlingen sneller hulp krijgen.";

export class Goal extends Shown {
  constructor(page, host = "olievlek-goal") {
    super(page, host, "goal-widget", "#goal");
  }

  /** Opens a page with one goal widget. */
  static open(page, path = "strict/goal.html", size) {
    return new Goal(page).visit(path, size);
  }

  listWords(path, places) {
    return listWords(path, places, this.language);
  }

  /** What it shows. */
  state() {
    return this.page.evaluate((host) => {
      const root = probe.root(host);
      const all = (css) => [...root.querySelectorAll(css)];
      return {
        value: root.getElementById("goal").value,
        letters: all(".letter").map((letter) => letter.classList[1]),
        told: all(".letter h4").map(probe.words),
        hint: all("[part=hint]").map(probe.words)[0],
        marks: all(".mirror .cue[data-at]").map((mark) => [mark.dataset.at, mark.textContent]),
        live: probe.words(root.querySelector("[role=status]")),
        notice: all("[part=notice],[part=error]").map(probe.words).at(-1),
        error: all("[part=error]").map(probe.words)[0],
        goals: all("[part=goal]").map((goal) => probe.words(goal.querySelector("p"))),
        warnings: all(".warnings li").map(probe.words),
        year: all("details summary").map(probe.words),
        fields: Object.fromEntries(all(".slot input[id^=slot-]").map((field) => [field.id.slice(5), field.value])),
        lang: root.querySelector(".root").lang,
      };
    }, this.host);
  }

  focus() {
    return this.page.evaluate((host) => probe.host(host).focus(), this.host);
  }

  /** Types by the keyboard, where the caret is. */
  async type(text) {
    await this.focus();
    await this.page.driver.type(text);
  }

  /** Puts text in as a paste does: all at once, and the browser can undo it. */
  async paste(text) {
    await this.focus();
    await this.page.evaluate((text) => document.execCommand("insertText", false, text), text);
    await this.page.settle();
  }

  /** Replaces all text of the field, and waits until its times are read too. */
  async write(text) {
    await this.page.evaluate((host) => probe.find({ host, css: "#goal" }).select(), this.host);
    await this.paste(text);
    await this.until(({ told }, open) => !told.some((letter) => letter.endsWith(open)), this.words("evidence.open"));
  }

  listButton(path, places, nth = 0) {
    return this.click({ css: "button", text: this.listWords(path, places), nth });
  }

  /** Writes a goal and puts it in the list. */
  async add(text) {
    const before = (await this.state()).goals.length;
    await this.write(text);
    await this.button("add");
    await this.until(({ goals }) => goals.length === before + 1);
  }

  value() {
    return this.page.evaluate((host) => probe.host(host).value, this.host);
  }

  /** Opens all that can be unfolded, and waits for what is fetched then. */
  async unfold() {
    await super.unfold();
    await this.page.until((host) => probe.all({ host, css: "#fields input, #examples button" }).length > 11, this.host);
  }

  /** Chooses a file, as the field for it would give it: its content is text, or a list of bytes. */
  async open(name, content) {
    await this.page.evaluate(
      (host, name, content) => {
        const field = probe.find({ host, css: "#file" });
        const files = new DataTransfer();
        files.items.add(new File([typeof content === "string" ? content : new Uint8Array(content)], name));
        field.files = files.files;
        field.dispatchEvent(new Event("change", { bubbles: true }));
      },
      this.host,
      name,
      content,
    );
    await this.page.settle();
  }
}
