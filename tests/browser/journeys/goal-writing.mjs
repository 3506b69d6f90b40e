// Writing a goal: which words carry which letter, in place, while one types; what was read can be corrected.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { FULL, Goal } from "../helpers/goal.mjs";
import { text } from "../helpers/texts.mjs";

export default (browser) =>
  describe("writing a goal", () => {
    test("words are marked while one types, and the field stays what was typed", async () => {
      const { page } = browser;
      const goal = await Goal.open(page);
      const field = await page.evaluate((host) => {
        const field = probe.find({ host, css: "#goal" });
        window.writes = [];
        const { set, get } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
        Object.defineProperty(field, "value", { get, set: (value) => (window.writes.push(value), set.call(field, value)) });
        window.field = field;
        return field.id;
      }, goal.host);
      assert.equal(field, "goal");
      await goal.type("Tegen 30 juni 2027 kiest elk team ");
      const state = await goal.until(({ letters }) => letters[4] === "present");
      assert.deepEqual(state.value, "Tegen 30 juni 2027 kiest elk team ");
      assert.ok(state.marks.some(([letters, words]) => letters.includes("T") && words.includes("30 juni 2027")), JSON.stringify(state.marks));
      // In the middle, where a rewritten field would lose the caret.
      await page.evaluate(() => window.field.setSelectionRange(5, 5));
      await page.driver.type("xyz");
      const after = await page.evaluate(() => ({ value: window.field.value, caret: window.field.selectionStart, connected: window.field.isConnected, writes: window.writes }));
      assert.deepEqual(after, { value: "Tegenxyz 30 juni 2027 kiest elk team ", caret: 8, connected: true, writes: [] });
      await page.assertClean();
    });

    test("the browser's own undo goes back through what was typed", async () => {
      const { page } = browser;
      const goal = await Goal.open(page);
      await goal.paste("Elk team");
      await goal.paste(" overlegt tegen juni.");
      await page.evaluate(() => document.execCommand("undo"));
      await page.settle();
      assert.ok("Elk team overlegt tegen juni.".startsWith((await goal.state()).value));
      assert.notEqual((await goal.state()).value, "Elk team overlegt tegen juni.");
      await page.evaluate(() => document.execCommand("redo"));
      await goal.until(({ value }) => value === "Elk team overlegt tegen juni.");
    });

    test("the mirror lies under the words, however they wrap", async () => {
      const { page } = browser;
      for (const width of [320, 500, 1024]) {
        const goal = await Goal.open(page, "open/goal.html", { width, height: 800 });
        for (const text of ["", "\n", "a\n\n\n", FULL, `${FULL}\n${FULL}\n`, "x".repeat(400), `tab\there  two ${"é🛢 ".repeat(60)}`]) {
          await goal.write(text);
          const measured = await page.evaluate((host) => {
            const [field, mirror] = ["#goal", ".mirror"].map((css) => probe.find({ host, css }));
            const style = (node) => ["font", "lineHeight", "letterSpacing", "padding", "width", "whiteSpace", "overflowWrap", "tabSize"].map((name) => getComputedStyle(node)[name]);
            const [a, b] = [field, mirror].map((node) => node.getBoundingClientRect());
            const same = style(field).every((value, index) => value === style(mirror)[index]);
            return { same, boxes: [a.x - b.x, a.y - b.y, a.width - b.width, a.height - b.height], scrolls: field.scrollHeight - field.clientHeight, text: mirror.textContent === `${field.value}\u200B`, shown: [style(field), style(mirror)] };
          }, goal.host);
          assert.ok(measured.same && measured.text, JSON.stringify([width, text.slice(0, 20), measured]));
          assert.deepEqual(measured.boxes, [0, 0, 0, 0]);
          assert.ok(measured.scrolls <= 1, `the field scrolls by ${measured.scrolls} px at ${width} with ${JSON.stringify(text.slice(0, 20))}`);
        }
      }
    });

    test("each letter has a line of its own kind, and says its state in words", async () => {
      const { page } = browser;
      const goal = await Goal.open(page);
      await goal.write(FULL);
      const state = await goal.state();
      assert.deepEqual(state.letters, Array(6).fill("present"));
      assert.equal(state.hint, goal.words("all-there"));
      const lines = await page.evaluate((host) => {
        const style = (letter) => {
          const { textDecorationStyle, textDecorationThickness } = getComputedStyle(probe.all({ host, css: `.cue.${letter}` })[0]);
          return `${textDecorationStyle} ${textDecorationThickness}`;
        };
        return [..."SMARTI"].map(style);
      }, goal.host);
      assert.equal(new Set(lines).size, 6, lines.join(", "));
      assert.ok(state.told.every((letter) => letter.endsWith(goal.words("evidence.present"))), state.told.join());
    });

    test("a click or a key on a letter goes to its words", async () => {
      const { page } = browser;
      const goal = await Goal.open(page);
      await goal.write(`🛢 ${FULL}`);
      const selected = () =>
        page.evaluate((host) => {
          const field = probe.find({ host, css: "#goal" });
          return [field.value.slice(field.selectionStart, field.selectionEnd), probe.focused().id];
        }, goal.host);
      await goal.click({ css: ".letter:nth-child(5) .sign" });
      await page.settle();
      assert.deepEqual(await selected(), ["Tegen eind mei 2027", "goal"]);
      await page.evaluate((host) => probe.find({ host, css: ".letter:nth-child(6) .jump" }).focus(), goal.host);
      await page.press("Enter");
      await page.settle();
      const [words, focused] = await selected();
      assert.ok(words.includes("zodat leerlingen") && focused === "goal", words);
    });

    test("a screen reader hears a letter change, and nothing else", async () => {
      const { page } = browser;
      const goal = await Goal.open(page);
      await goal.write("Tegen 30 juni 2027");
      const heard = (await goal.state()).live;
      assert.match(heard, /tijdgebonden: staat erin\./);
      await goal.paste(" x");
      assert.equal((await goal.state()).live, "");
    });

    test("fields fill from the sentence, can be corrected, and taken back", async () => {
      const { page } = browser;
      const goal = await Goal.open(page);
      await goal.unfold();
      await goal.write(FULL);
      const { fields } = await goal.until(({ fields }) => fields.end !== "");
      assert.deepEqual([fields.end, fields.target, fields.unit], ["2027-05-31", "2", "gesprekken"]);
      assert.ok(fields.actor.includes("medewerker") && fields.why.includes("leerlingen"), JSON.stringify(fields));
      await goal.fill("#slot-actor", "het hele team");
      await goal.fill("#slot-end", "2027-06-30", "change");
      await goal.write(FULL.replace("twee", "drie"));
      const after = (await goal.until(({ fields }) => fields.target === "3")).fields;
      assert.deepEqual([after.actor, after.end, after.target], ["het hele team", "2027-06-30", "3"]);
      await goal.until(({ year }) => year.some((title) => title.includes("2026-2027")));
      await goal.click({ css: "#slot-actor ~ button" });
      await goal.until(({ fields: { actor } }) => actor.includes("medewerker"));
      assert.equal((await page.focused()).id, "slot-actor");
      await goal.button("undo");
      assert.equal((await goal.until(({ fields: { actor } }) => actor === "het hele team")).fields.end, "2027-06-30");
    });

    test("a day that can be read in two ways is asked", async () => {
      const { page } = browser;
      const goal = await Goal.open(page);
      await goal.write("Tegen juni overlegt elk team.");
      const asked = await page.until((host) => {
        const ways = probe.all({ host, css: ".choices [part=option]" }).map(probe.words);
        return ways.length > 0 && ways;
      }, goal.host);
      assert.equal(asked.length, 2);
      await goal.unfold();
      assert.equal((await goal.state()).fields.end, "");
      await goal.click({ css: ".choices label:nth-of-type(2) input" });
      await goal.until(({ fields }) => fields.end !== "");
      assert.ok(asked[1].includes("2027"), asked[1]);
      await goal.until(({ year }) => year.some((title) => title.includes("2026-2027")));
    });

    test("a day that cannot be is named kindly", async () => {
      const { page } = browser;
      const goal = await Goal.open(page);
      await goal.write("Elk team overlegt tegen 31 februari 2027.");
      const notice = text("nl-BE", "calendar", "fault.time-impossible-date", { text: "tegen 31 februari 2027" });
      await page.until((host, notice) => probe.all({ host, css: "[part=notice]" }).map(probe.words).includes(notice), goal.host, notice);
    });

    test("an example takes the place of what was written, until it is undone", async () => {
      const { page } = browser;
      const goal = await Goal.open(page);
      await goal.write("Mijn zin");
      await goal.unfold();
      await goal.until(() => true);
      await goal.click({ css: "button", text: goal.words("use"), nth: 1 });
      const example = goal.words("for.vision.1");
      assert.equal((await goal.until(({ value }) => value !== "Mijn zin")).value, example);
      await goal.button("undo");
      await goal.until(({ value }) => value === "Mijn zin");
      await goal.button("redo");
      await goal.until(({ value }) => value === example);
    });

    test("what is typed and pasted is text", async () => {
      const { page } = browser;
      const goal = await Goal.open(page);
      const planted = '<img src=x onerror="reached(1)"><script>reached(2)</script> elk team tegen juni';
      await goal.write(planted);
      await goal.button("add");
      await goal.until(({ goals }) => goals.length === 1);
      assert.ok((await goal.state()).goals[0].includes("<script>"));
      await page.assertClean();
    });
  });
