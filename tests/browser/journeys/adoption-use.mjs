// The adoption widget in use: fields and sliders, reading the curve, what was seen, and the what-if.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Adoption, SEEN } from "../helpers/adoption.mjs";

export default (browser) =>
  describe("the adoption widget", () => {
    test("says when, and follows a slider and its field", async () => {
      const { page } = browser;
      const adoption = await Adoption.open(page);
      const before = await adoption.state();
      assert.ok(before.headline.includes("mei 2027"), before.headline);
      await adoption.fill("#group-0 ~ input", "20");
      const after = await adoption.until(({ group }) => group[0] === "20");
      assert.notEqual(after.headline, before.headline);
      assert.equal((await page.event("change")).detail.workingGroup, 20);
      // What is typed stays, also while it is no number; the curve stays where it was.
      await adoption.fill("#people-0", "6x");
      const wrong = await adoption.state();
      assert.deepEqual([wrong.people[0], wrong.headline], ["6x", after.headline]);
      await adoption.fill("#people-0", "30");
      const { categories } = (await page.event("change")).detail;
      assert.deepEqual(Object.values(categories), [1, 4, 10, 10, 5]);
      await page.assertClean();
    });

    test("reads its attributes, and says what is wrong with them", async () => {
      const { page } = browser;
      const adoption = await Adoption.open(page);
      await adoption.attribute("people", "45");
      await adoption.attribute("working-group", "5");
      await adoption.attribute("start", "2027-01-04");
      await adoption.until(({ people, group }) => people[0] === "45" && group[0] === "5");
      const value = await page.evaluate(() => probe.host("olievlek-adoption").value);
      assert.deepEqual([value.people, value.workingGroup, value.start], [45, 5, "2027-01-04"]);
      assert.ok(value.points.length > 10 && value.points[0].count === 5);
      await adoption.attribute("people", "veel");
      const { detail } = await page.event("error");
      assert.deepEqual([detail.code, detail.field], ["unknown-option", "people"]);
    });

    test("places have their own tempo, and removing one can be undone", async () => {
      const { page } = browser;
      const adoption = await Adoption.open(page);
      await adoption.button("add-site");
      await adoption.until(({ people }) => people.length === 2);
      assert.equal((await page.focused()).id, "name-1");
      await adoption.fill("#name-1", "Noord");
      await adoption.fill("#tempo-1", "slow", "change");
      const { sites, people } = (await page.event("change")).detail;
      assert.deepEqual([people, sites[1]], [80, { name: "Noord", people: 20, workingGroup: 0, tempo: "slow", p: 0.005, q: 0.09 }]);
      await adoption.click({ css: "[part=site]:last-of-type > button" });
      await adoption.until((state) => state.people.length === 1);
      await adoption.button("undo");
      const { notice } = await adoption.until((state) => state.people.length === 2);
      assert.equal(notice, adoption.words("notice.undone"));
    });

    test("the curve is read with the arrow keys and with the pointer", async () => {
      const { page } = browser;
      const adoption = await Adoption.open(page);
      const { reading, spoken } = await adoption.state();
      assert.equal(reading, spoken);
      assert.ok(reading.startsWith("23 november 2026") && reading.includes("van de 60"), reading);
      await page.evaluate(() => probe.find({ host: "olievlek-adoption", css: "input.reader" }).focus());
      await page.press("ArrowRight");
      await adoption.until((state) => state.spoken.startsWith("30 november 2026"));
      await page.press("Home");
      await adoption.until((state) => state.reading.startsWith("1 september 2026") && state.reading.includes("8 van de 60"));
      // The pointer at the right end of the drawing.
      await page.evaluate(() => {
        const drawing = probe.find({ host: "olievlek-adoption", css: ".plot svg" });
        const { right, top } = drawing.getBoundingClientRect();
        const place = { bubbles: true, composed: true, clientX: right - 11, clientY: top + 80 };
        drawing.dispatchEvent(new PointerEvent("pointermove", place));
      });
      await adoption.until((state) => state.reading.includes("60 van de 60"));
      await page.assertClean();
    });

    test("rows are pasted, faults stand at their row, and nothing is lost", async () => {
      const { page } = browser;
      const adoption = await Adoption.open(page);
      await adoption.see([["Datum", "Aantal"], ...SEEN, ["mrt 2026", "veel"], ["feb 2026", "30"]]);
      const { rows, faults, dots, notice } = await adoption.until((state) => state.rows.length === 9);
      assert.deepEqual(rows.slice(0, 2), [["sep 2025", "10"], ["okt 2025", "13"]]);
      assert.deepEqual(rows.slice(6), [["mrt 2026", "veel"], ["feb 2026", "30"], ["", ""]]);
      assert.deepEqual(faults, [[7, adoption.words("fault.count")], [8, adoption.words("fault.same")]]);
      assert.ok(dots === 6 && notice.startsWith(adoption.words("notice.pasted")));
      // A single value is the browser's to put in; semicolons are ours as well.
      assert.equal(await adoption.paste("#count-6", "27"), true);
      assert.equal(await adoption.paste("#date-6", "mrt 2026;27\napr 2026;30"), false);
      await adoption.until((state) => state.faults.length === 0 && state.dots === 8);
      await adoption.button("undo");
      await adoption.until((state) => state.rows[6][1] === "veel");
      await page.assertClean();
    });

    test("typing a row keeps the caret, and a next row is there", async () => {
      const { page } = browser;
      const adoption = await Adoption.open(page);
      await page.evaluate(() => probe.find({ host: "olievlek-adoption", css: "#date-0" }).focus());
      await page.driver.type("okt 2026");
      await page.press("Tab");
      await page.driver.type("12");
      const { rows, dots } = await adoption.until((state) => state.dots === 1);
      assert.deepEqual([rows[0], dots, (await page.focused()).id], [["okt 2026", "12"], 1, "count-0"]);
    });

    test("the verdict compares with the plan, and says when it is too early", async () => {
      const { page } = browser;
      const adoption = await Adoption.open(page);
      await adoption.see(SEEN.slice(0, 3));
      await adoption.until(({ verdict }) => verdict === adoption.words("verdict.early"));
      await adoption.see();
      const { said, lines } = await adoption.until(({ verdict }) => verdict === adoption.words("verdict.on-track"));
      assert.ok(said.includes(adoption.words("more.peak")) && lines.includes("curve fit"), said);
      await adoption.see(SEEN.map(([month], place) => [month, 8 + Math.floor(place / 2)]));
      await adoption.until(({ verdict }) => verdict === adoption.words("verdict.later"));
      assert.equal((await page.event("change")).detail.verdict, "later");
      await page.assertClean();
    });

    test("the chasm and the tipping band can be switched, and say whose they are", async () => {
      const { page } = browser;
      const adoption = await Adoption.open(page);
      assert.deepEqual((await adoption.state()).notes, [adoption.words("tipping-label")]);
      await adoption.button("chasm");
      await adoption.until(({ notes }) => notes.includes(adoption.words("chasm-label")));
      const pressed = await page.evaluate(() => probe.all({ host: "olievlek-adoption", css: "[aria-pressed=true]" }).length);
      const said = await page.evaluate(() => probe.all({ host: "olievlek-adoption", css: ".note" }).map(probe.words).join(" "));
      assert.ok(pressed === 2 && said.includes("Rogers verwerpt dat"), said);
      await adoption.button("tipping");
      await adoption.until(({ notes }) => !notes.includes(adoption.words("tipping-label")));
    });

    test("the what-if is played in slices, can be stopped, and is told when it is over", async () => {
      const { page } = browser;
      const adoption = await Adoption.open(page);
      await adoption.fill("#people-0", "3000");
      await adoption.click({ css: "#play" });
      await page.until(() => Number(probe.find({ host: "olievlek-adoption", css: "progress" })?.getAttribute("value")) > 2);
      await adoption.button("stop");
      await adoption.until(({ live }) => live === adoption.words("notice.stopped"));
      assert.equal((await page.events("complete")).length, 0);
      await adoption.fill("#people-0", "60");
      const { detail } = await adoption.play();
      assert.deepEqual([detail.runs, detail.scenarios.map(({ id }) => id)], [300, ["early", "everyone", "late"]]);
      const { live, lines } = await adoption.state();
      assert.ok(live.length > 40 && lines.includes("curve third"), live);
      // Another centre was not played.
      await adoption.fill("#people-0", "61");
      await adoption.until((state) => !state.lines.includes("curve third"));
      await page.assertClean();
    });
  });
