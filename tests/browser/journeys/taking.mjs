// What one can take away: files, a code, a link, a paper.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MIXED } from "../helpers/answers.mjs";
import { element, label, text } from "../helpers/texts.mjs";

const CHANGE = "de nieuwe werking";

export default (browser) =>
  describe("taking it away", () => {
    test("every file has the result in it, and nothing is requested for it", async () => {
      const { page } = browser;
      const widget = await page.mount({ attributes: { change: CHANGE } });
      await widget.fill(MIXED);
      const { detail } = await page.event("complete");
      const requests = (await page.evaluate(() => probe.requests())).length;
      await page.evaluate(() => {
        window.saved = [];
        let last;
        URL.createObjectURL = (blob) => ((last = blob), "blob:stub");
        HTMLAnchorElement.prototype.click = function () {
          window.saved.push({ name: this.download, href: this.href, blob: last, type: last.type });
        };
      });
      for (const format of ["JSON", "CSV", "SVG", "Markdown"]) {
        await widget.button("download", { format });
        const name = `self-check.${format === "Markdown" ? "md" : format.toLowerCase()}`;
        await page.until((notice) => probe.state().notice === notice, label("notice.downloaded", { file: name }));
      }
      await page.settle();
      const [json, csv, svg, markdown] = await page.evaluate(async () => {
        const read = ({ name, type, blob }) =>
          blob.arrayBuffer().then((bytes) => ({ name, type, bytes: [...new Uint8Array(bytes)] }));
        return Promise.all(window.saved.map(read));
      });
      const content = ({ bytes }) => Buffer.from(bytes).toString("utf8");

      assert.deepEqual([json.name, json.type], ["self-check.json", "application/json;charset=utf-8"]);
      assert.deepEqual(JSON.parse(content(json)), detail);

      assert.deepEqual([csv.name, csv.type], ["self-check.csv", "text/csv;charset=utf-8"]);
      assert.deepEqual(csv.bytes.slice(0, 3), [0xef, 0xbb, 0xbf], "spreadsheets want the mark");
      const rows = content(csv).slice(1).trim().split(/\r?\n/);
      assert.equal(rows.length, 26, "a heading and a row for each statement");
      assert.ok(rows.some((row) => row.includes(CHANGE)));

      assert.deepEqual([svg.name, svg.type], ["self-check.svg", "image/svg+xml;charset=utf-8"]);
      assert.deepEqual([markdown.name, markdown.type], ["self-check.md", "text/markdown;charset=utf-8"]);
      const title = text("nl-BE", "report", "title", { change: CHANGE });
      assert.ok(content(markdown).startsWith(`# ${title}\n`), content(markdown).slice(0, 80));
      assert.ok(content(markdown).includes(detail.code) && content(markdown).includes(detail.profile.headline));

      assert.equal((await page.evaluate(() => probe.requests())).length, requests, "a request for a file");
      await page.assertClean();

      // Reading markup is not allowed on a page with the strict policy, so another one does it.
      await page.open("open/blank.html");
      const read = await page.evaluate((source) => {
        const image = new DOMParser().parseFromString(source, "image/svg+xml");
        const names = [...image.querySelectorAll("*")].map(({ localName }) => localName);
        return { root: image.documentElement.localName, faults: names.filter((name) => name === "parsererror"), words: image.documentElement.textContent };
      }, content(svg));
      assert.deepEqual([read.root, read.faults], ["svg", []]);
      for (const { name } of detail.profile.elements) assert.ok(read.words.includes(name), name);
    });

    test("a click gives the browser a file", async () => {
      const { page } = browser;
      const widget = await page.mount();
      await widget.fill(MIXED);
      const link = await page.evaluate((text) => {
        const seen = [];
        const click = HTMLAnchorElement.prototype.click;
        HTMLAnchorElement.prototype.click = function () {
          seen.push({ href: this.href.split(":")[0], name: this.download });
        };
        probe.find({ css: "button", text }).click();
        return new Promise((resolve) =>
          setTimeout(() => {
            HTMLAnchorElement.prototype.click = click;
            resolve(seen);
          }),
        );
      }, label("download", { format: "CSV" }));
      assert.deepEqual(link, [{ href: "blob", name: "self-check.csv" }]);
    });

    test("the code and the link are copied", async () => {
      const { page } = browser;
      const widget = await page.mount({ attributes: { id: "team" } });
      await widget.fill(MIXED);
      const { code } = await widget.result();
      await page.evaluate(() => {
        window.copied = [];
        const clipboard = { writeText: async (text) => void window.copied.push(text) };
        Object.defineProperty(navigator, "clipboard", { value: clipboard, configurable: true });
      });
      await widget.button("copy-code");
      await page.until((notice) => probe.state().notice === notice, label("notice.copied"));
      assert.equal((await widget.state()).live, label("notice.copied"), "a screen reader hears it too");
      await widget.button("copy-link");
      await page.until(() => window.copied.length === 2);
      assert.deepEqual(await page.evaluate(() => window.copied), [code, `${page.origin}/strict/blank.html#team=${code}`]);
      await page.assertClean();
    });

    test("without the clipboard it copies the old way, and keeps the focus", async () => {
      const { page } = browser;
      const widget = await page.mount();
      await widget.fill(MIXED);
      const { code } = await widget.result();
      await page.evaluate(() => {
        window.taken = [];
        const clipboard = { writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) };
        Object.defineProperty(navigator, "clipboard", { value: clipboard, configurable: true });
        addEventListener("copy", (event) => window.taken.push(event.target.value ?? String(getSelection())));
      });
      await widget.button("copy-code");
      await page.until((notice) => probe.state().notice === notice, label("notice.copied"));
      assert.deepEqual(await page.evaluate(() => window.taken), [code]);
      assert.equal(await page.evaluate(() => document.querySelectorAll("textarea").length), 0);
      await page.settle();
      assert.equal((await page.focused()).text, label("copy-code"));
    });

    test("where nothing may be copied, the text is there to copy by hand", async () => {
      const { page } = browser;
      const widget = await page.mount();
      await widget.fill(MIXED);
      const { code } = await widget.result();
      await page.evaluate(() => {
        Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
        document.execCommand = () => false;
      });
      await widget.button("copy-code");
      const notice = label("notice.copy-failed", { text: code });
      await page.until((notice) => probe.state().notice === notice, notice);
    });

    test("a paper has the title, the charts and the table, and the page stays as it was", async () => {
      const { page } = browser;
      const widget = await page.mount({ attributes: { change: CHANGE } });
      await widget.fill(MIXED);
      const before = await page.evaluate(() => document.body.childElementCount);
      await stubPrint(page);
      await widget.button("print");
      const paper = await page.until(() => window.printed);
      assert.equal(paper.title, text("nl-BE", "report", "title", { change: CHANGE }));
      assert.equal(paper.lang, "nl-BE");
      assert.deepEqual(paper.charts.length, 2);
      for (const chart of paper.charts) assert.ok(chart.label && chart.shapes > 5, JSON.stringify(chart));
      assert.equal(paper.rows, 6);
      assert.equal(paper.closed, 0, "what is folded away on screen is open on paper");
      assert.deepEqual(paper.shownButtons, [], "no rule of the paper hides the buttons");
      assert.ok(paper.words.includes(element("plan")) && paper.words.includes((await widget.result()).code));
      assert.equal(await page.evaluate(() => document.body.childElementCount), before + 1);
      await page.evaluate(() => window.printedFrame.dispatchEvent(new Event("afterprint")));
      assert.equal(await page.evaluate(() => document.body.childElementCount), before);
      await page.assertClean();
    });
  });

/** Takes what would be printed down in `printed`, instead of asking for a printer. */
export async function stubPrint(page) {
  await page.evaluate(() => {
    const original = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, "contentWindow").get;
    const note = (view) => {
      const paper = view.document;
      const all = (css) => [...paper.querySelectorAll(css)];
      const rules = paper.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
      const onPaper = rules.filter((rule) => rule.media?.mediaText === "print").flatMap((rule) => [...rule.cssRules]);
      const hiding = onPaper.filter((rule) => rule.style?.display === "none").map((rule) => rule.selectorText);
      window.printedFrame = view;
      window.printed = {
        title: paper.title,
        lang: paper.documentElement.lang,
        words: paper.body.textContent,
        charts: all("svg").map((chart) => ({ label: chart.getAttribute("aria-label"), shapes: chart.children.length })),
        rows: all("table tr").length,
        closed: all("details:not([open])").length,
        shownButtons: all("button").filter((button) => !hiding.some((css) => button.matches(css))).map(probe.words),
        markup: paper.documentElement.outerHTML,
        css: rules.map((rule) => rule.cssText).join("\n"),
      };
    };
    Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", {
      get() {
        const view = original.call(this);
        if (view) view.print = () => note(view);
        return view;
      },
    });
  });
}
