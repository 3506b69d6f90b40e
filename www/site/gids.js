// Writes the snippet that belongs to what was chosen. `site.js` sets the attributes of the preview.

const FALLBACK = {
  "nl-BE": "De zelfcheck wordt geladen. Zie je niets? Zet dan JavaScript aan.",
  en: "The self-check is loading. Do you see nothing? Then turn on JavaScript.",
  fr: "L’autoévaluation se charge. Vous ne voyez rien ? Activez JavaScript.",
  de: "Der Selbstcheck wird geladen. Sie sehen nichts? Dann schalten Sie JavaScript ein.",
};
const TITLE = { "nl-BE": "Zelfcheck", en: "Self-check", fr: "Autoévaluation", de: "Selbstcheck" };

const controls = [...document.querySelectorAll("[data-attribute]")];
const folder = document.querySelector("#folder");
const snippet = document.querySelector("#snippet");
const frame = document.querySelector("#iframe-snippet");

const escape = (value) => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** What differs from the defaults; the language always, as it says what to expect. */
function chosen() {
  const options = new Map();
  for (const control of controls) {
    const { attribute } = control.dataset;
    const value = control.value.trim();
    const standard = control.options ? control.options[0].value : "";
    if (attribute === "lang" || value !== standard) options.set(attribute, value);
  }
  return options;
}

/** The folder as an address with slashes around it; a whole address and a relative one stay what they are. */
function base() {
  const given = folder.value.trim().replace(/\/*$/, "") + "/";
  return /^(https?:\/\/|\.{0,2}\/)/.test(given) ? given : `/${given}`;
}

function write() {
  const options = chosen();
  const lang = options.get("lang");
  const attributes = [...options].map(([name, value]) => ` ${name}="${escape(value)}"`).join("");
  snippet.textContent = `<olievlek-self-check${attributes}>
  ${FALLBACK[lang]}
</olievlek-self-check>

<script type="module" src="${escape(base())}self-check.js"></script>`;

  const address = `/embed/self-check.html?${new URLSearchParams([...options])}`;
  frame.textContent = `<iframe src="${escape(address)}" title="${TITLE[lang]}" width="100%" height="900" frameborder="0" loading="lazy" allow="clipboard-write"></iframe>`;
}

document.querySelector("[data-controls]").addEventListener("input", write);
write();
