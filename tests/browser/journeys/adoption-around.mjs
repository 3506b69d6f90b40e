// What one takes away from the adoption widget, and what is around it: languages, keeping, leaving, what does not come.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Adoption, SEEN } from "../helpers/adoption.mjs";

export default (browser) =>
  describe("the adoption widget and what is around it", () => {
    test("a link holds all that was filled in", async () => {
      const { page } = browser;
      const adoption = await Adoption.open(page);
      await adoption.see();
      await adoption.fill("#people-0", "50");
      await page.evaluate(() => {
        Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => void (window.copied = text) } });
      });
      await adoption.button("link");
      const link = await page.until(() => window.copied);
      assert.ok(link.includes("#olievlek-adoption=1~2025-09-01~"), link);
      await page.open(`strict/adoption.html#${link.split("#")[1]}`);
      const fresh = new Adoption(page);
      await fresh.ready();
      const { people, rows, notice } = await fresh.until(({ notice }) => notice !== undefined);
      assert.deepEqual([people[0], rows[1]], ["50", ["okt 2025", "13"]]);
      assert.ok(notice.startsWith(fresh.words("notice.opened")));
      await page.open("strict/adoption.html#olievlek-adoption=kapot");
      await fresh.ready();
      await fresh.until((state) => state.notice === fresh.words("notice.link-broken"));
      assert.equal((await page.event("error")).detail.code, "link-unreadable");
    });

    test("every file has the curve in it, and nothing is requested for it", async () => {
      const { page } = browser;
      const adoption = await Adoption.open(page);
      await adoption.see();
      await page.evaluate(() => {
        window.saved = [];
        let last;
        URL.createObjectURL = (blob) => ((last = blob), "blob:stub");
        HTMLAnchorElement.prototype.click = function () {
          window.saved.push({ name: this.download, blob: last, type: last.type });
        };
      });
      const requests = (await page.evaluate(() => probe.requests())).length;
      for (const format of ["SVG", "PNG", "CSV", "JSON"]) await adoption.button("download", { format });
      await page.until(() => window.saved.length === 4);
      const files = await page.evaluate(() =>
        Promise.all(window.saved.map(async ({ name, type, blob }) => ({ name, type, bytes: [...new Uint8Array(await blob.arrayBuffer())] }))),
      );
      const of = (end) => files.find(({ name }) => name === `adoptiecurve.${end}`);
      const content = ({ bytes }) => Buffer.from(bytes).toString("utf8");
      assert.ok(content(of("svg")).startsWith("<svg") && content(of("svg")).includes(".curve"), "a style of its own");
      assert.deepEqual([of("png").type, of("png").bytes.slice(1, 4)], ["image/png", [0x50, 0x4e, 0x47]]);
      assert.ok(of("png").bytes.length > 10_000);
      const rows = content(of("csv")).slice(1).trim().split("\r\n");
      assert.ok(rows.length > 20 && rows.some((row) => row.startsWith("2025-10-31;;13")), rows.join("\n"));
      const json = JSON.parse(content(of("json")));
      assert.deepEqual([json.people, json.verdict, json.seen.length], [60, "on-track", 6]);
      assert.equal((await page.evaluate(() => probe.requests())).length, requests);
      await page.assertClean();
    });

    for (const lang of ["en", "fr", "de"]) {
      test(`in ${lang}`, async () => {
        const { page } = browser;
        const adoption = (await Adoption.open(page)).in(lang);
        await adoption.attribute("lang", lang);
        await adoption.until((state, lang) => state.lang === lang, lang);
        await adoption.see(SEEN.map(([, count], place) => [`${1 + place}/${place < 4 ? 9 + place : place - 3}/${place < 4 ? 2025 : 2026}`, count]));
        await adoption.until(({ dots, verdict }) => dots >= 4 && verdict !== undefined);
        await page.assertClean();
      });
    }

    test("by default nothing is kept; with `store` it comes back", async () => {
      const { page } = browser;
      await page.open("strict/blank.html");
      await page.evaluate(() => localStorage.clear());
      const plain = await Adoption.open(page);
      await plain.fill("#people-0", "44");
      assert.equal(await page.evaluate(() => localStorage.length), 0);
      const kept = await Adoption.open(page, "strict/adoption-kept.html");
      await kept.fill("#people-0", "44");
      const again = await Adoption.open(page, "strict/adoption-kept.html");
      await again.until(({ people }) => people[0] === "44");
      await page.evaluate(() => localStorage.setItem(Object.keys(localStorage)[0], "x"));
      const broken = await Adoption.open(page, "strict/adoption-kept.html");
      await broken.until(({ notice }) => notice === broken.words("notice.stored-broken"));
      await page.evaluate(() => localStorage.clear());
    });

    test("an element that moves or leaves and comes back keeps what was filled in", async () => {
      const { page } = browser;
      const adoption = await Adoption.open(page);
      await adoption.fill("#people-0", "44");
      await page.evaluate(() => {
        window.away = probe.host("olievlek-adoption");
        window.away.remove();
      });
      await page.settle();
      await page.evaluate(() => document.querySelector("main").append(window.away));
      await adoption.ready();
      await adoption.until(({ people }) => people[0] === "44");
      await page.assertClean();
    });

    for (const [condition, code] of [["no-wasm", "load-failed"], ["no-texts", "texts-unavailable"]]) {
      test(`${condition}: the content between the tags stays`, async () => {
        const { page } = browser;
        await page.open(`${condition}/adoption.html`);
        assert.equal((await page.event("error")).detail.code, code);
        assert.ok(await page.evaluate(() => probe.fallback("olievlek-adoption")));
      });
    }
  });
