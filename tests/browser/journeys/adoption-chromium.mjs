// What only Chromium lets a test look at: a slow phone, forced colours and paper.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Adoption } from "../helpers/adoption.mjs";

/** A frame at 60 a second, in milliseconds. */
const FRAME = 1000 / 60;

export default (browser) =>
  describe("the adoption widget in Chromium", () => {
    test("on a processor four times as slow a slider fits and redraws within a frame", async (t) => {
      const { page } = browser;
      const adoption = await Adoption.open(page, "strict/adoption.html", { width: 360, height: 740 });
      await adoption.see();
      await adoption.until(({ lines }) => lines.includes("curve fit"));
      const { page: tab } = page.driver;
      await tab.emulateCPUThrottling(4);
      try {
        // The best of some rounds, and no more of them than it takes: other work on the machine comes and goes.
        const rounds = await page.evaluate(async (frame) => {
          const slider = probe.find({ host: "olievlek-adoption", css: "#people-0 ~ input" });
          const drawing = probe.find({ host: "olievlek-adoption", css: ".plot svg" });
          const rounds = [];
          for (let round = 0; round < 20 && !rounds.some(([middle]) => middle < frame); round++) {
            const [times, layouts] = [[], []];
            for (let step = 0; step < 40; step++) {
              await new Promise(requestAnimationFrame);
              slider.value = String(40 + 40 * (round % 2) + step);
              const title = drawing.getAttribute("aria-label");
              const before = performance.now();
              slider.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
              // The fit is asked for and drawn before the task ends; then the browser lays out what is new.
              for (let turn = 0; turn < 5; turn++) await undefined;
              times.push(performance.now() - before);
              const drawn = performance.now();
              drawing.getBoundingClientRect();
              layouts.push(performance.now() - drawn);
              if (drawing.getAttribute("aria-label") === title) throw new Error("nothing was drawn");
            }
            rounds.push([times, layouts].map((all) => all.sort((a, b) => a - b)[20]));
          }
          return rounds.sort(([a], [b]) => a - b);
        }, FRAME);
        const [[middle, layout]] = rounds;
        t.diagnostic(`median ${middle.toFixed(1)} ms, and layout ${layout.toFixed(1)} ms; of all rounds ${rounds.map(([time]) => time.toFixed(1)).join(", ")}`);
        assert.ok(middle < FRAME, `${middle} ms`);
      } finally {
        await tab.emulateCPUThrottling(1);
      }
    });

    test("a what-if leaves the page its frames on that processor", async (t) => {
      const { page } = browser;
      const adoption = await Adoption.open(page);
      const { page: tab } = page.driver;
      await tab.emulateCPUThrottling(4);
      try {
        const longest = await page.evaluate(async () => {
          probe.find({ host: "olievlek-adoption", css: "#play" }).click();
          let [longest, last] = [0, performance.now()];
          for (let frame = 0; frame < 30; frame++) {
            await new Promise(requestAnimationFrame);
            longest = Math.max(longest, performance.now() - last);
            last = performance.now();
          }
          return longest;
        });
        t.diagnostic(`the longest frame took ${longest.toFixed(0)} ms`);
        assert.ok(longest < 250, `${longest} ms`);
      } finally {
        await tab.emulateCPUThrottling(1);
      }
      await page.event("complete");
      await adoption.ready();
    });

    test("forced colours: lines and what is switched on can be told apart", async () => {
      const { page } = browser;
      const session = await page.driver.page.createCDPSession();
      await session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
      const adoption = await Adoption.open(page);
      await adoption.see();
      await adoption.until(({ lines }) => lines.includes("curve fit"));
      const seen = await page.evaluate(() => {
        const style = (css) => getComputedStyle(probe.all({ host: "olievlek-adoption", css })[0]);
        const ground = getComputedStyle(document.body).backgroundColor;
        return {
          curve: style(".plot polyline.curve").stroke !== ground,
          fit: style(".plot polyline.fit").strokeDasharray,
          on: style("[aria-pressed=true]").outlineStyle,
          off: style("[aria-pressed=false]").outlineStyle,
        };
      });
      assert.deepEqual([seen.curve, seen.on, seen.off], [true, "solid", "none"]);
      assert.notEqual(seen.fit, "none");
      await page.screenshot("adoption-forced-colours", { whole: true });
      await session.send("Emulation.setEmulatedMedia", { features: [] });
      await session.detach();
    });
  });
