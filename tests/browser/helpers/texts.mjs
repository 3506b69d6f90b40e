// The texts that a widget shows, from the same files that it is built from.

import { readFileSync } from "node:fs";

const cache = new Map();

function topic(language, name) {
  const key = `${language}/${name}`;
  if (!cache.has(key)) {
    const file = new URL(`../../../src/content/${key}.json`, import.meta.url);
    cache.set(key, JSON.parse(readFileSync(file, "utf8")));
  }
  return cache.get(key);
}

/** A text by its topic and path, such as `text("nl-BE", "self-check", "notice.copied")`, with its places filled. */
export function text(language, name, path, places = {}) {
  const found = path.split(".").reduce((part, key) => part?.[key], topic(language, name));
  if (typeof found !== "string") throw new Error(`${language}/${name}.json has no text ${path}`);
  // As `probe.words` reads a page: a blank that does not break is a blank.
  return found.replace(/\{(\w+)\}/g, (whole, place) => places[place] ?? whole).replace(/\s+/g, " ");
}

/** A text of the self-check's own interface. */
export const label = (path, places, language = "nl-BE") => text(language, "self-check", path, places);

/** The name of an element. */
export const element = (id, language = "nl-BE") => text(language, "elements", `${id}.name`);

export const FIVE = ["vision", "interest", "plan", "resources", "competences"];

/** The heading of a step. */
export const step = (number, language = "nl-BE", elements = FIVE) =>
  label("step", { step: number, steps: elements.length, name: element(elements[number - 1], language) }, language);
