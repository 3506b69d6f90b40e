// Chromium and Firefox, by puppeteer: the DevTools protocol for the one, WebDriver BiDi for the other.

import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import puppeteer from "puppeteer-core";
import { FLAGS } from "../../chromium.mjs";

const START = {
  chromium: () => ({ browser: "chrome", executablePath: process.env.OLIEVLEK_CHROMIUM, args: FLAGS }),
  firefox: () => ({ browser: "firefox", executablePath: process.env.OLIEVLEK_FIREFOX }),
};

export async function start(name) {
  const browser = await puppeteer.launch({ ...START[name](), headless: true, defaultViewport: null });
  // The page that a browser starts with may lack the focus, and then keys click nothing in Firefox.
  const page = await browser.newPage();
  return new Puppeteer(name, browser, page);
}

class Puppeteer {
  /** What the browser itself complained about since the last `goto`. */
  complaints = [];
  #viewport = "";

  constructor(name, browser, page) {
    this.name = name;
    this.browser = browser;
    this.page = page;
    page.setDefaultTimeout(20_000);
    page.on("console", (message) => {
      if (message.type() === "error") this.#complain(`${message.text()} ${message.location()?.url ?? ""}`.trim());
    });
    page.on("pageerror", (error) => this.#complain(String(error)));
  }

  #complain(text) {
    // The icon is the browser's own wish, not the page's.
    if (!text.includes("/favicon.ico")) this.complaints.push(text);
  }

  async goto(url) {
    // The same address with another fragment would not load anew.
    await this.page.goto("about:blank");
    this.complaints.length = 0;
    await this.page.goto(url, { waitUntil: "load" });
  }

  async evaluate(work, ...given) {
    return this.page.evaluate(work, ...given);
  }

  async clickAt(x, y) {
    await this.page.mouse.click(x, y);
  }

  async press(key, { shift = false } = {}) {
    if (shift) await this.page.keyboard.down("Shift");
    await this.page.keyboard.press(key);
    if (shift) await this.page.keyboard.up("Shift");
  }

  async type(text) {
    await this.page.keyboard.type(text);
  }

  async setViewport(width, height) {
    if (this.#viewport === `${width}x${height}`) return;
    await this.page.setViewport({ width, height });
    this.#viewport = `${width}x${height}`;
  }

  async screenshot(file, { whole = false } = {}) {
    await mkdir(dirname(file), { recursive: true });
    await this.page.screenshot({ path: file, fullPage: whole });
  }

  async close() {
    await this.browser.close();
  }
}
