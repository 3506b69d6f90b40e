// How soon one can answer, on a slow machine behind a slow line, against the same page written by hand. In Chromium.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

/** A slow phone on a poor line: four times slower, 1.6 Mbit/s, 150 ms for each request. */
const CPU = 4;
const LINE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** The snippet as the readme has it for the top of a page, the same without its preload line, and the page by hand. */
const PAGES = { element: "styled/startup.html", plain: "styled/startup-plain.html", hand: "styled/by-hand.html" };
const TURNS = 5;
const ROUNDS = 3;
const BOUND = 1.5;

export default (browser) =>
  describe("startup", () => {
    test(`an answer can be given within ${BOUND} times what the same page by hand takes`, async (t) => {
      // Other work on the machine only ever makes it slower: a round that was disturbed is measured again.
      const rounds = [];
      for (let round = 0; round < ROUNDS && !rounds.some((ratio) => ratio <= BOUND); round++) {
        const times = { element: [], plain: [], hand: [] };
        const waterfall = {};
        for (let turn = 0; turn < TURNS; turn++) {
          for (const [name, path] of Object.entries(PAGES)) {
            const { answerable, loaded } = await visit(browser, path);
            times[name].push(answerable);
            waterfall[name] = loaded;
          }
        }
        const [element, plain, hand] = Object.values(times).map(median);
        rounds.push(element / hand);
        t.diagnostic(`element ${Math.round(element)} ms, by hand ${Math.round(hand)} ms, ratio ${rounds.at(-1).toFixed(2)}`);
        t.diagnostic(`without the preload line ${Math.round(plain)} ms, ratio ${(plain / hand).toFixed(2)}`);
        for (const [name, loaded] of Object.entries(waterfall)) t.diagnostic(`${name}: ${loaded.join("; ")}`);
      }
      assert.ok(rounds.at(-1) <= BOUND, `${rounds.map((ratio) => ratio.toFixed(2)).join(", ")} times as long`);
    });
  });

/** Opens a page with nothing cached, presses its first button as soon as there is one, and says when a radio takes a click. */
async function visit({ driver, server }, path) {
  const context = await driver.browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const session = await page.createCDPSession();
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", LINE);
    await session.send("Emulation.setCPUThrottlingRate", { rate: CPU });
    await page.evaluateOnNewDocument(watch);
    await page.goto(`${server.origin}/${path}`, { waitUntil: "domcontentloaded" });
    const end = Date.now() + 20_000;
    for (;;) {
      const told = await page.evaluate(() => window.told);
      if (told) return told;
      assert.ok(Date.now() < end, `${path} never got answerable`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    await context.close();
    await driver.page.bringToFront();
  }
}

function watch() {
  const look = () => {
    const root = document.querySelector("olievlek-self-check")?.shadowRoot ?? document;
    const radio = root.querySelector("input[type=radio]");
    radio?.click();
    // A radio that was answered shows it in the count of its step.
    if (root.querySelector("[aria-current] small")?.textContent === "1/5") {
      const entry = ({ name, responseEnd, startTime, encodedBodySize }) =>
        `${name.split("/").pop()} ${Math.round(startTime)}–${Math.round(responseEnd)} ms, ${encodedBodySize} B`;
      const loaded = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].map(entry);
      window.told = { answerable: performance.now(), loaded };
      return;
    }
    if (!radio) root.querySelector(".button-primary")?.click();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
