// Reads the doc comments of the elements in www/src and prints a custom-elements.json that speaks of the published
// files. Called by `cargo xtask build`:
//
//     node xtask/manifest.mjs
//
// It is a script because the analyser's own command writes its findings into package.json, and knows source files only.

import { create, ts } from "@custom-elements-manifest/analyzer";
import { readdir, readFile } from "node:fs/promises";

const SOURCES = "www/src";
const CLASSES = "dist/elements.js";
const REGISTRATION = "dist/define.js";

const names = (await readdir(SOURCES, { recursive: true })).filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"));
const modules = await Promise.all(
  names.sort().map(async (name) => {
    const text = await readFile(`${SOURCES}/${name}`, "utf8");
    return ts.createSourceFile(`${SOURCES}/${name}`, text, ts.ScriptTarget.ES2022, true);
  }),
);

/** What a user of an element can see: nothing private, and no pointer into the sources. */
function published(declaration) {
  const { superclass, ...element } = declaration;
  const visible = ({ privacy, name }) => privacy !== "private" && privacy !== "protected" && !/^[_#]/.test(name);
  for (const [key, value] of Object.entries(element)) {
    if (Array.isArray(value)) {
      element[key] = value.filter(visible).map(({ inheritedFrom, ...entry }) => entry);
    }
  }
  return { ...element, superclass: { name: "HTMLElement" } };
}

const found = create({ modules }).modules.flatMap((module) => module.declarations);
const elements = found.filter((declaration) => declaration.customElement && declaration.tagName).map(published);
const reference = ({ name }) => ({ name, module: CLASSES });

const manifest = {
  schemaVersion: "1.0.0",
  readme: "README.md",
  modules: [
    {
      kind: "javascript-module",
      path: CLASSES,
      declarations: elements,
      exports: elements.map((element) => ({ kind: "js", name: element.name, declaration: reference(element) })),
    },
    {
      kind: "javascript-module",
      path: REGISTRATION,
      declarations: [],
      exports: elements.map((element) => ({
        kind: "custom-element-definition",
        name: element.tagName,
        declaration: reference(element),
      })),
    },
  ],
};
process.stdout.write(`${JSON.stringify(manifest, undefined, 2)}\n`);
