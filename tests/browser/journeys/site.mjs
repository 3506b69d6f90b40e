// The pages of the site, as their own server gives them.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { answers } from "../helpers/answers.mjs";
import { label, step } from "../helpers/texts.mjs";

export default (browser) =>
  describe("the site", () => {
    for (const path of ["", "gids.html", "partner.html", "doel.html", "verspreiding.html", "samen.html", "embed/self-check.html", "embed/goal.html", "embed/adoption.html", "embed/team.html"]) {
      test(`/${path} loads without a complaint`, async () => {
        const { page } = browser;
        await page.open(`site/${path}`);
        const hosts = await page.evaluate(() => probe.hosts().length);
        const goals = await page.evaluate(() => probe.hosts("olievlek-goal").length);
        const curves = await page.evaluate(() => probe.hosts("olievlek-adoption").length);
        const teams = await page.evaluate(() => probe.hosts("olievlek-team").length);
        assert.ok(hosts + goals + curves + teams > 0);
        if (teams > 0) {
          await page.evaluate(() => probe.host("olievlek-team").scrollIntoView({ behavior: "instant" }));
          await page.until(() => probe.find({ host: "olievlek-team", css: "#heading" }) !== undefined);
        }
        if (curves > 0) {
          await page.evaluate(() => probe.host("olievlek-adoption").scrollIntoView({ behavior: "instant" }));
          await page.until(() => probe.find({ host: "olievlek-adoption", css: ".plot svg" }) !== undefined);
        }
        if (goals > 0) {
          await page.evaluate(() => probe.host("olievlek-goal").scrollIntoView({ behavior: "instant" }));
          await page.until(() => probe.find({ host: "olievlek-goal", css: "#goal" }) !== undefined);
        }
        for (let host = 0; host < hosts; host++) {
          await page.evaluate((host) => probe.host(host).scrollIntoView({ behavior: "instant" }), host);
          await page.widget(host).ready();
        }
        await page.settle();
        const broken = await page.evaluate(() => [...document.images].filter((image) => image.complete && !image.naturalWidth).map(({ src }) => src));
        assert.deepEqual(broken, []);
        assert.deepEqual(await page.events("error"), []);
        await page.assertClean();
      });
    }

    test("the controls of the start page change the self-check", async () => {
      const { page } = browser;
      await page.open("site/");
      await page.evaluate(() => probe.host().scrollIntoView({ behavior: "instant" }));
      const widget = page.widget();
      await widget.ready();
      for (const [name, value] of [["lang", "de"], ["perspective", "policy"], ["variant", "consensus"], ["theme", "dark"]]) {
        await page.evaluate((name, value) => {
          const control = document.querySelector(`[data-attribute="${name}"]`);
          control.value = value;
          control.dispatchEvent(new Event("input", { bubbles: true }));
        }, name, value);
      }
      const elements = ["vision", "interest", "plan", "resources", "competences", "consensus"];
      await page.until(() => probe.state().lang === "de");
      await widget.in("de").button("start");
      await widget.heading(step(1, "de", elements));
      assert.equal((await widget.state()).count, label("progress", { answered: 0, total: 30 }, "de"));
      await page.assertClean();
    });

    test("a frame tells its height, and the page around it listens", async () => {
      const { page } = browser;
      await page.open("open/embedder.html");
      const heights = () => {
        const frame = document.querySelector("iframe");
        const inner = frame.contentDocument?.body?.getBoundingClientRect().height ?? 0;
        return { outer: frame.getBoundingClientRect().height, inner };
      };
      await page.until(() => document.querySelector("iframe").contentWindow.probe?.state().shown);
      await page.until(() => {
        const frame = document.querySelector("iframe");
        const inner = frame.contentDocument.body.getBoundingClientRect().height;
        return inner > 200 && Math.abs(frame.clientHeight - inner) < 2;
      });
      const before = await page.evaluate(heights);
      const shown = await page.evaluate(() => {
        const { probe: inside, document } = window.frames[0];
        return { ...inside.state(), page: document.documentElement.lang, notes: inside.notes, statements: inside.host().getAttribute("statements") };
      });
      assert.deepEqual([shown.lang, shown.page, shown.statements], ["fr", "fr", null]);
      assert.equal(shown.heading, label("title", { change: "notre accord" }, "fr"));
      assert.deepEqual([shown.notes.violations, shown.notes.errors], [[], []]);
      await page.evaluate((given) => {
        const { probe: inside } = window.frames[0];
        inside.host().answers = given;
        inside.find({ css: "[part~=button-primary]" }).click();
      }, answers(["plan"], "school"));
      await page.until((before) => {
        const frame = document.querySelector("iframe");
        const inner = frame.contentDocument.body.getBoundingClientRect().height;
        return frame.clientHeight > before + 200 && Math.abs(frame.clientHeight - inner) < 2;
      }, before.outer);
      // Others may say what they like.
      await page.evaluate(() => {
        window.postMessage({ type: "olievlek-height", height: 7 }, "*");
        window.frames[0].parent.postMessage({ type: "olievlek-height", height: "9px" }, "*");
      });
      await page.settle();
      assert.ok((await page.evaluate(heights)).outer > before.outer + 200);
    });
  });
