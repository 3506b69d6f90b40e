// One page in one browser, and the self-checks on it, as someone who uses them sees them.

import assert from "node:assert/strict";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { label } from "./texts.mjs";

/** Screenshots and papers for people to look at; nothing compares them. */
export const SCREENS = join(process.env.OLIEVLEK_SITE ?? "", "..", "xtask", "screens");

export class Page {
  constructor(driver, origin) {
    this.driver = driver;
    this.origin = origin;
    this.name = driver.name;
  }

  /** Opens a page of the tests, such as `strict/snippet.html`. */
  async open(path, { width = 1024, height = 768 } = {}) {
    await this.driver.setViewport(width, height);
    await this.driver.goto(`${this.origin}/${path}`);
  }

  /** Opens a page and mounts one self-check on it. */
  async mount(options = {}, path = "strict/blank.html", size) {
    await this.open(path, size);
    await this.evaluate((options) => void probe.mount(options), options);
    const widget = this.widget();
    await widget.ready();
    return widget;
  }

  evaluate(work, ...given) {
    return this.driver.evaluate(work, ...given);
  }

  /** Waits until something in the page is so, and gives what it says. */
  async until(work, ...given) {
    const end = Date.now() + 20_000;
    for (;;) {
      const told = await this.evaluate(work, ...given);
      if (told) return told;
      if (Date.now() > end) {
        const shown = await this.evaluate(() => ({ notes: probe.notes, state: probe.state(0) }));
        assert.fail(`waited in vain for ${work} with ${JSON.stringify(given)}; ${JSON.stringify(shown).slice(0, 3000)}`);
      }
      await pause(15);
    }
  }

  /** Waits for what the page still has to do in this and the next frame. */
  async settle() {
    await this.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(() => setTimeout(resolve)))));
  }

  /** Clicks with the mouse on what `probe.find` finds; it has to be in sight and not covered. */
  async click(spec) {
    const misses = [];
    while (misses.length < 5) {
      const place = await this.until((spec) => probe.place(spec), spec);
      assert.ok(place.met, `${JSON.stringify(spec)} is covered by ${place.over}`);
      await this.driver.clickAt(place.x, place.y);
      const missed = await this.evaluate(() => probe.missed());
      if (!missed) return;
      misses.push({ ...missed, aimed: [place.x, place.y] });
    }
    assert.fail(`${JSON.stringify(spec)} was not where it was clicked: ${JSON.stringify(misses)}`);
  }

  press(key, options) {
    return this.driver.press(key, options);
  }

  focused() {
    return this.evaluate(() => probe.focused());
  }

  widget(host = 0) {
    return new Widget(this, host);
  }

  notes() {
    return this.evaluate(() => probe.notes);
  }

  /** The events so far, of one name or all. */
  async events(name) {
    const { events } = await this.notes();
    return name ? events.filter((event) => event.name === name) : events;
  }

  async event(name) {
    await this.until((name) => probe.notes.events.some((event) => event.name === name), name);
    return (await this.events(name)).at(-1);
  }

  /** Nothing was blocked, nothing was complained about, nothing planted ran. */
  async assertClean() {
    const { violations, errors, reached } = await this.notes();
    assert.deepEqual({ violations, errors, reached }, { violations: [], errors: [], reached: [] });
    assert.deepEqual(this.driver.complaints, []);
  }

  screenshot(name, options) {
    return this.driver.screenshot(join(SCREENS, `${this.name}-${name}.png`), options);
  }
}

export class Widget {
  constructor(page, host) {
    this.page = page;
    this.host = host;
    this.language = "nl-BE";
  }

  label(path, places) {
    return label(path, places, this.language);
  }

  in(language) {
    this.language = language;
    return this;
  }

  ready() {
    return this.page.until((host) => probe.state(host).shown, this.host);
  }

  state() {
    return this.page.evaluate((host) => probe.state(host), this.host);
  }

  /** Waits for a heading. */
  async heading(expected) {
    await this.page.until((host, expected) => probe.state(host).heading === expected, this.host, expected);
  }

  click(spec) {
    return this.page.click({ host: this.host, ...spec });
  }

  /** Clicks the button with this label of the interface. */
  button(path, places) {
    return this.click({ css: "button", text: this.label(path, places) });
  }

  /** Answers a statement of the step that is shown, by its place in it. */
  async answer(place, value) {
    await this.click({ css: `fieldset:nth-of-type(${place + 1}) label:has([value="${value}"])` });
    const given = (host, place) => probe.state(host).checked[place];
    assert.equal(await this.page.evaluate(given, this.host, place), value);
  }

  /** Answers as a page's script does, and goes to the result by a click without a mouse. */
  async fill(answers) {
    await this.page.evaluate((host, answers) => void (probe.host(host).answers = answers), this.host, answers);
    await this.finish();
  }

  async finish() {
    const [start, finish, next] = ["start", "finish", "next"].map((path) => this.label(path));
    await this.page.evaluate(
      (host, start, finish, next) => {
        for (let turn = 0; turn < 8 && !probe.find({ host, css: "[part=profile]" }); turn++) {
          const button = [finish, next, start].map((text) => probe.find({ host, css: "button", text })).find(Boolean);
          button?.click();
        }
      },
      this.host,
      start,
      finish,
      next,
    );
    await this.page.until((host) => probe.find({ host, css: "[part=profile]" }) !== undefined, this.host);
    await this.page.settle();
  }

  answers() {
    return this.page.evaluate((host) => probe.host(host).answers, this.host);
  }

  result() {
    return this.page.evaluate((host) => probe.host(host).result, this.host);
  }
}
