// In a form of the page: its value, what is required, reset, disabling, and what a page's script does.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Goal } from "../helpers/goal.mjs";

const FORM = "strict/goal-form.html";

export default (browser) =>
  describe("goals in a form", () => {
    async function open() {
      const { page } = browser;
      await page.open(FORM);
      const [plan, given] = [new Goal(page, "#plan"), new Goal(page, "#given")];
      await plan.ready();
      await given.until(({ goals }) => goals.length === 1);
      return [page, plan, given];
    }

    test("a form waits for a goal, and then sends the plan as JSON", async () => {
      const [page, plan] = await open();
      await page.click({ host: null, css: "form > button" });
      await plan.until(({ error }) => error === plan.words("required"));
      assert.equal((await page.focused()).id, "goal");
      const validity = await page.evaluate(() => {
        const { validity, validationMessage, willValidate, form } = probe.host("#plan");
        return [validity.valueMissing, validationMessage, willValidate, form === document.forms[0], probe.host("#plan").matches(":invalid")];
      });
      assert.deepEqual(validity, [true, plan.words("required"), true, true, true]);
      await plan.add("Elk team overlegt");
      await page.click({ host: null, css: "form > button" });
      const [sent] = await page.until(() => window.sent.length > 0 && window.sent);
      assert.equal(JSON.parse(sent.plan).strategicGoals[0].goals[0].text, "Elk team overlegt");
      assert.equal(JSON.parse(sent.given).strategicGoals[0].goals[0].text, "Elk team overlegt wekelijks.");
      await page.assertClean();
    });

    test("a reset brings back what stood between the tags", async () => {
      const [page, plan, given] = await open();
      await given.write("Nog een");
      await given.button("add");
      await given.until(({ goals }) => goals.length === 2);
      await page.evaluate(() => document.forms[0].reset());
      await given.until(({ goals, value }) => goals.length === 1 && value === "");
      assert.deepEqual((await plan.state()).goals, []);
    });

    test("a fieldset that is disabled disables it", async () => {
      const [page, plan] = await open();
      await page.evaluate(() => probe.host("#plan").setAttribute("disabled", ""));
      await page.settle();
      const shown = await page.evaluate((host) => [probe.find({ host, css: "#goal" }).matches(":disabled"), probe.host(host).disabled, new FormData(document.forms[0]).has("plan")], plan.host);
      assert.deepEqual(shown, [true, true, false]);
      await page.evaluate(() => probe.host("#plan").removeAttribute("disabled"));
      await plan.add("Een");
    });

    test("a value is taken, also before the element is there, and read back", async () => {
      const { page } = browser;
      await page.open("strict/blank.html");
      const early = await page.evaluate(async () => {
        const element = document.createElement("olievlek-goal");
        element.value = { goals: ["Een", { text: "Twee", who: "wij" }], logo: "x" };
        element.setAttribute("loading", "eager");
        element.setAttribute("name", "plan");
        const form = document.createElement("form");
        form.append(element);
        document.querySelector("main").append(form);
        await import("./olievlek/goal.js");
        return [element.value.logo, JSON.parse(new FormData(form).get("plan")).logo];
      });
      assert.deepEqual(early, ["x", "x"]);
      const goal = new Goal(page);
      await goal.ready();
      await goal.until(({ goals }) => goals.length === 2);
      const value = await goal.value();
      assert.deepEqual([value.schema, value.logo, value.strategicGoals[0].goals[1].actor], [1, "x", "wij"]);
      await page.evaluate(() => void (probe.host("olievlek-goal").value = { strategicGoals: [{ title: "A", goals: [{ text: "Nieuw" }] }], draft: { text: "Bezig" } }));
      await goal.until(({ goals, value }) => goals[0] === "OD1.1 Nieuw" && value === "Bezig");
      await page.evaluate(() => void (probe.host("olievlek-goal").value = null));
      await goal.until(({ goals, value }) => goals.length === 0 && value === "");
      await goal.button("undo");
      await goal.until(({ goals }) => goals[0] === "OD1.1 Nieuw");
      await page.assertClean();
    });

    test("a value that is no plan is refused with an event, and everything stays", async () => {
      const { page } = browser;
      const goal = await Goal.open(page);
      await goal.add("Een");
      const before = await goal.value();
      await page.evaluate(() => void (probe.host("olievlek-goal").value = { strategicGoals: [{ goals: [{ end: "juni" }] }] }));
      const { detail } = await page.event("error");
      assert.deepEqual([detail.code, detail.field], ["plan-field", "strategicGoals[0].goals[0].end"]);
      await page.settle();
      assert.deepEqual(await goal.value(), before);
    });

    test("events tell what changed", async () => {
      const { page } = browser;
      const goal = await Goal.open(page);
      await goal.write("Elk team overlegt");
      const change = await page.event("change");
      assert.deepEqual([change.detail.value.draft.text, change.bubbles, change.composed], ["Elk team overlegt", true, true]);
      await goal.button("add");
      const complete = await page.event("complete");
      assert.deepEqual([complete.detail.goals, complete.detail.value.strategicGoals[0].goals.length], [1, 1]);
    });
  });
