// How the adoption widget looks and fits: an audit, narrow pages, large text, targets. Screenshots are for people.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Adoption } from "../helpers/adoption.mjs";
import { audit } from "./audit.mjs";
import { overflowing } from "./layout.mjs";

/** Fills the widget with one of everything there is to see. */
async function fill(page, adoption) {
  await adoption.see();
  await adoption.click({ css: "[aria-pressed=false]" });
  await adoption.fill("#date-6", "ooit");
  await adoption.play();
  await adoption.unfold();
  await page.settle();
}

export default (browser) =>
  describe("how the adoption widget looks", () => {
    for (const [lang, theme, width] of [["nl-BE", "light", 320], ["en", "dark", 1280], ["fr", "dark", 320], ["de", "light", 1280]]) {
      test(`axe finds nothing in ${lang}, ${theme}, ${width} px`, async () => {
        const { page } = browser;
        const adoption = (await Adoption.open(page, "open/adoption.html", { width, height: 800 })).in(lang);
        await adoption.attribute("lang", lang);
        await adoption.attribute("theme", theme);
        await adoption.until((state, lang) => state.lang === lang, lang);
        await page.settle();
        const found = await audit(page, "empty", "olievlek-adoption");
        await fill(page, adoption);
        await adoption.button("add-site");
        found.push(...(await audit(page, "filled", "olievlek-adoption")));
        assert.deepEqual(found, []);
      });
    }

    test("320 px wide, also with text twice as large, and every target is 24 px or more", async () => {
      const { page } = browser;
      const adoption = await Adoption.open(page, "strict/adoption.html", { width: 320, height: 700 });
      await fill(page, adoption);
      await adoption.button("add-site");
      for (const size of ["100%", "200%"]) {
        await page.evaluate((size) => void (document.documentElement.style.fontSize = size), size);
        await page.settle();
        await page.settle();
        assert.deepEqual(await page.evaluate(overflowing, adoption.host), [], size);
      }
      await page.evaluate(() => void (document.documentElement.style.fontSize = ""));
      const small = await page.evaluate((host) => {
        const targets = probe.all({ host, css: "button, summary, select, [part=option], input:not([type=radio])" }).filter(probe.visible);
        if (targets.length < 30) throw new Error("there are no targets");
        const boxes = targets.map((node) => [probe.words(node) || node.id, node.getBoundingClientRect()]);
        return boxes.filter(([, { width, height }]) => width < 24 || height < 24).map(([text, { width, height }]) => `${text}: ${width} × ${height}`);
      }, adoption.host);
      assert.deepEqual(small, []);
      await page.screenshot("adoption-phone", { whole: true });
    });

    test("everything is reached by keyboard, in the order of the page", async () => {
      const { page } = browser;
      const adoption = await Adoption.open(page);
      await page.evaluate(() => probe.find({ host: "olievlek-adoption", css: "#people-0" }).focus());
      const seen = [];
      for (let presses = 0; presses < 60; presses++) {
        const { id, text, type } = await page.focused();
        seen.push(id || text || type);
        if (text === adoption.words("download", { format: "JSON" })) break;
        await page.press("Tab");
      }
      for (const wanted of ["people-0", "group-0", "tempo-0", adoption.words("add-site"), adoption.words("chasm"), "date-0", "count-0", "play"]) {
        assert.ok(seen.includes(wanted), `${wanted} in ${seen.join(" | ")}`);
      }
      assert.ok(seen.indexOf("people-0") < seen.indexOf("date-0") && seen.indexOf("date-0") < seen.indexOf("play"));
      assert.equal(seen.at(-1), adoption.words("download", { format: "JSON" }), seen.join(" | "));
    });

    test("screenshots", async () => {
      const { page } = browser;
      for (const theme of ["light", "dark"]) {
        const adoption = await Adoption.open(page, "open/adoption.html", { width: 1280, height: 900 });
        await adoption.attribute("theme", theme);
        await page.evaluate(() => Object.assign(document.body.style, { margin: "1rem", fontFamily: "sans-serif" }));
        await fill(page, adoption);
        await page.screenshot(`adoption-${theme}`, { whole: true });
      }
      assert.equal((await page.evaluate(() => probe.hosts("olievlek-adoption"))).length, 1);
    });
  });
