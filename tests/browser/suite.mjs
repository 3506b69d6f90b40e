// All journeys in one browser, which starts once.

import { after, before, describe } from "node:test";
import { start } from "./drivers/start.mjs";
import { Page } from "./helpers/page.mjs";
import { serve } from "./server.mjs";
import adoptionAround from "./journeys/adoption-around.mjs";
import adoptionChromium from "./journeys/adoption-chromium.mjs";
import adoptionLooks from "./journeys/adoption-looks.mjs";
import adoptionUse from "./journeys/adoption-use.mjs";
import audit from "./journeys/audit.mjs";
import chromium from "./journeys/chromium.mjs";
import codes from "./journeys/codes.mjs";
import failures from "./journeys/failures.mjs";
import flow from "./journeys/flow.mjs";
import goalAround from "./journeys/goal-around.mjs";
import goalForm from "./journeys/goal-form.mjs";
import goalList from "./journeys/goal-list.mjs";
import goalLooks from "./journeys/goal-looks.mjs";
import goalWriting from "./journeys/goal-writing.mjs";
import injection from "./journeys/injection.mjs";
import keeping from "./journeys/keeping.mjs";
import keyboard from "./journeys/keyboard.mjs";
import layout from "./journeys/layout.mjs";
import partner from "./journeys/partner.mjs";
import site from "./journeys/site.mjs";
import startup from "./journeys/startup.mjs";
import statements from "./journeys/statements.mjs";
import storing from "./journeys/storing.mjs";
import taking from "./journeys/taking.mjs";
import team from "./journeys/team.mjs";
import teamLooks from "./journeys/team-looks.mjs";

const EVERYWHERE = [
  flow,
  keyboard,
  keeping,
  codes,
  taking,
  statements,
  injection,
  failures,
  storing,
  partner,
  site,
  layout,
  audit,
  goalWriting,
  goalList,
  goalForm,
  goalAround,
  goalLooks,
  adoptionUse,
  adoptionAround,
  adoptionLooks,
  team,
  teamLooks,
];
const CHROMIUM = [chromium, startup, adoptionChromium];

/** Declares the tests of one browser; without it in OLIEVLEK_BROWSERS they are skipped, and the report says so. */
export function runIn(name) {
  const wanted = (process.env.OLIEVLEK_BROWSERS ?? "").split(",").includes(name);
  describe(name, { skip: !wanted && "not among OLIEVLEK_BROWSERS" }, () => {
    // The journeys are declared before the browser is there.
    const browser = { name, page: undefined, server: undefined, driver: undefined };
    before(async () => {
      browser.server = await serve();
      browser.driver = await start(name);
      browser.page = new Page(browser.driver, browser.server.origin);
    });
    after(async () => {
      await browser.driver?.close();
      browser.server?.close();
    });
    for (const journeys of EVERYWHERE) journeys(browser);
    if (name === "chromium") for (const journeys of CHROMIUM) journeys(browser);
  });
}
