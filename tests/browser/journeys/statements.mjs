// A partner's own statements, good ones and bad ones.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { FIVE, label, step } from "../helpers/texts.mjs";

const OWN = JSON.parse(readFileSync(new URL("../pages/statements/own.json", import.meta.url), "utf8"));

/** The good list with something done to it. */
function altered(work) {
  const list = structuredClone(OWN);
  work(list);
  return JSON.stringify(list);
}

const BAD = [
  ["an element that does not exist", { json: altered((list) => (list[3].element = "luck")) }, "invalid-statement"],
  ["one statement only for an element", { json: altered((list) => list.pop()) }, "statement-count"],
  ["an id twice", { json: altered((list) => (list[1].id = list[0].id)) }, "invalid-statement"],
  ["an id with a blank", { json: altered((list) => (list[1].id = "a b")) }, "invalid-statement"],
  ["no text", { json: altered((list) => (list[1].text = "")) }, "invalid-statement"],
  ["a text far too long", { json: altered((list) => (list[1].text = "x".repeat(301))) }, "invalid-statement"],
  ["a language that does not exist", { json: altered((list) => (list[1].text = { xx: "a" })) }, "invalid-statement"],
  ["things that are no statements", { json: "[null, 3, [], \"a\"]" }, "invalid-statement"],
  ["an empty list", { json: "[]" }, "statement-count"],
  ["no JSON", { json: "[{" }, "statements-unreadable"],
  ["no list", { attributes: { statements: "statements/no-list.json" } }, "statements-unreadable"],
  ["a file that is not JSON", { attributes: { statements: "statements/not-json.json" } }, "statements-unreadable"],
  ["a file that is not there", { attributes: { statements: "statements/nowhere.json" } }, "statements-unreadable"],
  ["an address that is none", { attributes: { statements: "http://[" } }, "statements-unreadable"],
];

export default (browser) =>
  describe("own statements", () => {
    for (const [name, path] of [
      ["by address", "strict/own-by-address.html"],
      ["between the tags", "strict/own-inline.html"],
    ]) {
      test(name, async () => {
        const { page } = browser;
        await page.open(path);
        const widget = page.widget();
        await widget.ready();
        await widget.button("start");
        await widget.heading(step(1));
        assert.deepEqual((await widget.state()).statements, ["Ik ken het doel van ons plan.", "Niemand vertelt waarom."]);
        await widget.answer(1, "5");
        await page.evaluate(() => probe.host().setAttribute("lang", "fr"));
        await page.until(() => probe.state().lang === "fr");
        const french = await widget.state();
        assert.deepEqual(french.statements, ["Je connais le but de ons plan.", "Personne ne dit pourquoi."]);
        assert.deepEqual(french.checked, [null, "5"]);
        await page.evaluate(() => probe.host().setAttribute("lang", "nl-BE"));
        await page.until(() => probe.state().lang === "nl-BE");

        const choose = ({ id, element, revealsGap = false }) => [id, (element === "plan") === revealsGap ? 5 : 1];
        const given = Object.fromEntries(OWN.map(choose));
        await widget.fill(given);
        const { detail } = await page.event("complete");
        assert.deepEqual(detail.answers, given);
        assert.deepEqual(detail.profile.weakest, ["plan"]);
        assert.deepEqual(detail.profile.elements.map(({ id }) => id), FIVE);

        // The code opens beside the same statements, and nowhere else.
        await page.assertClean();
        await page.open(`${path}#olievlek-self-check=${detail.code}`);
        await widget.heading(label("result"));
        assert.deepEqual(await widget.answers(), given);
        await page.open(`strict/snippet.html#olievlek-self-check=${detail.code}`);
        assert.equal((await page.event("error")).detail.code, "code-own-statements");
        await page.until((notice) => probe.state().notice === notice, label("error.code-own-statements"));
        await page.assertClean();
      });
    }

    for (const [name, options, code] of BAD) {
      test(`${name}: a calm message`, async () => {
        const { page } = browser;
        // A script may not write into a `<script>` under the strict policy; a page that comes with it may.
        const widget = await page.mount(options, options.json ? "open/blank.html" : "strict/blank.html");
        await page.until((error) => probe.state().error === error, label("error.statements"));
        await page.settle();
        const errors = await page.events("error");
        assert.equal(errors[0].detail.code, code);
        assert.ok(errors[0].detail.message.length > 5);
        assert.ok(errors[0].bubbles && errors[0].composed);
        assert.ok(!(await widget.state()).text.includes(label("start")), "there is nothing to start");
        assert.equal(await page.evaluate(() => probe.visible(document.querySelector("#rest"))), true);
        const { violations, errors: thrown, reached } = await page.notes();
        assert.deepEqual([violations, thrown, reached], [[], [], []]);
      });
    }
  });
