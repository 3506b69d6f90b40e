// The whole way by keyboard alone, and where the focus goes.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { label, step } from "../helpers/texts.mjs";

export default (browser) =>
  describe("by keyboard", () => {
    test("from the first page to the profile, without a mouse", async () => {
      const { page } = browser;
      await page.open("strict/snippet.html");
      const widget = page.widget();
      await widget.ready();
      const live = new Set();
      const note = async () => live.add((await widget.state()).live);

      await tabTo(page, ({ text }, start) => text === start, label("start"));
      await page.press("Enter");
      for (let number = 1; number <= 5; number++) {
        await widget.heading(step(number));
        await onHeading(page, step(number));
        await note();
        for (let place = 0; place < 5; place++) {
          // Into the group by Tab, to an answer by an arrow, and with the space bar on the point one is on.
          await tabTo(page, ({ name }, expected) => name === expected, `s${(number - 1) * 5 + place}`);
          await page.press(place === 0 ? " " : "ArrowDown");
          const { checked, value } = await page.focused();
          assert.deepEqual([checked, value], [true, place === 0 ? "1" : "2"]);
        }
        const forward = label(number < 5 ? "next" : "finish");
        await tabTo(page, ({ text }, forward) => text === forward, forward);
        await page.press(number % 2 ? "Enter" : " ");
      }
      await widget.heading(label("result"));
      await onHeading(page, label("result"));
      await note();
      assert.equal(live.size, 6, "the live region says something else at each step");
      assert.equal((await page.events("complete")).at(-1).detail.answers["staff-vision-1"], 1);
      assert.equal(Object.keys((await page.events("complete")).at(-1).detail.answers).length, 25);

      // Back up the page: nothing on the way is a trap.
      await page.press("Tab", { shift: true });
      assert.notEqual((await page.focused()).tag, "h2");
      await page.assertClean();
    });

    test("the code field is reached, read and left by keyboard", async () => {
      const { page } = browser;
      await page.open("strict/snippet.html");
      const widget = page.widget();
      await widget.ready();
      await tabTo(page, ({ tag }) => tag === "summary");
      await page.press("Enter");
      await tabTo(page, ({ id }) => id === "code");
      await page.driver.type("abcu");
      await tabTo(page, ({ text }, open) => text === open, label("code-open"));
      await page.press("Enter");
      await page.until(() => probe.focused().id === "code");
      const field = await page.evaluate(() => {
        const field = probe.find({ css: "#code" });
        return { invalid: field.getAttribute("aria-invalid"), told: field.getAttribute("aria-describedby"), value: field.value };
      });
      assert.deepEqual(field, { invalid: "true", told: "code-help", value: "abcu" });
      const error = await widget.state();
      assert.equal(error.error, label("error.code-character", { position: 4, found: "u" }));
    });

    test("clearing an answer keeps the focus in the widget", async () => {
      const { page } = browser;
      await page.open("strict/snippet.html");
      const widget = page.widget();
      await widget.ready();
      await widget.button("start");
      await widget.heading(step(1));
      await widget.answer(0, "4");
      await tabTo(page, ({ text }, clear) => text === clear, label("clear"));
      await page.press("Enter");
      await page.until(() => probe.state().checked[0] === null);
      await page.settle();
      assert.notEqual((await page.focused()).tag, "body");
    });
  });

/** Presses Tab until the focus is where it should be, as long as that takes; never through the page's body twice. */
async function tabTo(page, arrived, expected) {
  const seen = [];
  for (let presses = 0; presses < 60; presses++) {
    await page.press("Tab");
    const focused = await page.focused();
    seen.push(`${focused.tag} ${focused.text || focused.name || ""}`);
    if (arrived(focused, expected)) return;
  }
  assert.fail(`Tab never came to ${expected ?? arrived}: ${seen.join(" | ")}`);
}

async function onHeading(page, text) {
  await page.settle();
  const focused = await page.focused();
  assert.deepEqual([focused.tag, focused.id, focused.text], ["h2", "heading", text]);
}
