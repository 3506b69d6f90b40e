// Result codes and links to a result: shown, typed, opened, and wrong ones; and the same numbers as the API.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MIXED, answers } from "../helpers/answers.mjs";
import { label } from "../helpers/texts.mjs";

export default (browser) =>
  describe("codes", () => {
    test("the code and the profile are those of the API", async () => {
      const { page } = browser;
      const cases = [
        { given: MIXED, perspective: "staff", variant: "five", lang: "nl-BE" },
        { given: answers(["vision", "interest"], "policy"), perspective: "policy", variant: "five", lang: "fr" },
        { given: { "school-consensus-1": "unknown" }, perspective: "school", variant: "consensus", lang: "de" },
      ];
      for (const { given, perspective, variant, lang } of cases) {
        const widget = await page.mount({ attributes: { perspective, variant, lang } });
        await widget.in(lang).fill(given);
        const { detail } = await page.event("complete");
        assert.equal(detail.code, (await widget.state()).code);
        const api = await page.evaluate(async (detail, lang) => {
          await window.api.init();
          const { perspective, variant, answers, code } = detail;
          const profile = window.api.scoreAnswers({ answers, perspective, variant, lang });
          const plain = (value) => JSON.parse(JSON.stringify(value));
          return { code: window.api.encodeAnswers({ answers, perspective, variant }), profile: plain(profile), read: plain(window.api.decodeAnswers(code)) };
        }, detail, lang);
        assert.equal(api.code, detail.code);
        assert.deepEqual(api.profile, detail.profile);
        assert.deepEqual(api.read.answers, detail.answers);
        await page.assertClean();
      }
    });

    test("a code typed elsewhere opens the same result", async () => {
      const { page } = browser;
      const first = await page.mount({ attributes: { id: "one" } });
      await first.fill(MIXED);
      const told = await first.result();
      await page.evaluate(() => void probe.mount({ attributes: { id: "two" } }));
      const second = page.widget(1);
      await second.ready();
      // Case, dashes and blanks do not count, and a letter O is a zero.
      await type(page, second, ` ${told.code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o")} `);
      await second.heading(label("result"));
      assert.deepEqual(await second.result(), told);
      assert.deepEqual([(await page.event("complete")).id, (await second.state()).headline], ["two", (await first.state()).headline]);
    });

    test("a wrong code says so and keeps everything", async () => {
      const { page } = browser;
      const widget = await page.mount({ attributes: { lang: "fr" } });
      await widget.in("fr").fill(MIXED);
      const { code } = await widget.result();
      const wrong = code.slice(0, -1) + (code.endsWith("2") ? "3" : "2");
      await toIntro(page, widget);
      await type(page, widget, wrong);
      const error = label("error.code-check", {}, "fr");
      await page.until((error) => probe.state().error === error, error);
      assert.equal((await page.focused()).id, "code");
      assert.equal(await page.evaluate(() => probe.find({ css: "#code" }).value), wrong);
      assert.deepEqual(await widget.answers(), MIXED);
      await page.assertClean();
    });

    test("a link opens its result on load and on the way", async () => {
      const { page } = browser;
      const first = await page.mount();
      await first.fill(MIXED);
      const { code } = await first.result();
      await page.open(`strict/snippet.html#olievlek-self-check=${code}`);
      await page.widget().heading(label("result"));
      assert.deepEqual(await page.widget().answers(), MIXED);
      assert.equal((await page.widget().state()).notice, label("notice.opened"));

      const other = await page.mount({ attributes: { id: "team" } });
      await page.evaluate((code) => void (location.hash = `a=b&team=${code}`), code);
      await other.heading(label("result"));
      assert.deepEqual(await other.answers(), MIXED);
      // The fragment of another element is none of its business.
      await page.evaluate(() => void (location.hash = "olievlek-self-check=nonsense!"));
      await page.settle();
      assert.deepEqual(await page.events("error"), []);
      assert.deepEqual(await other.answers(), MIXED);
      await page.assertClean();
    });

    test("a result of another perspective stays, whatever happens to the element", async () => {
      const { page } = browser;
      const given = answers(["plan"], "school");
      const first = await page.mount({ attributes: { perspective: "school" } });
      await first.fill(given);
      const { code } = await first.result();
      const widget = await page.mount({ attributes: { id: "team" } });
      await page.evaluate((code) => void (location.hash = `team=${code}`), code);
      await widget.heading(label("result"));
      assert.deepEqual(await widget.answers(), given);
      await page.evaluate(() => probe.host().setAttribute("lang", "en"));
      await page.until(() => probe.state().lang === "en");
      assert.deepEqual(await widget.answers(), given);
      await page.evaluate(() => {
        window.taken = probe.host();
        window.taken.remove();
        history.replaceState(null, "", location.pathname);
      });
      await page.settle();
      await page.evaluate(() => document.querySelector("main").append(window.taken));
      await widget.in("en").heading(label("result", {}, "en"));
      assert.deepEqual(await widget.answers(), given);
    });

    test("a broken link is told, and nothing else happens", async () => {
      const { page } = browser;
      for (const [fragment, code] of [
        ["2000-0000-2000-0000-08HZ", "code-check"],
        ["2000", "code-length"],
        ["%E0%A4%A", "code-character"],
        ["%3Cimg%20src%3Dx%20onerror%3Dreached(1)%3E", "code-character"],
      ]) {
        await page.open(`strict/snippet.html#olievlek-self-check=${fragment}`);
        const widget = page.widget();
        await widget.ready();
        assert.equal((await page.event("error")).detail.code, code);
        const shown = await widget.state();
        assert.equal(shown.notice, shown.live, "the notice is announced");
        assert.ok(shown.notice.length > 10, fragment);
        assert.equal(shown.heading, label("title", { change: "deze verandering" }));
        await widget.button("start");
        await page.assertClean();
      }
    });
  });

async function type(page, widget, code) {
  await widget.click({ css: "summary" });
  await widget.click({ css: "#code" });
  await page.driver.type(code);
  await widget.button("code-open");
}

async function toIntro(page, widget) {
  await page.evaluate(
    (edit, previous) => {
      probe.find({ css: "button", text: edit }).click();
      probe.find({ css: "button", text: previous }).click();
    },
    widget.label("edit"),
    widget.label("previous"),
  );
  await page.until(() => probe.find({ css: "summary" }) !== undefined);
}
