// Whatever a page or a link gives is text: nothing of it runs, all of it shows as what it is.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MIXED } from "../helpers/answers.mjs";
import { FIVE, label, step } from "../helpers/texts.mjs";

const STRINGS = [
  "<img src=x onerror=reached(1)>",
  '"><script>reached(2)</script>',
  "'-reached(3)-'",
  "javascript:reached(4)",
  "<svg onload=reached(5)>",
  "</legend><iframe srcdoc='<script>parent.reached(6)</script>'>",
  "{{constructor.constructor('reached(7)')()}}",
  "a\u0000b\u0001\u0003onclick=reached(8)\u0004\u0007g9\u0005c",
  "\u202Eabc\u2066def\u200F",
  "&lt;b&gt; &amp; {change} {0} %s $& $1",
];

/** What a text looks like in the widget: marks and breaks are blanks. */
const shown = (string) => string.replace(/[\u0000-\u001F]/g, " ");

/** What could run or load something if it got into a widget. */
const FOREIGN = "script, img, iframe, object, embed, style, link, form, [onerror], [onload], [onclick], [srcdoc], [style]";

export default (browser) =>
  describe("nothing is markup", () => {
    // Without a policy, so that it is the widget that keeps it out.
    const where = "open/blank.html";

    test("in `change` and in statements, on every page, in every file", async () => {
      const { page } = browser;
      for (const string of STRINGS) {
        const json = JSON.stringify(
          FIVE.flatMap((element) => [1, 2].map((number) => ({ id: `${element}-${number}`, element, text: `${number} ${shown(string)} {change}` }))),
        );
        await page.open(where);
        await page.evaluate((string, json) => {
          const element = probe.mount({ json });
          element.setAttribute("change", string);
          window.blobs = [];
          URL.createObjectURL = (blob) => (window.blobs.push(blob), "blob:stub");
          HTMLAnchorElement.prototype.click = () => {};
        }, string, json);
        const widget = page.widget();
        await widget.ready();
        await look(page, string);
        await widget.finish();
        await look(page, string);
        assert.ok((await page.evaluate(() => probe.root().textContent)).includes(shown(string)), "on the profile");
        for (const format of ["SVG", "Markdown", "CSV", "JSON"]) {
          await page.evaluate((text) => probe.find({ css: "button", text }).click(), label("download", { format }));
        }
        await page.until(() => window.blobs.length === 4);
        const parsed = await page.evaluate(async () => {
          const image = new DOMParser().parseFromString(await window.blobs[0].text(), "image/svg+xml");
          document.body.append(document.importNode(image.documentElement, true));
          JSON.parse(await window.blobs[3].text());
          return [image.querySelectorAll("parsererror, script, img, foreignObject, a").length, image.documentElement.localName];
        });
        assert.deepEqual(parsed, [0, "svg"], string);
        await clean(page, string);
      }
    });

    test("in ids of the element and of statements, and in other attributes", async () => {
      const { page } = browser;
      for (const string of STRINGS) {
        const json = JSON.stringify([{ id: string, element: string, text: { [string]: string }, revealsGap: string }]);
        const attributes = { perspective: string, variant: string, theme: string, store: string, statements: string, lang: string };
        for (const options of [{ json }, { attributes }]) {
          await page.open(where);
          await page.evaluate((string, options) => {
            probe.mount(options).id = string;
          }, string, options);
          await page.until(() => probe.state().error);
          await look(page, string);
          await page.event("error");
          await clean(page, string);
        }
      }
    });

    test("in the code field and in a link", async () => {
      const { page } = browser;
      for (const string of STRINGS) {
        const widget = await page.mount({}, where);
        await page.evaluate((string) => {
          const field = probe.all({ css: "#code" })[0];
          field.closest("details").open = true;
          field.value = string;
          field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
        }, string);
        await widget.button("code-open");
        await page.until(() => probe.state().error);
        await look(page, string);
        await page.evaluate((string) => void (location.hash = `olievlek-self-check=${encodeURIComponent(string)}`), string);
        await page.event("error");
        await page.until(() => probe.state().notice);
        await look(page, string);
        await clean(page, string);
      }
    });

    test("links lead to sources on the web, safely", async () => {
      const { page } = browser;
      const widget = await page.mount();
      await widget.fill(MIXED);
      const links = await page.evaluate(() => probe.all({ css: "a" }).map(({ href, rel, target }) => ({ href, rel, target })));
      assert.ok(links.length >= 4);
      for (const { href, rel, target } of links) {
        assert.match(href, /^https:\/\/[\w.-]+\//);
        assert.ok(target !== "_blank" || /noreferrer|noopener/.test(rel), href);
      }
    });

    test("on a page of the statements, a text shows as it is", async () => {
      const { page } = browser;
      const [string] = STRINGS;
      const widget = await page.mount({ attributes: { change: string } });
      await widget.button("start");
      await widget.heading(step(1));
      assert.ok((await widget.state()).statements.some((statement) => statement.includes(string)));
      await page.assertClean();
    });
  });

async function look(page, string) {
  const foreign = await page.evaluate((css) => probe.all({ css }).map(({ outerHTML }) => outerHTML), FOREIGN);
  assert.deepEqual(foreign, [], string);
}

async function clean(page, string) {
  await page.settle();
  const { errors, reached } = await page.notes();
  assert.deepEqual([reached, errors], [[], []], string);
}
