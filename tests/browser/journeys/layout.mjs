// How it looks and fits: narrow pages, large text, targets, light and dark. Screenshots are for people to look at.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MIXED } from "../helpers/answers.mjs";
import { step } from "../helpers/texts.mjs";

const PHONE = { width: 320, height: 700 };
const PAGES = ["intro", "step", "result"];

export default (browser) =>
  describe("layout", () => {
    for (const lang of ["nl-BE", "fr", "de"]) {
      test(`320 px wide in ${lang}, also with text twice as large`, async () => {
        const { page } = browser;
        const widget = (await page.mount({ attributes: { lang, change: "consultatieve leerlingenbegeleiding" } }, "strict/blank.html", PHONE)).in(lang);
        assert.equal(await page.evaluate(() => innerWidth), 320);
        for (const size of ["100%", "200%"]) {
          await page.evaluate((size) => void (document.documentElement.style.fontSize = size), size);
          for (const name of PAGES) {
            await turnTo(page, widget, name);
            await unfold(page);
            assert.deepEqual(await page.evaluate(overflowing), [], `${name} at ${size}`);
          }
          await widget.button("again");
        }
      });
    }

    test("every target is 24 px or more each way", async () => {
      const { page } = browser;
      for (const size of [PHONE, { width: 1280, height: 800 }]) {
        const widget = await page.mount({}, "strict/blank.html", size);
        for (const name of PAGES) {
          await turnTo(page, widget, name);
          await unfold(page);
          const small = await page.evaluate(() => {
            const targets = probe.all({ css: "button, summary, [part=option], input[type=text]" }).filter(probe.visible);
            if (targets.length < 3) throw new Error("there are no targets");
            const boxes = targets.map((node) => [node.textContent, node.getBoundingClientRect()]);
            return boxes.filter(([, { width, height }]) => width < 24 || height < 24).map(([text, { width, height }]) => `${text}: ${width} × ${height}`);
          });
          assert.deepEqual(small, [], `${name} at ${size.width}`);
        }
      }
    });

    test("a theme that was asked for has its own ground; `auto` follows the page", async () => {
      const { page } = browser;
      const widget = await page.mount();
      await widget.button("start");
      await widget.heading(step(1));
      const look = async (theme, dark) => {
        await page.evaluate((theme, dark) => {
          const { style } = document.body;
          style.color = dark ? "rgb(240, 240, 240)" : "rgb(20, 20, 20)";
          style.backgroundColor = dark ? "rgb(10, 20, 30)" : "rgb(255, 255, 255)";
          if (theme) probe.host().setAttribute("theme", theme);
          else probe.host().removeAttribute("theme");
        }, theme, dark);
        await page.settle();
        return page.evaluate(() => {
          const root = getComputedStyle(probe.find({ css: ".root" }));
          return [root.backgroundColor, root.color, root.colorScheme];
        });
      };
      const clear = "rgba(0, 0, 0, 0)";
      assert.deepEqual(await look("light", true), ["rgb(255, 255, 255)", "rgb(27, 27, 27)", "light"]);
      assert.deepEqual(await look("dark", false), ["rgb(20, 25, 27)", "rgb(236, 239, 240)", "dark"]);
      assert.deepEqual(await look("auto", true), [clear, "rgb(240, 240, 240)", "dark"]);
      assert.deepEqual(await look("light", false), ["rgb(255, 255, 255)", "rgb(27, 27, 27)", "light"]);
      assert.deepEqual(await look(undefined, false), [clear, "rgb(20, 20, 20)", "light"]);
      await page.assertClean();
    });

    test("screenshots", async () => {
      const { page } = browser;
      for (const [name, size] of [["phone", PHONE], ["desktop", { width: 1280, height: 900 }]]) {
        for (const theme of ["light", "dark"]) {
          const widget = await page.mount({ attributes: { theme } }, "open/blank.html", size);
          await page.evaluate((dark) => {
            Object.assign(document.body.style, { margin: "1rem", fontFamily: "sans-serif" });
            if (dark) Object.assign(document.body.style, { background: "#0d1113", color: "#eee" });
          }, theme === "dark");
          for (const shown of PAGES) {
            await turnTo(page, widget, shown);
            await page.screenshot(`${name}-${theme}-${shown}`, { whole: true });
          }
        }
      }
      // The tests that look are the others; here a picture has to come out.
      assert.ok(await page.evaluate(() => probe.state().shown));
    });
  });

/** Goes to a kind of page, with something on it to see. */
export async function turnTo(page, widget, name) {
  if (name === "step") {
    await widget.button("start");
    await widget.heading(step(1, widget.language));
    await widget.answer(1, "4");
    await widget.answer(2, "unknown");
  }
  if (name === "result") await widget.fill(MIXED);
  await page.settle();
}

/** Opens all that can be opened. */
async function unfold(page) {
  await page.evaluate(() => {
    for (const details of probe.all({ css: "details" })) details.open = true;
  });
  await page.settle();
}

/** What stands out to the right, in the page. A table may, as it scrolls in its own box. */
export function overflowing(host = 0) {
  const { clientWidth, scrollWidth } = document.documentElement;
  const wide = probe.all({ host, css: ".root *" }).filter((node) => {
    if (node.closest(".wide, svg") && !node.matches(".wide, svg")) return false;
    const { left, right, width } = node.getBoundingClientRect();
    return width > 1 && (right > clientWidth + 0.5 || left < -0.5);
  });
  const told = wide.map((node) => `${node.localName}.${node.getAttribute("class")} ${Math.round(node.getBoundingClientRect().right)}`);
  return scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`, ...told] : told;
}
