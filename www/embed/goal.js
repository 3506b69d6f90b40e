// Options only, never goals: `goal.html?lang=en&acceptable-label=ambitieus`.

import { show } from "./page.js";

const OPTIONS = ["lang", "theme", "store", "today", "acceptable-label", "inspiring-label"];
const TITLES = { nl: "Doelen schrijven", en: "Writing goals", fr: "Écrire des objectifs", de: "Ziele schreiben" };

show(document.querySelector("olievlek-goal"), OPTIONS, TITLES);
