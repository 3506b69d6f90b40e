// Options only: `team.html?lang=en&perspective=policy&minimum-group=8`. What colleagues answered is never in an address.

import { show } from "./page.js";

const OPTIONS = ["lang", "theme", "perspective", "variant", "change", "minimum-group"];
const TITLES = {
  nl: "Het beeld van je team",
  en: "The picture of your team",
  fr: "L’image de ton équipe",
  de: "Das Bild deines Teams",
};

show(document.querySelector("olievlek-team"), OPTIONS, TITLES);
