// When something does not come, or breaks: the content between the tags or a calm message, one event, and no harm.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Adoption } from "../helpers/adoption.mjs";
import { Goal } from "../helpers/goal.mjs";
import { TABLE, Team } from "../helpers/team.mjs";
import { label, step } from "../helpers/texts.mjs";

export default (browser) =>
  describe("failures", () => {
    for (const [condition, name, code] of [
      ["no-wasm", "the wasm is not there", "load-failed"],
      ["broken-wasm", "the wasm is broken", "load-failed"],
      ["no-wasm-eval", "the policy forbids wasm", "load-failed"],
      ["no-texts", "the texts are not there", "texts-unavailable"],
    ]) {
      test(`${name}: the content between the tags stays`, async () => {
        const { page } = browser;
        await page.open(`${condition}/snippet.html`);
        const { detail, bubbles, composed } = await page.event("error");
        assert.equal(detail.code, code);
        assert.ok(detail.message.length > 10 && bubbles && composed);
        await page.settle();
        await page.settle();
        assert.equal((await page.events("error")).length, 1);
        assert.deepEqual(await page.events("ready"), []);
        const seen = await page.evaluate(() => ({
          fallback: probe.fallback(),
          shown: probe.state().shown,
          rest: probe.visible(document.querySelector("#rest")),
          errors: probe.notes.errors,
        }));
        assert.deepEqual(seen, { fallback: true, shown: false, rest: true, errors: [] });
      });
    }

    test("a trap: a calm message in every element, in its language, and an event each", async () => {
      const { page } = browser;
      await page.open("strict/trap.html");
      const [one, two] = [page.widget("#one"), page.widget("#two").in("fr")];
      await one.ready();
      await two.ready();
      await one.button("start");
      await one.heading(step(1));
      await page.evaluate(() => void (window.wasm.trapNext = true));
      await one.button("next");
      await page.until(() => probe.notes.events.filter(({ name }) => name === "error").length === 2);
      await page.settle();
      const errors = await page.events("error");
      assert.deepEqual(errors.map(({ id, detail }) => [id, detail.code]).sort(), [["one", "internal"], ["two", "internal"]]);
      for (const widget of [one, two]) {
        const shown = await page.evaluate((host) => {
          const error = probe.find({ host, css: "[part=error]" });
          return { text: probe.words(error), role: error.role ?? error.getAttribute("role"), rest: probe.state(host).shown };
        }, widget.host);
        assert.deepEqual(shown, { text: widget.label("error.failed"), role: "alert", rest: false });
      }
      // Nothing goes on in a widget that is gone, and nothing happens to the page.
      const calm = await page.evaluate(() => {
        const { host } = probe;
        host("#one").setAttribute("lang", "en");
        host("#one").setAttribute("theme", "dark");
        location.hash = "one=2000-0000-2000-0000-08HY";
        return [host("#one").code, host("#one").answers, host("#one").result ?? null];
      });
      assert.deepEqual(calm, ["", {}, null]);
      await page.settle();
      assert.equal((await page.events("error")).length, 2);
      assert.ok(await page.evaluate(() => probe.visible(document.querySelector("#rest"))));
      // One that comes later does not start on what trapped: it keeps the content between its tags.
      await page.evaluate(() => {
        const late = document.createElement("olievlek-self-check");
        late.setAttribute("loading", "eager");
        late.id = "late";
        late.textContent = "What stands between the tags";
        document.body.append(late);
      });
      await page.until(() => probe.notes.events.filter(({ name }) => name === "error").length === 3);
      assert.equal(await page.evaluate(() => probe.state("#late").shown), false);
      await page.assertClean();
    });

    for (const [name, call, make, ask] of [
      ["team", "responses_ask", Team, (team, turn) => team.paste(`${TABLE}\n${turn};${turn};Noord`)],
      ["adoption", "numbers_ask", Adoption, (adoption) => adoption.click({ css: "#play" })],
      ["goal", "ask", Goal, (goal, turn) => goal.fill("#goal", `Elk team overlegt ${turn} keer`)],
    ]) {
      test(`a trap in what ${name} fetched: the widget stays, and what trapped is not asked again`, async () => {
        const { page } = browser;
        const shown = await make.open(page, `trapping/${name}.html`);
        await page.evaluate((call) => void (window.wasm.trapNext = call), call);
        await ask(shown, 2);
        assert.equal((await page.event("error")).detail.code, "internal");
        assert.equal(await page.evaluate(() => window.wasm.trapNext), false);
        await page.evaluate((call) => {
          probe.notes.events = [];
          window.wasm.trapNext = call;
        }, call);
        await ask(shown, 3);
        assert.equal((await page.event("error")).detail.code, "internal");
        assert.equal(await page.evaluate(() => window.wasm.trapNext), call, "nobody called it");
        assert.ok(await page.evaluate((host, css) => Boolean(probe.find({ host, css })), shown.host, shown.seen));
        await page.assertClean();
      });
    }

    test("two releases of the script: the first one stays, with a word about the second", async () => {
      const { page } = browser;
      await page.open("strict/twice.html");
      await page.widget().ready();
      const { warnings } = await page.notes();
      assert.equal(warnings.length, 1, warnings.join("\n"));
      assert.match(warnings[0], /olievlek-self-check.*\d+\.\d+\.\d+.*0\.0\.0-other/);
      await page.widget().button("start");
      await page.widget().heading(step(1));
      await page.assertClean();
    });

    test("options that are not known: told once each, and the default holds", async () => {
      const { page } = browser;
      const attributes = { lang: "klingon", perspective: "nobody", variant: "seven", store: "cloud", theme: "pink" };
      const widget = await page.mount({ attributes });
      await page.settle();
      const codes = (await page.events("error")).map(({ detail }) => detail.code).sort();
      assert.deepEqual(codes, ["unknown-language", "unknown-option", "unknown-perspective", "unknown-variant"]);
      assert.equal((await widget.state()).heading, label("title", { change: "deze verandering" }));
      await page.assertClean();
    });
  });
