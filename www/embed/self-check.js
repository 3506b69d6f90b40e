// Options only, never answers: `self-check.html?lang=fr&perspective=school&change=notre%20collaboration`.

import { show } from "./page.js";

const OPTIONS = ["lang", "theme", "store", "perspective", "variant", "change", "statements"];
const TITLES = { nl: "Zelfcheck", en: "Self-check", fr: "Autoévaluation", de: "Selbstcheck" };

show(document.querySelector("olievlek-self-check"), OPTIONS, TITLES);
