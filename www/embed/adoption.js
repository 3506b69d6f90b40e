// Options only: `adoption.html?lang=en&people=45&working-group=6&start=2026-09-01`.

import { show } from "./page.js";

const OPTIONS = ["lang", "theme", "store", "today", "people", "working-group", "start"];
const TITLES = {
  nl: "Wie doet wanneer mee?",
  en: "Who comes along when?",
  fr: "Qui participe, et quand ?",
  de: "Wer macht wann mit?",
};

show(document.querySelector("olievlek-adoption"), OPTIONS, TITLES);
