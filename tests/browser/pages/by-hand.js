// A self-check as one would write it by hand for one page, in one language: what the element is measured against.
// The texts are the same ones; the server puts them in below.

const TEXTS = {
  /* texts */
};

const ELEMENTS = ["vision", "interest", "plan", "resources", "competences"];
const VALUES = ["1", "2", "3", "4", "5", "unknown", "not-applicable"];
const { selfCheck, report, elements, statements, advice } = TEXTS;
const CHANGE = report.change.staff;

const root = document.querySelector("#check");
const answers = new Map();
let page = -1;

const fill = (text, places) => text.replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole);
const ids = (element) => [1, 2, 3, 4, 5].map((number) => `${element}-${number}`);
const given = (list) => list.filter((id) => answers.has(id)).length;

/** An element with attributes, listeners and children. */
function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (typeof value === "boolean") node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

const button = (text, click, primary = false) =>
  h("button", { type: "button", class: primary ? "button button-primary" : "button", click }, text);

function go(to) {
  page = to;
  const live = h("p", { class: "status", role: "status" });
  const content = page < 0 ? intro() : page < ELEMENTS.length ? step() : result();
  root.replaceChildren(live, h("div", { class: "page" }, ...content));
  const heading = root.querySelector("h2");
  live.textContent = heading.textContent;
  heading.focus();
}

const heading = (text) => h("h2", { class: "title", tabindex: "-1" }, text);
const paragraph = (text, name = "text") => h("p", { class: name }, text);

function intro() {
  return [
    heading(fill(selfCheck.title, { change: CHANGE })),
    paragraph(fill(selfCheck.intro, { n: 25, change: CHANGE })),
    paragraph(selfCheck.free),
    paragraph(selfCheck.privacy, "privacy"),
    h("div", { class: "actions" }, button(answers.size ? selfCheck.resume : selfCheck.start, () => go(0), true)),
  ];
}

function step() {
  const element = ELEMENTS[page];
  const way = ELEMENTS.map((id, index) =>
    h(
      "li",
      {},
      h(
        "button",
        { class: "step", type: "button", click: () => go(index), ...(index === page && { "aria-current": "step" }) },
        h("span", {}, elements[id].name),
        " ",
        h("small", {}, `${given(ids(id))}/5`),
      ),
    ),
  );
  const progress = fill(selfCheck.progress, { answered: answers.size, total: 25 });
  return [
    h(
      "div",
      { class: "way" },
      h("nav", { "aria-label": selfCheck.steps }, h("ol", { class: "steps" }, ...way)),
      h("progress", { max: "25", value: String(answers.size), "aria-label": progress }),
      paragraph(progress, "count"),
    ),
    heading(fill(selfCheck.step, { step: page + 1, steps: ELEMENTS.length, name: elements[element].name })),
    paragraph(elements[element].question, "question"),
    ...ids(element).map(question),
    h(
      "div",
      { class: "actions" },
      button(selfCheck.previous, () => go(page - 1)),
      button(page === 4 ? selfCheck.finish : selfCheck.next, () => go(page + 1), true),
    ),
  ];
}

function question(id) {
  const text = fill(statements.staff[id], { change: CHANGE });
  const options = VALUES.map((value) =>
    h(
      "label",
      { class: "option" },
      h("input", { type: "radio", name: id, value, checked: answers.get(id) === value, change: () => answer(id, value) }),
      h("span", {}, report.answer[value]),
    ),
  );
  return h(
    "fieldset",
    { class: "statement" },
    h("legend", {}, text),
    h("div", { class: "scale" }, ...options.slice(0, 5)),
    h("div", { class: "apart" }, ...options.slice(5), ...(answers.has(id) ? [clear(id, text)] : [])),
  );
}

function clear(id, text) {
  const node = button(selfCheck.clear, () => answer(id, undefined));
  node.setAttribute("aria-label", fill(report.pair, { name: selfCheck.clear, text }));
  return node;
}

function answer(id, value) {
  if (value) answers.set(id, value);
  else answers.delete(id);
  const { name } = document.activeElement;
  go(page);
  root.querySelector(`[name="${name || id}"]${value ? `[value="${value}"]` : ""}`)?.focus();
}

/** The score of an element from 0 to 1, or none where too little is known. */
function score(element) {
  const values = ids(element).map((id, index) => {
    const value = Number(answers.get(id));
    return index === 2 || index === 4 ? 6 - value : value;
  });
  const known = values.filter((value) => value >= 1);
  return known.length < 3 ? undefined : known.reduce((sum, value) => sum + value - 1, 0) / (4 * known.length);
}

function status(value) {
  if (value === undefined) return "undetermined";
  return value >= 0.75 ? "strong" : value < 0.5 ? "weak" : "fragile";
}

function result() {
  const scores = ELEMENTS.map((id) => ({ id, value: score(id), status: status(score(id)) }));
  const known = scores.filter(({ value }) => value !== undefined);
  const least = Math.min(...known.map(({ value }) => value));
  const names = known.filter(({ value }) => value === least).map(({ id }) => elements[id].name);
  const headline = names.length ? (least >= 0.75 ? report.headline.strong : report.headline.gap) : report.headline.none;
  const gaps = known.filter(({ status }) => status === "weak" || status === "fragile").sort((a, b) => a.value - b.value);
  const row = ({ id, value, status }) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, elements[id].name),
      h("td", {}, report.status[status]),
      h("td", {}, value === undefined ? "" : String(Math.round(value * 100))),
      h("td", {}, h("progress", { max: "1", value: String(value ?? 0), "aria-label": elements[id].name })),
    );
  const gap = ({ id, status }) =>
    h(
      "article",
      { class: `gap ${status}` },
      h("h4", {}, fill(report.pair, { name: elements[id].name, text: report.status[status] })),
      paragraph(elements[id]["signal-text"]),
      h("ul", {}, ...Object.values(advice.staff[id]).map((text) => h("li", {}, text))),
    );
  return [
    heading(selfCheck.result),
    paragraph(fill(headline, { elements: names.join(` ${report.and} `) }), "headline"),
    h("h3", {}, report.section.elements),
    h("table", {}, h("tbody", {}, ...scores.map(row))),
    paragraph(report.rule),
    h("h3", {}, report.section.talk),
    ...gaps.map(gap),
    paragraph(report.note),
    h(
      "div",
      { class: "actions" },
      button(selfCheck.print, () => print()),
      button(fill(selfCheck.download, { format: "JSON" }), download),
      button(selfCheck.edit, () => go(0), true),
      button(selfCheck.again, () => (answers.clear(), go(-1))),
    ),
  ];
}

function download() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(Object.fromEntries(answers))], { type: "application/json" }));
  link.download = "self-check.json";
  link.click();
}

go(-1);
