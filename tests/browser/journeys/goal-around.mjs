// Around it: a self-check that hands over, other languages, keeping, leaving the page, and what does not come.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { answers } from "../helpers/answers.mjs";
import { FULL, Goal } from "../helpers/goal.mjs";
import { element, text } from "../helpers/texts.mjs";

export default (browser) =>
  describe("goals and what is around them", () => {
    test("a self-check hands its weak elements over", async () => {
      const { page } = browser;
      await page.open("strict/goal-and-check.html");
      const goal = new Goal(page);
      const check = page.widget();
      await goal.ready();
      await check.ready();
      await check.fill(answers(["resources", "plan"]));
      const shown = await page.until((host) => {
        const title = probe.find({ host, css: "#starters" });
        return title && probe.words(title.parentElement);
      }, goal.host);
      assert.ok(shown.includes(goal.words("for.plan.begin")) && shown.includes(goal.words("for.resources.2")));
      assert.ok(shown.startsWith(goal.words("starters")) && shown.includes(element("resources")));
      await goal.click({ css: "#starters ~ ul button" });
      const { value } = await goal.until(({ value }) => value !== "");
      assert.ok([goal.words("for.plan.begin"), goal.words("for.resources.begin")].includes(value), value);
      await page.assertClean();
    });

    for (const lang of ["en", "fr", "de"]) {
      test(`in ${lang}`, async () => {
        const { page } = browser;
        await page.open("strict/goal.html");
        const goal = new Goal(page);
        await goal.ready();
        await page.evaluate((lang) => probe.host("olievlek-goal").setAttribute("lang", lang), lang);
        await goal.in(lang).until((state, lang) => state.lang === lang, lang);
        await page.settle();
        const unread = await page.evaluate((host) => probe.all({ host, css: "[part=notice]" }).map(probe.words), goal.host);
        assert.equal(unread.includes(goal.words("not-read")), lang !== "en", unread.join());
        await goal.add("By 30 June 2027 every team meets twice with the parents, so that pupils are heard.");
        await goal.write("By 30 June 2027 every team meets.");
        if (lang === "en") await goal.until(({ letters }) => letters[4] === "present");
        else assert.deepEqual((await goal.state()).letters, []);
        const number = text(lang, "goal", "number.operational");
        assert.ok((await goal.state()).goals[0].startsWith(`${number}1 By`), (await goal.state()).goals[0]);
        await page.assertClean();
      });
    }

    test("letters are called what the page calls them", async () => {
      const { page } = browser;
      const goal = await Goal.open(page);
      await page.evaluate(() => {
        probe.host("olievlek-goal").setAttribute("acceptable-label", "ambitieus");
        probe.host("olievlek-goal").setAttribute("inspiring-label", "inclusief");
      });
      await goal.write("x");
      const { told } = await goal.state();
      assert.ok(told[2].startsWith("ambitieus") && told[5].startsWith("inclusief"), told.join());
    });

    test("by default nothing is kept; with `store` the list and the sentence come back", async () => {
      const { page } = browser;
      await page.open("strict/blank.html");
      await page.evaluate(() => localStorage.clear());
      const plain = await Goal.open(page);
      await plain.add("Een");
      assert.equal(await page.evaluate(() => localStorage.length), 0);
      const kept = await Goal.open(page, "strict/goal-kept.html");
      await kept.add("Een");
      await kept.write(FULL);
      await page.settle();
      const again = await Goal.open(page, "strict/goal-kept.html");
      const state = await again.until(({ goals }) => goals.length === 1);
      assert.deepEqual([state.value, state.notice], [FULL, again.listWords("notice.restored")]);
      // What cannot be read is set aside with a word.
      const [key] = await page.evaluate(() => Object.keys(localStorage));
      for (const broken of ["x", "1 {}", '{"schema":1}', "é", "123"]) {
        await page.evaluate((key, broken) => localStorage.setItem(key, broken), key, broken);
        const fresh = await Goal.open(page, "strict/goal-kept.html");
        await fresh.until(({ notice }) => notice === fresh.words("notice.stored-broken"));
        assert.equal((await page.event("error")).detail.code, "stored-state");
        const [now, aside] = await page.evaluate((key) => [localStorage.getItem(key), localStorage.getItem(`${key}:aside`)], key);
        assert.deepEqual([now, aside], [null, broken]);
      }
      await page.evaluate(() => localStorage.clear());
    });

    test("an element that moves or leaves and comes back keeps what was written", async () => {
      const { page } = browser;
      const goal = await Goal.open(page);
      await goal.add("Een");
      await goal.write("Nog bezig");
      await page.evaluate(() => document.querySelector("#rest").after(probe.host("olievlek-goal")));
      await page.settle();
      assert.equal((await goal.state()).value, "Nog bezig");
      await page.evaluate(() => {
        window.away = probe.host("olievlek-goal");
        window.away.remove();
      });
      await page.settle();
      await page.evaluate(() => document.querySelector("main").append(window.away));
      await goal.ready();
      const { goals, value } = await goal.until(({ goals }) => goals.length === 1);
      assert.deepEqual([goals, value], [["OD1 Een"], "Nog bezig"]);
      await page.assertClean();
    });

    for (const [condition, code] of [["no-wasm", "load-failed"], ["no-texts", "texts-unavailable"]]) {
      test(`${condition}: the content between the tags stays`, async () => {
        const { page } = browser;
        await page.open(`${condition}/goal.html`);
        assert.equal((await page.event("error")).detail.code, code);
        const seen = await page.evaluate(() => [probe.fallback("olievlek-goal"), probe.visible(document.querySelector("#rest"))]);
        assert.deepEqual(seen, [true, true]);
      });
    }

    test("without the words it says so, and the rest works", async () => {
      const { page } = browser;
      const goal = await Goal.open(page, "no-words/goal.html");
      await page.event("error");
      await goal.add("Elk team overlegt");
      const shown = await page.evaluate((host) => probe.all({ host, css: "[part=notice]" }).map(probe.words), goal.host);
      assert.ok(shown.includes(goal.words("not-read")), shown.join());
    });

    test("without the wasm of the plan the letters are told but for the time, and what was written stays", async () => {
      const { page } = browser;
      const goal = await Goal.open(page, "no-plan/goal.html");
      await goal.paste("Tegen 30 juni 2027 maakt het zorgteam samen met de ouders één folder over pesten.");
      await page.event("error");
      const { letters, told, hint, live } = await goal.state();
      assert.deepEqual([letters[0], letters[2], letters[4]], ["present", "present", "absent"]);
      const [name] = told[4].split(":");
      assert.ok(told[4].endsWith(goal.words("evidence.open")) && !hint.includes(name) && !live.includes(name), `${told} ${hint} ${live}`);
      await goal.button("add");
      await goal.until(({ notice }) => notice === goal.words("notice.no-plan"));
      assert.ok((await goal.state()).value.startsWith("Tegen 30 juni"));
      assert.equal((await page.event("error")).detail.code, "load-failed");
    });
  });
