// What is kept on the device, when that was asked for, and that nothing is otherwise.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MIXED } from "../helpers/answers.mjs";
import { label, step } from "../helpers/texts.mjs";

const BROKEN = ["", "1", "x", "20X", '{"answers":[]}', "0920PN-APNA-98MV-DPPN-AWJM", "1920PN-APNA-98MV-DPPN-AWJM", "é\u{1F6E2}", "9".repeat(100_000)];

export default (browser) =>
  describe("storing", () => {
    test("by default nothing is written anywhere", async () => {
      const { page } = browser;
      await forget(page);
      const widget = await page.mount();
      await widget.button("start");
      await widget.heading(step(1));
      await widget.answer(0, "3");
      await widget.fill(MIXED);
      await widget.button("again");
      await page.settle();
      const written = await page.evaluate(async () => ({
        local: localStorage.length,
        session: sessionStorage.length,
        cookie: document.cookie,
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
      }));
      assert.deepEqual(written, { local: 0, session: 0, cookie: "", databases: 0, caches: 0 });
    });

    test("an unfinished self-check survives a reload", async () => {
      const { page } = browser;
      await forget(page);
      await page.open("strict/kept.html");
      const widget = page.widget();
      await widget.ready();
      assert.ok((await widget.state()).text.includes(label("privacy-device")));
      assert.equal(await page.evaluate(() => localStorage.length), 0, "nothing before there is something");
      await widget.button("start");
      await widget.heading(step(1));
      await widget.answer(0, "2");
      await widget.button("next");
      await widget.heading(step(2));
      await widget.answer(4, "not-applicable");
      await page.settle();
      await page.open("strict/kept.html");
      await widget.heading(step(2));
      const shown = await widget.state();
      assert.deepEqual([shown.notice, shown.live], [label("notice.restored"), label("notice.restored")]);
      assert.deepEqual(await widget.answers(), { "staff-vision-1": 2, "staff-interest-5": "not-applicable" });
      // Without that attribute the same page does not look at it.
      const other = await page.mount();
      assert.deepEqual(await other.answers(), {});
      await page.open("strict/kept.html");
      await widget.heading(step(2));
      await widget.finish();
      await widget.button("again");
      await page.until(() => localStorage.length === 0);
      await page.assertClean();
    });

    test("what cannot be read is set aside with a word", async () => {
      const { page } = browser;
      await forget(page);
      await page.open("strict/kept.html");
      const widget = page.widget();
      await widget.ready();
      await widget.fill(MIXED);
      const [key] = await page.until(() => localStorage.length && Object.keys(localStorage));
      for (const broken of BROKEN) {
        await forget(page);
        await page.evaluate((...given) => localStorage.setItem(...given), key, broken);
        await page.open("strict/kept.html");
        await page.until((notice) => probe.state().notice === notice, label("notice.stored-broken"));
        assert.equal((await page.event("error")).detail.code, "stored-state");
        const kept = await page.evaluate((key) => [localStorage.getItem(key), Object.values(localStorage)], key);
        assert.deepEqual(kept, [null, [broken]], broken.slice(0, 40));
        assert.deepEqual(await widget.answers(), {});
        await widget.button("start");
        await widget.heading(step(1));
        await widget.answer(0, "5");
        await page.assertClean();
      }
    });

    for (const [name, method] of [["written", "setItem"], ["read", "getItem"]]) {
      test(`a device that lets nothing be ${name}: a word, and it goes on`, async () => {
        const { page } = browser;
        await forget(page);
        await page.open("strict/blank.html");
        await page.evaluate((method) => {
          Storage.prototype[method] = () => {
            throw new DOMException("no", "QuotaExceededError");
          };
          probe.mount({ attributes: { store: "device" } });
        }, method);
        const widget = page.widget();
        await widget.ready();
        if (method === "setItem") {
          await widget.button("start");
          await widget.heading(step(1));
          await widget.answer(0, "1");
        }
        await page.until((notice) => probe.state().notice === notice, label("notice.store-failed"));
        await widget.fill(MIXED);
        assert.deepEqual(await widget.answers(), MIXED);
        await page.assertClean();
      });
    }
  });

async function forget(page) {
  await page.open("strict/blank.html");
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
}
