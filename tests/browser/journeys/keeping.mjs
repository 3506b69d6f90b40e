// Nothing that someone entered is lost: not by going back, not by what a page does with the element.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MIXED, answers } from "../helpers/answers.mjs";
import { FIVE, label, step } from "../helpers/texts.mjs";

export default (browser) =>
  describe("nothing is lost", () => {
    test("going back, changing, clearing and leaving open", async () => {
      const { page } = browser;
      const widget = await page.mount();
      await widget.button("start");
      await widget.heading(step(1));
      await widget.answer(0, "5");
      await widget.answer(1, "unknown");
      await widget.button("next");
      // The second step is left open as a whole.
      await widget.heading(step(2));
      await widget.button("next");
      await widget.heading(step(3));
      await widget.answer(4, "2");
      await widget.button("previous");
      await widget.heading(step(2));
      await widget.button("previous");
      await widget.heading(step(1));
      assert.deepEqual((await widget.state()).checked, ["5", "unknown", null, null, null]);
      await widget.answer(0, "3");
      await widget.click({ css: "fieldset:nth-of-type(2) button" });
      await page.until(() => probe.state().checked[1] === null);
      assert.deepEqual(await widget.answers(), { "staff-vision-1": 3, "staff-plan-5": 2 });
      // Straight to an element, and from there to the profile.
      await widget.click({ css: "[part=step]", nth: 4 });
      await widget.heading(step(5));
      await widget.button("finish");
      await widget.heading(label("result"));
      const { detail } = await page.event("complete");
      assert.deepEqual(detail.answers, { "staff-vision-1": 3, "staff-plan-5": 2 });
      assert.deepEqual(detail.profile.elements.map(({ status }) => status), FIVE.map(() => "undetermined"));
      await widget.button("edit");
      await widget.heading(step(1));
      assert.deepEqual((await widget.state()).checked, ["3", null, null, null, null]);
      await page.assertClean();
    });

    test("starting again can be undone", async () => {
      const { page } = browser;
      const widget = await page.mount();
      await widget.fill(MIXED);
      await widget.button("again");
      await page.until((notice) => probe.state().notice?.startsWith(notice), label("notice.cleared"));
      assert.deepEqual(await widget.answers(), {});
      await widget.button("undo");
      await page.until((notice) => probe.state().notice === notice, label("notice.undone"));
      assert.deepEqual(await widget.answers(), MIXED);
    });

    test("moving the element in the page, and taking it out for a while", async () => {
      const { page } = browser;
      const widget = await page.mount();
      await widget.button("start");
      await widget.heading(step(1));
      await widget.answer(2, "4");
      await page.evaluate(() => {
        const element = probe.host();
        window.same = element.shadowRoot.querySelector("fieldset");
        document.querySelector("#elsewhere").append(element);
      });
      await page.settle();
      const moved = await page.evaluate(() => ({
        same: probe.root().contains(window.same),
        parent: probe.host().parentElement.id,
        ...probe.state(),
      }));
      assert.deepEqual([moved.parent, moved.heading, moved.checked[2]], ["elsewhere", step(1), "4"]);
      assert.ok(moved.same, "the very same nodes are on the page");
      // It still listens, and once only.
      await widget.answer(3, "2");
      assert.equal((await page.events("change")).at(-1).detail.answered, 2);
      const changes = (await page.events("change")).length;
      await widget.answer(4, "1");
      assert.equal((await page.events("change")).length, changes + 1);

      await page.evaluate(() => {
        window.taken = probe.host();
        window.taken.remove();
      });
      await page.settle();
      await page.settle();
      assert.equal(await page.evaluate(() => window.taken.shadowRoot.querySelectorAll("*").length), 1, "just the slot");
      await page.evaluate(() => document.querySelector("main").append(window.taken));
      await widget.heading(step(1));
      assert.deepEqual((await widget.state()).checked, [null, null, "4", "2", "1"]);
      await page.assertClean();
    });

    test("another language midway", async () => {
      const { page } = browser;
      const widget = await page.mount();
      await widget.fill(MIXED);
      await widget.button("edit");
      await widget.heading(step(1));
      const before = (await widget.state()).checked;
      await page.evaluate(() => probe.host().setAttribute("lang", "fr"));
      await widget.in("fr").heading(step(1, "fr"));
      const french = await widget.state();
      assert.deepEqual([french.lang, french.checked], ["fr", before]);
      assert.deepEqual(await widget.answers(), MIXED);
      // Without an attribute the page's language counts, also when it changes later.
      await page.evaluate(() => probe.host().removeAttribute("lang"));
      await widget.heading(step(1));
      await page.evaluate(() => (document.documentElement.lang = "de"));
      await widget.heading(step(1, "de"));
      assert.deepEqual(await widget.answers(), MIXED);
      await page.assertClean();
    });

    test("a language whose texts cannot be had leaves everything as it is", async () => {
      const { page } = browser;
      const widget = await page.mount({}, "no-french/blank.html");
      await widget.button("start");
      await widget.heading(step(1));
      await widget.answer(0, "2");
      await page.evaluate(() => probe.host().setAttribute("lang", "fr"));
      const { detail } = await page.event("error");
      assert.equal(detail.code, "texts-unavailable");
      await page.settle();
      const shown = await widget.state();
      assert.deepEqual([shown.heading, shown.checked[0]], [step(1), "2"]);
      await widget.answer(1, "4");
      await page.evaluate(() => probe.host().setAttribute("lang", "en"));
      await widget.heading(step(1, "en"));
      assert.deepEqual(await widget.answers(), { "staff-vision-1": 2, "staff-vision-2": 4 });
    });

    test("another variant and another perspective, and back", async () => {
      const { page } = browser;
      const widget = await page.mount();
      await widget.fill(MIXED);
      const set = (name, value) => page.evaluate((...given) => probe.host().setAttribute(...given), name, value);
      await set("variant", "consensus");
      await page.until(() => probe.host().result?.variant === "consensus");
      assert.deepEqual(await widget.answers(), MIXED);
      assert.equal((await widget.result()).profile.elements.length, 6);
      await set("variant", "five");
      await page.until(() => probe.host().result?.variant === "five");
      assert.deepEqual(await widget.answers(), MIXED);
      await set("perspective", "school");
      await page.until((title) => probe.state().heading === title, label("title", { change: "onze samenwerking" }));
      assert.deepEqual(await widget.answers(), {});
      await widget.fill(answers(["vision"], "school"));
      await set("perspective", "staff");
      await page.until(() => Object.keys(probe.host().answers)[0]?.startsWith("staff"));
      assert.deepEqual(await widget.answers(), MIXED);
      await set("perspective", "school");
      await page.until(() => Object.keys(probe.host().answers)[0]?.startsWith("school"));
      assert.deepEqual(await widget.answers(), answers(["vision"], "school"));
    });

    test("an unchanged page writes nothing", async () => {
      const { page } = browser;
      const widget = await page.mount({ attributes: { lang: "nl-BE", perspective: "staff", change: "de werking" } });
      await widget.fill(MIXED);
      const written = await page.evaluate(async () => {
        const element = probe.host();
        const records = [];
        const observer = new MutationObserver((list) => records.push(...list.map(({ type, target }) => `${type} ${target.nodeName}`)));
        observer.observe(element.shadowRoot, { subtree: true, childList: true, attributes: true, characterData: true });
        for (const name of element.getAttributeNames()) element.setAttribute(name, element.getAttribute(name));
        element.setAttribute("store", "none");
        document.documentElement.lang = "nl-BE";
        // Another value and the old one again, in one turn.
        element.setAttribute("change", "iets anders");
        element.setAttribute("change", "de werking");
        await new Promise((resolve) => setTimeout(resolve, 100));
        return records;
      });
      assert.deepEqual(written, []);
      assert.equal((await widget.state()).heading, label("result"));
    });

    test("what was folded open stays so, and so does the focus, when a notice comes in", async () => {
      const { page } = browser;
      const widget = await page.mount();
      await widget.fill(MIXED);
      await page.evaluate(() => {
        Object.defineProperty(navigator, "clipboard", { value: { writeText: async () => {} }, configurable: true });
        window.sections = probe.all({ css: ".profile > section" });
      });
      await widget.click({ css: "summary" });
      const open = () => probe.all({ css: "details" }).map((details) => details.open);
      assert.deepEqual(await page.evaluate(open), [true, false]);
      await widget.button("copy-code");
      await page.until((notice) => probe.state().notice === notice, label("notice.copied"));
      assert.deepEqual(await page.evaluate(open), [true, false]);
      assert.equal((await page.focused()).text, label("copy-code"));
      const kept = () => probe.all({ css: ".profile > section" }).every((section, index) => section === window.sections[index]);
      assert.ok(await page.evaluate(kept), "the sections are made anew");
    });

    test("answers set before the element is there, and faulty ones", async () => {
      const { page } = browser;
      await page.open("strict/blank.html");
      await page.evaluate((given) => {
        const element = document.createElement("olievlek-self-check");
        element.answers = given;
        element.setAttribute("loading", "eager");
        document.querySelector("main").append(element);
      }, MIXED);
      const widget = page.widget();
      await widget.ready();
      await page.settle();
      assert.deepEqual(await widget.answers(), MIXED);
      const fault = (given) =>
        page.evaluate((given) => {
          try {
            probe.host().answers = given;
            return undefined;
          } catch (error) {
            return [error.name, error.code, error.field];
          }
        }, given);
      assert.deepEqual(await fault({ "staff-plan-1": 9 }), ["OlievlekError", "answer-out-of-range", "staff-plan-1"]);
      assert.deepEqual(await fault({ "no-such": 3 }), ["OlievlekError", "unknown-statement", "answers"]);
      assert.deepEqual(await widget.answers(), MIXED);
    });
  });
