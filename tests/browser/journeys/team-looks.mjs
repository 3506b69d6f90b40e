// How the team widget looks and fits: an audit, narrow pages, large text, targets, files. Screenshots are for people.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { TABLE, Team } from "../helpers/team.mjs";
import { audit } from "./audit.mjs";
import { overflowing } from "./layout.mjs";

const BROKEN = "staff-vision-1;Heb je nog iets te zeggen over ons plan?;naam\n9;x;Jo\nmja;y;An\n4;;\n4;;\n5;;\n5;;\n";

export default (browser) =>
  describe("how the team widget looks", () => {
    for (const [lang, theme, width] of [["nl-BE", "light", 320], ["en", "dark", 1280], ["fr", "dark", 320], ["de", "light", 1280]]) {
      test(`axe finds nothing in ${lang}, ${theme}, ${width} px`, async () => {
        const { page } = browser;
        const team = (await Team.open(page, "open/team.html", { width, height: 800 })).in(lang);
        await team.attribute("lang", lang);
        await team.attribute("theme", theme);
        await team.until((state, lang) => state.lang === lang, lang);
        const found = await audit(page, "empty", team.host);
        await team.paste(BROKEN, 6);
        await team.unfold();
        found.push(...(await audit(page, "problems", team.host)));
        await team.paste(TABLE, 16);
        await team.show();
        await team.fill("#group", "0", "change");
        await team.unfold();
        found.push(...(await audit(page, "picture", team.host)));
        await team.button("present");
        await team.until(({ step }) => step !== undefined);
        found.push(...(await audit(page, "present", team.host)));
        // Firefox changes no viewport while an element has the screen.
        await team.button("close");
        await team.until(({ step }) => step === undefined);
        assert.deepEqual(found, []);
      });
    }

    test("320 px wide, also with text twice as large, and every target is 24 px or more", async () => {
      const { page } = browser;
      const team = await Team.open(page, "strict/team.html", { width: 320, height: 700 });
      const small = () =>
        page.evaluate((host) => {
          const targets = probe.all({ host, css: "button, summary, select, input, textarea" }).filter(probe.visible);
          const boxes = targets.map((node) => [probe.words(node) || node.id, node.getBoundingClientRect()]);
          return boxes.filter(([, { width, height }]) => width < 24 || height < 24).map(([text, { width, height }]) => `${text}: ${width} × ${height}`);
        }, team.host);
      const fits = async (what) => {
        for (const size of ["100%", "200%"]) {
          await page.evaluate((size) => void (document.documentElement.style.fontSize = size), size);
          await page.settle();
          assert.deepEqual(await page.evaluate(overflowing, team.host), [], `${what}, ${size}`);
        }
        await page.evaluate(() => void (document.documentElement.style.fontSize = ""));
        assert.deepEqual(await small(), [], what);
      };
      await team.paste(BROKEN, 6);
      await team.unfold();
      await fits("problems");
      await page.screenshot("team-problems-phone", { whole: true });
      await team.paste(TABLE, 16);
      await team.show();
      await team.fill("#group", "0", "change");
      await team.unfold();
      await fits("picture");
      await page.screenshot("team-phone", { whole: true });
    });

    test("files are made, and none of them holds a person's answers", async () => {
      const { page } = browser;
      const team = await Team.open(page);
      await team.paste(TABLE, 16);
      await team.show();
      await page.evaluate(() => {
        window.saved = [];
        URL.createObjectURL = (blob) => (window.saved.push(blob), "blob:none");
        HTMLAnchorElement.prototype.click = function () {
          window.saved.at(-1).name = this.download;
        };
      });
      for (const format of ["CSV", "JSON", "SVG", "Markdown"]) await team.button("download", { format });
      await page.until(() => window.saved.length === 4);
      const files = await page.evaluate(() => Promise.all(window.saved.map(async (blob) => [blob.name, await blob.text()])));
      const named = Object.fromEntries(files);
      assert.deepEqual(Object.keys(named).sort(), ["teambeeld.csv", "teambeeld.json", "teambeeld.md", "teambeeld.svg"]);
      assert.ok(named["teambeeld.csv"].includes("staff-vision-1,vision,"));
      assert.equal(JSON.parse(named["teambeeld.json"]).people, 16);
      assert.ok(named["teambeeld.svg"].includes(".level-1"));
      assert.ok(named["teambeeld.md"].includes("## visie"));
    });

    test("screenshots", async () => {
      const { page } = browser;
      for (const theme of ["light", "dark"]) {
        const team = await Team.open(page, "open/team.html", { width: 1280, height: 900 });
        await team.attribute("theme", theme);
        await page.evaluate(() => Object.assign(document.body.style, { margin: "1rem", fontFamily: "sans-serif" }));
        await team.paste(BROKEN, 6);
        await page.screenshot(`team-problems-${theme}`, { whole: true });
        await team.paste(TABLE, 16);
        await team.show();
        await team.fill("#group", "0", "change");
        await page.screenshot(`team-${theme}`, { whole: true });
        await team.button("present");
        await team.until(({ step }) => step !== undefined);
        await page.screenshot(`team-present-${theme}`);
        await team.button("close");
        await team.until(({ step }) => step === undefined);
      }
      assert.equal((await page.evaluate(() => probe.hosts("olievlek-team"))).length, 1);
    });
  });
