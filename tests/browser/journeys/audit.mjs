// An audit by axe of every kind of page, in two languages, two themes and two widths.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MIXED } from "../helpers/answers.mjs";
import { step } from "../helpers/texts.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const CASES = [
  { lang: "nl-BE", theme: "light", width: 320 },
  { lang: "nl-BE", theme: "dark", width: 1280 },
  { lang: "fr", theme: "dark", width: 320 },
  { lang: "fr", theme: "light", width: 1280 },
];

export default (browser) =>
  describe("axe finds nothing", () => {
    for (const { lang, theme, width } of CASES) {
      test(`${lang}, ${theme}, ${width} px`, async () => {
        const { page } = browser;
        const size = { width, height: 800 };
        const found = [];
        const widget = (await page.mount({ attributes: { lang, theme } }, "open/blank.html", size)).in(lang);
        found.push(...(await audit(page, "the first page")));
        await widget.button("start");
        await widget.heading(step(1, lang));
        await widget.answer(0, "4");
        found.push(...(await audit(page, "a step")));
        await widget.fill(MIXED);
        found.push(...(await audit(page, "the profile")));
        const wrong = { attributes: { lang, theme }, json: "[" };
        await page.open("open/blank.html", size);
        await page.evaluate((wrong) => void probe.mount(wrong), wrong);
        await page.until(() => probe.state().error);
        found.push(...(await audit(page, "unreadable statements")));
        assert.deepEqual(found, []);
      });
    }

    test("on a dark page, with the colours of the page", async () => {
      const { page } = browser;
      await page.open("open/blank.html");
      await page.evaluate(() => {
        Object.assign(document.body.style, { color: "#f2f2f2", background: "#15202b" });
        probe.mount();
      });
      const widget = page.widget();
      await widget.ready();
      await widget.fill(MIXED);
      assert.deepEqual(await audit(page, "the profile"), []);
    });
  });

/** Opens all that can be opened, and asks axe about the whole page. */
export async function audit(page, where, host = 0) {
  const violations = await page.evaluate(async (tags, host) => {
    if (!window.axe) {
      const script = document.createElement("script");
      script.src = "axe.js";
      await new Promise((resolve, reject) => {
        script.onload = resolve;
        script.onerror = reject;
        document.head.append(script);
      });
    }
    for (const details of probe.all({ host, css: "details" })) details.open = true;
    // A colour on its way to another one would be judged halfway.
    await Promise.all(document.getAnimations().map((animation) => animation.finished));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { violations, passes } = await window.axe.run(document, { runOnly: tags });
    if (passes.length < 5) throw new Error(`axe looked at ${passes.length} rules only`);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, any }) => `${target.join(" ")} ${any[0]?.message ?? ""}`).join(" | ")}`);
  }, TAGS, host);
  return violations.map((violation) => `${where}: ${violation}`);
}
