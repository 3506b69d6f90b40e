// The examples, run as they stand: those of the README and those in the types.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { project, repository } from "./support/project.mjs";

let consumer;
before(async () => (consumer = await project()));
after(() => consumer.remove());

const readme = await readFile(join(repository, "README.md"), "utf8");

/** The blocks of code in a language, without the stars of a doc comment. */
function blocks(text, language) {
  const plain = text.replaceAll(/^[ \t]*\* ?/gm, "");
  return [...plain.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, "gm"))].map(([, code]) => code);
}

/** Runs an example; what it logs has to be what the comments behind the calls say. */
async function holds(name, code) {
  const expected = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, value]) => value);
  assert.equal(expected.length, code.split("console.log").length - 1, "each `console.log` says on its line what it logs");
  const result = await consumer.node(await consumer.write(name, code));
  assert.equal(result.code, 0, `${code}\n${result.stderr}`);
  assert.deepEqual(result.stdout.trimEnd().split("\n"), expected);
}

test("the README has an example in JavaScript and a snippet of HTML", () => {
  assert.ok(blocks(readme, "js").length > 0);
  assert.ok(blocks(readme, "html").length > 0);
});

for (const [index, code] of blocks(readme, "js").entries()) {
  test(`README: example ${index + 1}`, () => holds(`readme-${index}.mjs`, code));
}

test("README: the snippets of HTML name files that are published", async () => {
  const names = blocks(readme, "html").flatMap((html) => [...html.matchAll(/(?:src|href)="\/olievlek\/([^"]+)"/g)]);
  assert.ok(names.length > 0);
  for (const [, name] of names) await readFile(join(consumer.installed, "dist", name));
});

test("types: every example does what it says", async () => {
  const read = (name) => readFile(join(consumer.installed, "dist", name), "utf8");
  const examples = blocks((await read("api.d.ts")) + (await read("index.d.ts")), "js");
  assert.ok(examples.length >= 7, `${examples.length} examples`);
  const names = Object.keys(await consumer.import("olievlek"));
  const before = `import { ${names.join(", ")} } from "olievlek";\nawait init();\n`;
  for (const [index, code] of examples.entries()) {
    await holds(`types-${index}.mjs`, code.includes("import ") ? code : before + code);
  }
});
