// The team widget in use: pasting and choosing, putting right, the picture, groups, an earlier round, and the large screen.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { TABLE, Team, fixture } from "../helpers/team.mjs";

const { profiles } = JSON.parse(fixture("expected.json"));
/** How many answers on the scale the six people of the fixtures gave to each element. */
const ANSWERED = profiles[0].map((_, element) => profiles.reduce((sum, person) => sum + person[element][1], 0));

const CODES = ["2000-0000-2000-0000-08HY", "2000-0000-2000-0000-08HY"];

export default (browser) =>
  describe("the team widget", () => {
    test("a pasted table becomes a picture", async () => {
      const { page } = browser;
      const team = await Team.open(page);
      await team.paste(TABLE, 16);
      assert.deepEqual((await page.event("change")).detail, { people: 16, problems: 0 });
      await team.show();
      const state = await team.state();
      assert.ok(state.said.includes("8 ongunstig, 0 tussenin, 8 gunstig"), state.said);
      assert.ok(state.said.includes("8 van 16 weten het niet"), state.said);
      assert.deepEqual([state.points.length, state.bars], [2, 5]);
      assert.equal((await page.focused()).id, "heading");
      const { detail } = await page.event("complete");
      assert.deepEqual([detail.people, detail.statements[0].answers, detail.statements[1].unknown], [16, [8, 0, 0, 0, 8], 8]);
      assert.deepEqual(await page.evaluate(() => probe.host("olievlek-team").result), detail);
      assert.deepEqual([detail.mostSplit, detail.mostDoubt], [["staff-vision-1"], ["staff-vision-2"]]);
      await team.button("back");
      await team.until(({ text }) => text?.startsWith("staff-vision-1"));
      await page.assertClean();
    });

    test("codes in a mail are read, a wrong one is put right, and a double one counts once", async () => {
      const { page } = browser;
      const team = await Team.open(page);
      await team.paste(`Jo: ${CODES[0]}\nAn: ${CODES[0].replace("HY", "HX")}\nEls: ${CODES[0]}`);
      const { problems } = await team.until((state) => state.problems.length === 2);
      assert.ok(problems[0].startsWith("Rij 2: "), problems[0]);
      await team.fill("#fix0-0", CODES[0], "change");
      await team.until((state) => state.count === team.words("count.many", { n: 3 }));
      await team.button("count-once");
      await team.until((state) => state.count === team.words("count.many", { n: 2 }));
      await page.assertClean();
    });

    for (const name of ["google-forms.csv", "limesurvey-codes.csv", "microsoft-forms-1252.csv", "excel-unicode-utf16.txt", "ours.json"]) {
      test(`reads ${name}, chosen and dropped`, async () => {
        const { page } = browser;
        for (const how of ["choose", "drop"]) {
          const team = await Team.open(page);
          await team.file(name, fixture(name), how);
          const { file } = await team.until(({ count }) => count === team.words("count.many", { n: 6 }));
          // The same team, whatever it was exported from.
          const { elements } = await page.evaluate(() => probe.host("olievlek-team").result);
          assert.deepEqual(elements.map(({ levels }) => levels.reduce((sum, n) => sum + n)), ANSWERED, name);
          assert.equal(file, team.words("file-shown", { file: name }));
          await team.button("remove");
          await team.until(({ file, count }) => file === undefined && count === undefined);
        }
        await page.assertClean();
      });
    }

    test("a value that is not known is explained once, and a column is corrected", async () => {
      const { page } = browser;
      const team = await Team.open(page);
      await team.paste("staff-vision-1;nog iets\nmja;5\nmja;4\n5;3\n5;2\n1;1\n", 5);
      assert.equal((await team.state()).problems.length, 2);
      await team.fill("#fix0-0", "3", "change");
      await team.until(({ problems }) => problems.length === 0);
      await team.unfold();
      await team.fill("#column0-2", "staff-plan-1", "change");
      await page.until(() => {
        const { statements } = probe.host("olievlek-team").result;
        return statements.find(({ id }) => id === "staff-plan-1").answers.join() === "1,1,1,1,1";
      });
      await page.assertClean();
    });

    test("small groups stay hidden, and so does what would give them away", async () => {
      const { page } = browser;
      const team = await Team.open(page);
      await team.paste(TABLE, 16);
      await team.show();
      await team.fill("#group", "0", "change");
      const { groups, said } = await team.until((state) => state.groups.length > 0);
      assert.deepEqual(groups, ["Noord"]);
      assert.ok(said.includes(team.words("group-small", { groups: "West" })) && said.includes(team.words("group-other", { groups: "Zuid" })));
      await team.attribute("minimum-group", "3");
      await team.until((state) => state.groups.length === 3);
      await team.attribute("minimum-group", "2");
      assert.deepEqual((await page.event("error")).detail.field, "minimum-group");
    });

    test("under the minimum there is no picture", async () => {
      const { page } = browser;
      const team = await Team.open(page);
      await team.paste("staff-vision-1\n4\n5\n3\n2\n", 4);
      await team.button("show");
      assert.equal((await team.state()).heading, team.words("title"));
      assert.equal(await page.evaluate(() => probe.host("olievlek-team").result), undefined);
    });

    test("an earlier round stands beside this one", async () => {
      const { page } = browser;
      const team = await Team.open(page);
      await team.paste(TABLE, 16);
      await team.unfold();
      await team.paste("staff-vision-1;x\n1;a\n1;b\n2;c\n2;d\n4;e\n", undefined, 1);
      await page.until(() => probe.host("olievlek-team").result?.earlier !== undefined);
      await team.show();
      const { said } = await team.state();
      assert.ok(said.includes("Vorige keer: 25 op 100. Nu: 58."), said);
    });

    test("the large screen is driven by keys", async () => {
      const { page } = browser;
      const team = await Team.open(page);
      await team.paste(TABLE, 16);
      await team.show();
      await team.button("present");
      await team.until(({ step }) => step === team.words("step", { step: 1, steps: 5 }));
      for (const [key, step] of [["ArrowRight", 2], ["PageDown", 3], ["ArrowLeft", 2], ["ArrowLeft", 1]]) {
        await page.press(key);
        await team.until((state, wanted) => state.step === wanted, team.words("step", { step, steps: 5 }));
      }
      await page.press("Escape");
      await team.until(({ step, heading }) => step === undefined && heading === team.words("profile"));
      await page.assertClean();
    });

    test("clearing is undone, and an element that moves keeps what was given", async () => {
      const { page } = browser;
      const team = await Team.open(page);
      await team.paste(TABLE, 16);
      await team.button("clear");
      await team.until(({ text, notice }) => text === "" && notice === team.words("cleared"));
      await team.button("undo");
      await team.until(({ count }) => count === team.words("count.many", { n: 16 }));
      await page.evaluate(() => {
        window.away = probe.host("olievlek-team");
        window.away.remove();
      });
      await page.settle();
      await page.evaluate(() => document.querySelector("main").append(window.away));
      await team.ready();
      await team.until(({ count }) => count === team.words("count.many", { n: 16 }));
      await page.assertClean();
    });

    for (const lang of ["en", "fr", "de"]) {
      test(`in ${lang}`, async () => {
        const { page } = browser;
        const team = (await Team.open(page)).in(lang);
        await team.attribute("lang", lang);
        await team.until((state, lang) => state.lang === lang, lang);
        await team.paste(TABLE, 16);
        await team.show();
        await page.assertClean();
      });
    }

    for (const [condition, code] of [["no-wasm", "load-failed"], ["no-texts", "texts-unavailable"]]) {
      test(`${condition}: the content between the tags stays`, async () => {
        const { page } = browser;
        await page.open(`${condition}/team.html`);
        assert.equal((await page.event("error")).detail.code, code);
        assert.ok(await page.evaluate(() => probe.fallback("olievlek-team")));
      });
    }
  });
