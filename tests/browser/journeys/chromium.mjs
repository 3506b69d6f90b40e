// What only Chromium lets a test look at: other media, paper, memory, and a slow machine behind a slow line.

import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { answers, MIXED } from "../helpers/answers.mjs";
import { SCREENS } from "../helpers/page.mjs";
import { FIVE } from "../helpers/texts.mjs";
import { turnTo } from "./layout.mjs";
import { stubPrint } from "./taking.mjs";

export default (browser) =>
  describe("in Chromium only", () => {
    test("reduced motion: nothing moves", async () => {
      const { page } = browser;
      await media(page, { "prefers-reduced-motion": "reduce" });
      const widget = await page.mount();
      for (const name of ["step", "result"]) {
        await turnTo(page, widget, name);
        const moving = await page.evaluate(() => {
          const moves = ({ transitionDuration, animationName }) => transitionDuration !== "0s" || animationName !== "none";
          return probe.all({ css: "*" }).filter((node) => moves(getComputedStyle(node))).map(({ className }) => className);
        });
        assert.deepEqual(moving, []);
      }
      await media(page, {});
    });

    test("forced colours: what is chosen can be told from what is not", async () => {
      const { page } = browser;
      await media(page, { "forced-colors": "active" });
      const widget = await page.mount();
      await turnTo(page, widget, "step");
      const seen = await page.evaluate(() => {
        const style = (css) => getComputedStyle(probe.find({ css }));
        const chosen = style("[part=option]:has(:checked)");
        const other = style("[part=option]:not(:has(:checked))");
        return { chosen: chosen.outlineStyle, other: other.outlineStyle, current: style("[aria-current]").outlineStyle, border: style("button").borderTopStyle };
      });
      assert.deepEqual(seen, { chosen: "solid", other: "none", current: "solid", border: "solid" });
      await page.screenshot("forced-colours-step");
      await turnTo(page, widget, "result");
      const bars = await page.evaluate(() => {
        const fills = probe.all({ css: ".chart .bar" }).map((bar) => getComputedStyle(bar).fill);
        return { fills, ground: getComputedStyle(document.body).backgroundColor };
      });
      assert.ok(bars.fills.length > 0 && bars.fills.every((fill) => fill !== bars.ground && fill !== "none"), JSON.stringify(bars));
      await page.screenshot("forced-colours-result", { whole: true });
      await media(page, {});
    });

    test("a page that turns dark by itself takes the self-check along", async () => {
      const { page } = browser;
      await media(page, { "prefers-color-scheme": "light" });
      await page.mount({}, "open/blank.html");
      await page.evaluate(() => void (document.documentElement.style.colorScheme = "light dark"));
      await page.widget().ready();
      const scheme = (expected) => getComputedStyle(probe.find({ css: ".root" })).colorScheme === expected;
      assert.ok(await page.evaluate(scheme, "light"));
      await media(page, { "prefers-color-scheme": "dark" });
      await page.until(scheme, "dark");
      await media(page, { "prefers-color-scheme": "light" });
      await page.until(scheme, "light");
      await media(page, {});
    });

    for (const [name, given, most] of [["mixed", MIXED, 2], ["all-weak", answers(FIVE), 3]]) {
      test(`on paper: ${name} answers take ${most} pages of A4 at most`, async (t) => {
        const { page } = browser;
        const widget = await page.mount({ attributes: { change: "consultatieve leerlingenbegeleiding" } });
        await widget.fill(given);
        await stubPrint(page);
        await widget.button("print");
        const { markup, css } = await page.until(() => window.printed);
        const paper = await browser.driver.browser.newPage();
        try {
          await paper.setContent(`<!doctype html>${markup}`);
          await paper.evaluate((css) => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(css);
            document.adoptedStyleSheets = [sheet];
          }, css);
          const pdf = Buffer.from(await paper.pdf({ preferCSSPageSize: true, printBackground: false }));
          await mkdir(SCREENS, { recursive: true });
          await writeFile(join(SCREENS, `paper-${name}.pdf`), pdf);
          const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
          const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString("latin1"));
          assert.deepEqual([Math.round(width), Math.round(height)], [595, 842]);
          t.diagnostic(`${pages} pages`);
          assert.ok(pages <= most, `${pages} pages`);
          await paper.emulateMediaType("print");
          const buttons = await paper.evaluate(() => [...document.querySelectorAll("button")].filter((button) => button.checkVisibility()).length);
          assert.equal(buttons, 0);
          await paper.setViewport({ width: 690, height: 980 });
          await paper.screenshot({ path: join(SCREENS, `paper-${name}.png`), fullPage: true });
        } finally {
          await paper.close();
          await page.driver.page.bringToFront();
        }
      });
    }

    test("1,000 mounts and unmounts leave nothing behind", async (t) => {
      const { page } = browser;
      await page.open("strict/memory.html");
      const session = await page.driver.page.createCDPSession();
      await session.send("Performance.enable");
      await session.send("HeapProfiler.enable");
      const measure = async () => {
        await page.settle();
        for (let turn = 0; turn < 4; turn++) await session.send("HeapProfiler.collectGarbage");
        const { metrics } = await session.send("Performance.getMetrics");
        const of = (name) => metrics.find((metric) => metric.name === name).value;
        const wasm = await page.evaluate(() => window.wasm.memories.map(({ buffer }) => buffer.byteLength));
        const prototype = await page.driver.page.evaluateHandle(() => customElements.get("olievlek-self-check").prototype);
        const elements = await page.driver.page.queryObjects(prototype);
        const alive = await elements.evaluate((list) => list.length);
        await elements.dispose();
        await prototype.dispose();
        return { heap: of("JSHeapUsedSize"), nodes: of("Nodes"), listeners: of("JSEventListeners"), wasm, alive };
      };
      await page.evaluate(mountOften, 100);
      const before = await measure();
      await page.evaluate(mountOften, 1000);
      const after = await measure();
      await session.detach();
      t.diagnostic(`before ${JSON.stringify(before)}`);
      t.diagnostic(`after ${JSON.stringify(after)}`);
      assert.deepEqual(after.wasm, before.wasm, "the memory of the wasm grew");
      assert.ok(after.alive <= 1, `${after.alive} elements are alive`);
      assert.ok(after.nodes - before.nodes < 60, `${after.nodes - before.nodes} more nodes`);
      assert.ok(after.listeners - before.listeners < 5, `${after.listeners - before.listeners} more listeners`);
      assert.ok(after.heap - before.heap < 250_000, `${after.heap - before.heap} bytes more`);
      await page.assertClean();
    });

    test("screenshots of the site", async () => {
      const { page } = browser;
      for (const path of ["index", "partner", "gids"]) {
        for (const [name, width] of [["phone", 375], ["desktop", 1280]]) {
          for (const scheme of ["light", "dark"]) {
            await media(page, { "prefers-color-scheme": scheme });
            await page.open(`site/${path}.html`, { width, height: 900 });
            for (let host = 0; host < (await page.evaluate(() => probe.hosts().length)); host++) {
              await page.evaluate((host) => probe.host(host).scrollIntoView({ behavior: "instant" }), host);
              await page.widget(host).ready();
            }
            await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
            await page.settle();
            await page.screenshot(`site-${path}-${name}-${scheme}`, { whole: true });
            const { scrollWidth, clientWidth } = await page.evaluate(() => {
              const { scrollWidth, clientWidth } = document.documentElement;
              return { scrollWidth, clientWidth };
            });
            assert.ok(scrollWidth <= clientWidth, `${path} at ${width} px is ${scrollWidth} px wide`);
          }
        }
      }
      await media(page, {});
    });
  });

const sessions = new WeakMap();

/** Sets media features; none sets them all back. They last as long as the session that set them. */
async function media(page, features) {
  const { page: shown } = page.driver;
  if (!sessions.has(shown)) sessions.set(shown, await shown.createCDPSession());
  const list = Object.entries(features).map(([name, value]) => ({ name, value }));
  await sessions.get(shown).send("Emulation.setEmulatedMedia", { media: "", features: list });
}

/** Puts a self-check on the page, uses it, and takes it off again, often. */
async function mountOften(times) {
  for (let turn = 0; turn < times; turn++) {
    const element = document.createElement("olievlek-self-check");
    element.setAttribute("loading", "eager");
    const ready = new Promise((resolve) => element.addEventListener("olievlek-ready", resolve, { once: true }));
    document.querySelector("main").append(element);
    await ready;
    element.shadowRoot.querySelector("[part~=button-primary]").click();
    element.shadowRoot.querySelector("input[type=radio]").click();
    if (turn % 10 === 0) element.setAttribute("lang", "fr");
    element.remove();
    // The element goes at the end of the turn; every now and then the browser gets one to itself.
    await (turn % 50 === 0 ? new Promise((resolve) => setTimeout(resolve)) : undefined);
  }
  probe.notes.events.length = 0;
}
