// What is in the packed package, and what its manifest promises.

import assert from "node:assert/strict";
import { readdir, readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { join, relative, sep } from "node:path";
import { after, before, test } from "node:test";
import { project, repository } from "./support/project.mjs";

let consumer;
let manifest;
let files;
before(async () => {
  consumer = await project();
  manifest = JSON.parse(await readFile(join(consumer.installed, "package.json"), "utf8"));
  const entries = await readdir(consumer.installed, { recursive: true, withFileTypes: true });
  files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(consumer.installed, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"));
});
after(() => consumer.remove());

const read = (file) => readFile(join(consumer.installed, file));

test("files of the expected kinds, and no others", () => {
  const expected = [
    /^package\.json$/,
    /^README\.md$/,
    /^LICENSE-(MIT|APACHE)$/,
    /^dist\/[a-z-]+\.(js|d\.ts|wasm)$/,
    /^dist\/texts\/[a-z-]+\.(nl-BE|en|fr|de)(\.[a-z]+)?\.txt$/,
    /^dist\/custom-elements\.json$/,
  ];
  assert.deepEqual(files.filter((file) => !expected.some((kind) => kind.test(file))), []);
  for (const kind of expected) assert.ok(files.some((file) => kind.test(file)), String(kind));
});

test("the licences and the readme are those of the repository", async () => {
  for (const file of ["LICENSE-MIT", "LICENSE-APACHE", "README.md"]) {
    assert.deepEqual(await read(file), await readFile(join(repository, file)), file);
  }
});

test("nothing is said about the machine that built it", async () => {
  const places = [repository.replace(/[\\/]$/, ""), homedir()].filter((place) => place.split(/[\\/]/).length > 2);
  for (const file of files) {
    const content = await read(file);
    for (const place of [...places, "/.cargo/", "node_modules/"]) {
      if (file !== "README.md") assert.equal(content.includes(place), false, `\`${place}\` in ${file}`);
    }
    assert.equal(content.includes("sourceMappingURL"), false, `a map in ${file}`);
  }
});

test("every path of `exports` exists, and types come first", async () => {
  const paths = [];
  for (const [entry, target] of Object.entries(manifest.exports)) {
    const conditions = typeof target === "string" ? { default: target } : target;
    if (typeof target === "object") assert.equal(Object.keys(target)[0], "types", entry);
    paths.push(...Object.values(conditions));
  }
  for (const path of paths.filter((path) => !path.includes("*"))) {
    assert.ok((await stat(join(consumer.installed, path))).isFile(), path);
  }
  for (const pattern of paths.filter((path) => path.includes("*"))) {
    const [start, end] = pattern.slice(2).split("*");
    assert.ok(files.some((file) => file.startsWith(start) && file.endsWith(end)), pattern);
  }
});

test("every script that is published is an entry or fetched by one", async () => {
  const scripts = files.filter((file) => file.endsWith(".js")).map((file) => `./${file}`);
  const entries = Object.values(manifest.exports).flatMap((target) => Object.values(Object(target)));
  const sources = scripts.filter((script) => entries.includes(script)).map((script) => readFile(join(consumer.installed, script), "utf8"));
  const fetched = (await Promise.all(sources)).flatMap((code) => [...code.matchAll(/import\("\.\/([\w-]+\.js)"\)/g)]);
  const known = [...entries, ...fetched.map(([, name]) => `./dist/${name}`)];
  assert.deepEqual(scripts.filter((script) => !known.includes(script)), []);
  assert.ok(known.includes("./dist/goal-plan.js"));
});

test("`sideEffects` names files that have them, and all of those", async () => {
  const registering = [];
  for (const file of files.filter((file) => file.endsWith(".js"))) {
    const { registered } = await registers(file);
    if (registered.length > 0) registering.push(`./${file}`);
  }
  assert.deepEqual(registering, [...manifest.sideEffects].sort());
});

/** What a script registers when it is imported where there is a page, or something like one. */
async function registers(file) {
  const { code, stdout, stderr } = await consumer.node("--input-type=module", "--eval", `
    const registered = [];
    globalThis.HTMLElement = class {};
    globalThis.customElements = { define: (tag) => registered.push(tag), get: () => undefined };
    await import(${JSON.stringify(join(consumer.installed, file))});
    console.log(JSON.stringify({ registered }));
  `);
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout);
}

test("the files beside the scripts are found by their public names", async () => {
  const { resolve } = createRequire(consumer.path("index.js"));
  const names = ["olievlek.wasm", "self-check.wasm", "texts/self-check.nl-BE.staff.txt", "custom-elements.json", "package.json"];
  for (const name of names) assert.ok(resolve(`olievlek/${name}`).startsWith(consumer.installed), name);
  assert.throws(() => resolve("olievlek/dist/index.js"), { code: "ERR_PACKAGE_PATH_NOT_EXPORTED" });
});

test("`custom-elements.json` names modules that exist, and the manifest names it", async () => {
  const { modules } = JSON.parse(await read(manifest.customElements));
  const paths = modules.map(({ path }) => path);
  for (const path of paths) assert.ok(files.includes(path) || files.includes(`dist/${path}`), path);
  const tags = modules.flatMap(({ declarations }) => declarations ?? []).map(({ tagName }) => tagName);
  assert.ok(tags.includes("olievlek-self-check"));
});

test("no dependencies, and nothing runs on installation", () => {
  for (const name of ["dependencies", "peerDependencies", "optionalDependencies", "scripts", "bin"]) {
    assert.equal(manifest[name], undefined, name);
  }
});
