// How the goal widget looks and fits: an audit, narrow pages, large text, targets, forced colours.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { FULL, Goal } from "../helpers/goal.mjs";
import { audit } from "./audit.mjs";
import { overflowing } from "./layout.mjs";

/** Fills the widget with one of everything there is to see. */
async function fill(page, goal) {
  await goal.add(FULL);
  await goal.add("Tegen juni overlegt elk team.");
  await goal.listButton("more-strategic");
  await goal.until(() => true);
  await goal.write("Tegen juni kiest elk team twee afspraken.\nEn nog een doel.");
  await goal.until(({ notice }) => notice !== undefined);
  await page.evaluate((host) => probe.host(host).dispatchEvent(new CustomEvent("olievlek-complete", { bubbles: true, detail: { profile: { weakest: ["plan"], elements: [] } } })), goal.host);
  await goal.unfold();
  await page.settle();
}

export default (browser) =>
  describe("how the goal widget looks", () => {
    for (const [lang, theme, width] of [["nl-BE", "light", 320], ["en", "dark", 1280], ["fr", "dark", 320], ["de", "light", 1280]]) {
      test(`axe finds nothing in ${lang}, ${theme}, ${width} px`, async () => {
        const { page } = browser;
        const goal = (await Goal.open(page, "open/goal.html", { width, height: 800 })).in(lang);
        await page.evaluate((lang, theme) => {
          probe.host("olievlek-goal").setAttribute("lang", lang);
          probe.host("olievlek-goal").setAttribute("theme", theme);
        }, lang, theme);
        await goal.until((state, lang) => state.lang === lang, lang);
        await page.settle();
        const found = await audit(page, "empty", "olievlek-goal");
        await fill(page, goal);
        found.push(...(await audit(page, "filled", "olievlek-goal")));
        assert.deepEqual(found, []);
      });
    }

    test("320 px wide, also with text twice as large, and every target is 24 px or more", async () => {
      const { page } = browser;
      const goal = await Goal.open(page, "strict/goal.html", { width: 320, height: 700 });
      await fill(page, goal);
      for (const size of ["100%", "200%"]) {
        await page.evaluate((size) => void (document.documentElement.style.fontSize = size), size);
        await page.settle();
        assert.deepEqual(await page.evaluate(overflowing, goal.host), [], size);
      }
      await page.evaluate(() => void (document.documentElement.style.fontSize = ""));
      const small = await page.evaluate((host) => {
        const targets = probe.all({ host, css: "button, summary, select, textarea, [part=option], input:not([type=radio])" }).filter(probe.visible);
        if (targets.length < 20) throw new Error("there are no targets");
        const boxes = targets.map((node) => [probe.words(node) || node.id, node.getBoundingClientRect()]);
        return boxes.filter(([, { width, height }]) => width < 24 || height < 24).map(([text, { width, height }]) => `${text}: ${width} × ${height}`);
      }, goal.host);
      assert.deepEqual(small, []);
      await page.screenshot("goal-phone");
    });

    test("everything is reached and used by keyboard", async () => {
      const { page } = browser;
      const goal = await Goal.open(page);
      await goal.type("Elk team overlegt");
      const seen = [];
      for (let presses = 0; presses < 60; presses++) {
        await page.press("Tab");
        const { text, tag } = await page.focused();
        seen.push(`${tag} ${text}`);
        if (text === goal.words("add")) break;
      }
      assert.equal(seen.at(-1), `button ${goal.words("add")}`, seen.join(" | "));
      await page.press("Enter");
      await goal.until(({ goals }) => goals.length === 1);
      assert.equal((await page.focused()).id, "goal");
    });

    test("screenshots", async () => {
      const { page } = browser;
      for (const theme of ["light", "dark"]) {
        const goal = await Goal.open(page, "open/goal.html", { width: 1280, height: 900 });
        await page.evaluate((theme) => {
          probe.host("olievlek-goal").setAttribute("theme", theme);
          Object.assign(document.body.style, { margin: "1rem", fontFamily: "sans-serif" });
        }, theme);
        await fill(page, goal);
        await page.screenshot(`goal-${theme}`, { whole: true });
      }
      assert.ok((await page.evaluate(() => probe.hosts("olievlek-goal"))).length > 0);
    });
  });
