// The list: what goes in, how it is ordered, changed, undone, kept and opened again.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { FULL, Goal } from "../helpers/goal.mjs";

export default (browser) =>
  describe("a list of goals", () => {
    test("goals are added, edited, moved, removed, and all of it undone and redone", async () => {
      const { page } = browser;
      const goal = await Goal.open(page);
      await goal.add("Een");
      await goal.add("Twee");
      await goal.add("Drie");
      const order = async () => (await goal.state()).goals.map((line) => line.split(" ").slice(1).join(" "));
      assert.deepEqual((await goal.state()).goals, ["OD1 Een", "OD2 Twee", "OD3 Drie"]);
      await goal.listButton("up", {}, 2);
      await goal.until(({ goals }) => goals[1] === "OD2 Drie");
      assert.equal((await page.focused()).text, goal.listWords("up"), "the focus stays with the goal");
      await page.press("Enter");
      await goal.until(({ goals }) => goals[0] === "OD1 Drie");
      await goal.listButton("edit", {}, 1);
      await goal.until(({ value }) => value === "Een");
      assert.equal((await page.focused()).id, "goal");
      await goal.write("Een, anders");
      await goal.button("save");
      await goal.until(({ goals }) => goals[1] === "OD2 Een, anders");
      await goal.listButton("remove", {}, 0);
      await goal.until(({ goals }) => goals.length === 2);
      assert.deepEqual(await order(), ["Een, anders", "Twee"]);
      const seen = [await order()];
      for (let step = 0; step < 4; step++) {
        await goal.button("undo");
        await page.settle();
        seen.push(await order());
      }
      assert.deepEqual(seen[1], ["Drie", "Een, anders", "Twee"]);
      for (let step = 0; step < 4; step++) {
        await goal.button("redo");
        await page.settle();
      }
      await goal.until(({ goals }) => goals.length === 2);
      assert.deepEqual(await order(), seen[0]);
      await page.assertClean();
    });

    test("strategic goals, numbers, and what is worth a look", async () => {
      const { page } = browser;
      const goal = await Goal.open(page);
      await goal.add("Elk team overlegt");
      await goal.add("elk team overlegt");
      assert.ok((await goal.state()).warnings.some((warning) => warning.includes("OD2") && warning.includes("OD1")));
      await goal.fill("[id^=strategic-]", "Een sterk team");
      await goal.until(({ goals }) => goals[0].startsWith("OD1.1"));
      await goal.listButton("more-strategic");
      await goal.until(() => true);
      await page.until(() => probe.focused().id.startsWith("strategic-"));
      await page.driver.type("Sneller hulp");
      await goal.write("Een derde");
      await goal.listButton("here", {}, 1);
      await goal.until(({ goals }) => goals.includes("OD2.1 Een derde"));
      await goal.fill("#numbers", "plain", "change");
      await goal.until(({ goals }) => goals.at(-1) === "2.1 Een derde");
      await goal.fill("[part=goal] .stand", "done", "change");
      await page.settle();
      const { strategicGoals } = await goal.value();
      assert.deepEqual(strategicGoals.map(({ title }) => title), ["Een sterk team", "Sneller hulp"]);
      assert.equal(strategicGoals[0].goals[0].status, "done");
    });

    test("a pasted list comes in whole", async () => {
      const { page } = browser;
      const goal = await Goal.open(page);
      await goal.paste("SD1 Een sterk team\n• OD1.1 Er is een visie\n  op één blad.\n• OD1.2 Elk team overlegt");
      await goal.until(({ notice }) => notice === goal.words("several", { n: 3 }));
      await goal.button("add-all", { n: 3 });
      const { goals, value } = await goal.until(({ goals }) => goals.length === 2);
      assert.deepEqual([goals, value], [["OD1.1 Er is een visie op één blad.", "OD1.2 Elk team overlegt"], ""]);
      assert.equal((await goal.value()).strategicGoals[0].title, "Een sterk team");
      await goal.button("undo");
      await goal.until(({ value }) => value.startsWith("SD1 Een sterk team"));
    });

    test("every file has the list in it, and opens again", async () => {
      const { page } = browser;
      const goal = await Goal.open(page);
      await goal.add(FULL);
      await page.evaluate(() => {
        window.saved = [];
        let last;
        URL.createObjectURL = (blob) => ((last = blob), "blob:stub");
        HTMLAnchorElement.prototype.click = function () {
          window.saved.push({ name: this.download, blob: last });
        };
      });
      for (const format of ["Markdown", "CSV", "JSON"]) await goal.listButton("download", { format });
      await page.until(() => window.saved.length === 3);
      const saved = await page.evaluate(() => Promise.all(window.saved.map(async ({ name, blob }) => [name, await blob.text()])));
      assert.deepEqual(saved.map(([name]) => name), ["doelen.md", "doelen.csv", "doelen.json"]);
      for (const [name, content] of saved) assert.ok(content.includes("elke medewerker"), name);
      const before = await goal.value();
      assert.deepEqual(JSON.parse(saved[2][1]), before);
      for (const [name, content] of saved) {
        await goal.listButton("remove");
        await goal.until(({ goals }) => goals.length === 0);
        await goal.open(name, content);
        await goal.until(({ goals }) => goals.length === 1);
        assert.deepEqual((await goal.value()).strategicGoals[0].goals, before.strategicGoals[0].goals, name);
      }
      assert.deepEqual(await goal.value(), before);
      // As a spreadsheet saves it, in Western Europe.
      const bytes = Uint8Array.from("text;end\r\nOver één thema overleggen;30/06/2027\r\n", (letter) => letter.charCodeAt(0));
      await goal.open("doelen.csv", [...bytes]);
      const [shown] = (await goal.until(({ goals }) => goals[0]?.includes("overleggen"))).goals;
      assert.ok(shown.endsWith("Over één thema overleggen"), shown);
      await page.assertClean();
    });

    test("a file that is no plan says where and why, and loses nothing", async () => {
      const { page } = browser;
      const goal = await Goal.open(page);
      await goal.add("Een");
      await goal.write("Nog bezig");
      for (const [content, said] of [
        ['{"schema":1,\n x', goal.listWords("error.syntax", { line: 2, column: 2 })],
        ['{"strategicGoals":[{"goals":[{"end":"juni"}]}]}', goal.listWords("error.shape", { field: "strategicGoals[0].goals[0].end", expected: goal.listWords("expected.date") })],
        ["12", goal.listWords("error.no-plan")],
      ]) {
        await goal.open("x.json", content);
        await goal.until(({ error }) => error === said);
        const { goals, value } = await goal.state();
        assert.deepEqual([goals, value], [["OD1 Een"], "Nog bezig"]);
      }
      // An older plan is read, and unknown fields stay.
      await goal.open("oud.json", '{"goals":["Een visie"],"logo":"a.png"}');
      await goal.until(({ goals }) => goals[0] === "1 Een visie");
      assert.deepEqual([(await goal.value()).logo, (await goal.state()).value], ["a.png", "Nog bezig"]);
      await goal.button("undo");
      await goal.until(({ goals }) => goals[0] === "OD1 Een");
    });

    test("a field that is not understood is pointed at, and nothing is lost", async () => {
      const { page } = browser;
      const goal = await Goal.open(page);
      await goal.write("Elk team overlegt");
      await goal.unfold();
      await goal.fill("#slot-target", "veel");
      await goal.button("add");
      await goal.until(({ error }) => error === goal.listWords("error.number"));
      assert.equal((await page.focused()).id, "slot-target");
      const { value, goals } = await goal.state();
      assert.deepEqual([value, goals], ["Elk team overlegt", []]);
    });

    test("printing shows the list on a page of its own", async () => {
      const { page } = browser;
      const goal = await Goal.open(page);
      await goal.add("Elk team overlegt");
      const paper = await page.evaluate((host, text) => {
        const add = document.body.append;
        let frame;
        document.body.append = function (node) {
          add.call(this, node);
          frame = node;
          node.contentWindow.print = () => {};
        };
        probe.find({ host, css: "button", text }).click();
        return new Promise((resolve) =>
          setTimeout(() => {
            document.body.append = add;
            const { title, body } = frame.contentDocument;
            resolve({ title, text: probe.words(body), field: Boolean(body.querySelector("textarea")) });
          }, 100),
        );
      }, goal.host, goal.listWords("print"));
      assert.deepEqual([paper.title, paper.field], [goal.words("list"), false]);
      assert.ok(paper.text.includes("Elk team overlegt"));
    });
  });
