// Two self-checks on the page of a partner whose styles fight back.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { answers } from "../helpers/answers.mjs";
import { label, step } from "../helpers/texts.mjs";

const [TEAM, SCHOOL] = ["#zelfcheck-team", "#zelfcheck-school"];

export default (browser) =>
  describe("a partner's page", () => {
    test("two self-checks keep apart, and share what they load", async () => {
      const { page } = browser;
      const [team, school] = await open(page);
      await team.button("start");
      await team.heading(step(1));
      await team.answer(0, "4");
      await school.button("start");
      await school.heading(step(1));
      await school.answer(0, "1");
      assert.deepEqual(await team.answers(), { "staff-vision-1": 4 });
      assert.deepEqual(await school.answers(), { "school-vision-1": 1 });
      await team.fill(answers(["plan"]));
      assert.equal((await school.state()).heading, step(1));
      assert.ok(await page.evaluate(() => probe.visible(document.querySelector("#bedankt"))));
      const loaded = await page.evaluate(() => probe.requests().filter((url) => /wasm|texts/.test(url)).map((url) => url.split("/").pop()));
      assert.deepEqual(loaded.sort(), ["self-check.nl-BE.school.txt", "self-check.nl-BE.staff.txt", "self-check.wasm"]);
      // A link for the one does not touch the other.
      const { code } = await team.result();
      await page.open(`site/partner.html#zelfcheck-team=${code}`);
      await scrollTo(page, TEAM);
      await team.heading(label("result"));
      await scrollTo(page, SCHOOL);
      await school.ready();
      assert.deepEqual(await school.answers(), {});
      await page.assertClean();
    });

    test("font and colour are the page's, everything else is ours", async () => {
      const { page } = browser;
      const [team, school] = await open(page);
      for (const widget of [team, school]) {
        await widget.button("start");
        await widget.heading(step(1));
        await check(page, widget);
        await widget.fill(answers(["plan"], widget === team ? "staff" : "school"));
        await check(page, widget);
      }
      const inherited = await page.evaluate((host) => {
        const style = (node) => getComputedStyle(node);
        const page = style(probe.host(host).parentElement);
        const inside = style(probe.find({ host, css: ".text" }));
        return [[inside.fontFamily, inside.color], [page.fontFamily, page.color]];
      }, SCHOOL);
      assert.deepEqual(inherited[0], inherited[1]);
    });

    test("what the theme of a house may set, it sets", async () => {
      const { page } = browser;
      const [team] = await open(page);
      const set = await page.evaluate((host) => {
        const style = (css) => getComputedStyle(probe.find({ host, css }));
        return [style("[part~=button-primary]").backgroundColor, style("[part=title]").fontFamily.split(",")[0], style(".root").backgroundColor];
      }, team.host);
      assert.deepEqual(set, ["rgb(166, 61, 40)", "Georgia", "rgb(251, 246, 236)"]);
    });
  });

async function open(page) {
  await page.open("site/partner.html");
  const widgets = [];
  for (const host of [TEAM, SCHOOL]) {
    await scrollTo(page, host);
    widgets.push(page.widget(host));
    await widgets.at(-1).ready();
  }
  // The theme moves everything at first, one level after the other, and a mouse would miss.
  await page.until(() => document.getAnimations().length === 0);
  await page.settle();
  await page.until(() => document.getAnimations().length === 0);
  return widgets;
}

async function scrollTo(page, host) {
  await page.evaluate((host) => document.querySelector(host).scrollIntoView({ behavior: "instant" }), host);
}

/** What hostile styles would change first. */
async function check(page, { host }) {
  await page.settle();
  const wrong = await page.evaluate((host) => {
    const expected = {
      "*": { textTransform: "none", wordSpacing: "0px", fontStyle: "normal", float: "none", visibility: "visible" },
      "h2, h3, p, button, label": { textIndent: "0px", textShadow: "none" },
      "h2, h3, p, legend, label span, button, li, td, th": { letterSpacing: "normal" },
      "button, [part=option]": { position: "static", opacity: "1" },
      "input[type=radio]": { opacity: "1", marginInlineStart: "0px" },
      "p, h2, h3": { textAlign: "start" },
    };
    const wrong = [];
    for (const [css, styles] of Object.entries(expected)) {
      for (const node of probe.all({ host, css: `.root ${css.replaceAll(", ", ", .root ")}` })) {
        const style = getComputedStyle(node);
        for (const [name, value] of Object.entries(styles)) {
          // A legend floats by our own styles.
          if (style[name] === value || (name === "float" && node.localName === "legend")) continue;
          wrong.push(`${node.localName}.${node.getAttribute("class")}: ${name} ${style[name]}`);
        }
      }
    }
    for (const node of probe.all({ host, css: "input[type=radio], button, legend, h2, progress, svg" })) {
      if (!node.closest("details:not([open])") && !probe.visible(node)) wrong.push(`${node.localName} is not to be seen`);
    }
    return [...new Set(wrong)];
  }, host);
  assert.deepEqual(wrong, []);
}
