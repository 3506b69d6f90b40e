// The whole way through a self-check by mouse, on a page with the strict policy that holds just the snippet.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { FIVE, element, label, step, text } from "../helpers/texts.mjs";

export default (browser) =>
  describe("the flow", () => {
    test("the content between the tags shows until the widget does", async () => {
      const { page } = browser;
      await page.open("slow/snippet.html");
      const before = await page.evaluate(() => ({ fallback: probe.fallback(), shown: probe.state().shown }));
      assert.deepEqual(before, { fallback: true, shown: false });
      await page.widget().ready();
      await page.settle();
      const after = await page.evaluate(() => ({ fallback: probe.fallback(), shown: probe.state().shown }));
      assert.deepEqual(after, { fallback: false, shown: true });
      await page.assertClean();
    });

    test("a lazy element waits until it comes near", async () => {
      const { page } = browser;
      await page.open("strict/blank.html");
      await page.evaluate(() => {
        document.querySelector("main").style.paddingBlockStart = "4000px";
        probe.mount({ attributes: { loading: "lazy" } });
      });
      await page.settle();
      await page.settle();
      const wasm = () => probe.requests().filter((url) => url.endsWith("self-check.wasm")).length;
      assert.equal(await page.evaluate(wasm), 0);
      await page.evaluate(() => scrollTo({ top: 3600, behavior: "instant" }));
      await page.widget().ready();
      assert.equal(await page.evaluate(wasm), 1);
    });

    test("from the first page to the profile, by mouse, under the strict policy", async () => {
      const { page } = browser;
      await page.open("strict/snippet.html");
      const widget = page.widget();
      await widget.ready();
      const title = label("title", { change: text("nl-BE", "report", "change.staff") });
      const intro = await widget.state();
      assert.equal(intro.heading, title);
      assert.ok(intro.text.includes(label("privacy")));
      assert.deepEqual(await page.events("ready"), [
        { name: "ready", id: "", detail: null, bubbles: true, composed: true, custom: true },
      ]);
      const requests = (await page.evaluate(() => probe.requests())).length;

      await widget.button("start");
      const given = {};
      for (const [index, id] of FIVE.entries()) {
        await widget.heading(step(index + 1));
        assert.equal((await widget.state()).statements.length, 5);
        for (let place = 0; place < 5; place++) {
          const value = choice(id, place);
          await widget.answer(place, String(value));
          given[`staff-${id}-${place + 1}`] = value;
        }
        const change = (await page.events("change")).at(-1);
        assert.deepEqual(change.detail, { answers: given, answered: 5 * (index + 1), total: 25 });
        assert.equal((await widget.state()).count, label("progress", { answered: 5 * (index + 1), total: 25 }));
        await widget.button(index < 4 ? "next" : "finish");
      }
      await widget.heading(label("result"));

      const shown = await widget.state();
      assert.match(shown.headline, new RegExp(element("plan").toLowerCase(), "i"));
      assert.ok(shown.gaps[0].startsWith(element("plan")), shown.gaps.join());
      assert.ok(shown.gaps.some((gap) => gap.startsWith(element("resources"))), shown.gaps.join());

      const complete = await page.events("complete");
      assert.equal(complete.length, 1);
      const { detail } = complete[0];
      assert.deepEqual(Object.keys(detail).sort(), ["answers", "code", "perspective", "profile", "variant"]);
      assert.deepEqual([detail.perspective, detail.variant], ["staff", "five"]);
      assert.deepEqual(detail.answers, given);
      assert.deepEqual(detail.profile.weakest, ["plan"]);
      assert.deepEqual(detail.profile.elements.map(({ id }) => id), FIVE);
      const plan = detail.profile.elements[2];
      assert.deepEqual([plan.status, plan.answered, plan.score], ["weak", 5, 0]);
      assert.ok(plan.signal.text.length > 10 && plan.advice.length >= 2);
      assert.equal(detail.code, shown.code);
      assert.deepEqual(await widget.result(), detail);

      assert.deepEqual(await page.events("error"), []);
      assert.equal((await page.evaluate(() => probe.requests())).length, requests, "a request after the load");
      await page.assertClean();
    });
  });

/** Plan is weak, resources is fragile with two answers of other kinds, the rest is strong. */
function choice(id, place) {
  const gap = place === 2 || place === 4;
  if (id === "plan") return gap ? 5 : 1;
  if (id === "resources") return [3, 2, 4, "unknown", "not-applicable"][place];
  return gap ? 1 : 5;
}
