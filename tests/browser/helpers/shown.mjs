// What the helpers of all widgets but the self-check have in common: one element on a page, used as a person does.

import { text } from "./texts.mjs";

export class Shown {
  /** `topic` is the file of its texts, and `seen` what is there once it is shown. */
  constructor(page, host, topic, seen) {
    Object.assign(this, { page, host, topic, seen, language: "nl-BE" });
  }

  in(language) {
    this.language = language;
    return this;
  }

  words(path, places) {
    return text(this.language, this.topic, path, places);
  }

  /** Goes to a page, and waits until the widget is shown. */
  async visit(path, size) {
    await this.page.open(path, size);
    await this.ready();
    return this;
  }

  async ready() {
    await this.page.until((host, css) => probe.find({ host, css }) !== undefined, this.host, this.seen);
    await this.page.settle();
    await this.page.settle();
  }

  /** Waits until what it shows is so. */
  async until(work, ...given) {
    for (let turn = 0; ; turn++) {
      const state = await this.state();
      if (work(state, ...given)) return state;
      if (turn === 1000) throw new Error(`waited in vain for ${work} in ${JSON.stringify(state)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Clicks once all that the last step set off is drawn, as a hand waits for what moves. */
  async click(spec) {
    await this.page.settle();
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

  attribute(name, value) {
    return this.page.evaluate((host, name, value) => probe.host(host).setAttribute(name, value), this.host, name, value);
  }

  unfold() {
    return this.page.evaluate((host) => {
      for (const details of probe.all({ host, css: "details" })) details.open = true;
    }, this.host);
  }
}
