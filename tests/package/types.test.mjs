// The types, as strict projects see them: right code compiles, and wrong code does not.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { project, repository, run } from "./support/project.mjs";

const STRICT = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  noEmit: true,
  target: "ES2022",
};
const PAGE = { lib: ["ES2022", "DOM", "DOM.Iterable"], types: [] };
const RESOLUTIONS = {
  bundler: { module: "ESNext", moduleResolution: "bundler" },
  nodenext: { module: "NodeNext", moduleResolution: "nodenext" },
};

let consumer;
before(async () => {
  consumer = await project();
  await consumer.copy("types", ".");
  await consumer.lend("@types/node");
  await consumer.lend("undici-types");
});
after(() => consumer.remove());

async function compile(name, files, options) {
  const config = { compilerOptions: { ...STRICT, ...options }, files };
  await consumer.write(`${name}/tsconfig.json`, JSON.stringify({ ...config, files: files.map((file) => `../${file}`) }));
  const tsc = join(repository, "node_modules/typescript/bin/tsc");
  return run(process.execPath, [tsc, "--pretty", "false", "--project", name], consumer.directory);
}

for (const [name, resolution] of Object.entries(RESOLUTIONS)) {
  test(`${name}: every export is typed, and every mistake is seen`, async () => {
    const { code, stdout } = await compile(name, ["everything.ts", "mistakes.ts"], { ...PAGE, ...resolution });
    assert.equal(code, 0, stdout);
  });
}

test("nodenext: a server needs no types of pages", async () => {
  const options = { lib: ["ES2022"], types: ["node"], ...RESOLUTIONS.nodenext };
  const { code, stdout } = await compile("server", ["server.ts"], options);
  assert.equal(code, 0, stdout);
});

test("everything.ts uses every value and type that is exported", async () => {
  const { readFile } = await import("node:fs/promises");
  const read = (file) => readFile(file, "utf8");
  const types = await Promise.all(["api.d.ts", "index.d.ts"].map((name) => read(join(consumer.installed, "dist", name))));
  const exported = [...types.join("\n").matchAll(/^export (?:declare )?(?:function|class|interface|type) (\w+)/gm)];
  assert.ok(exported.length > 30, `${exported.length} exports`);
  const used = await read(consumer.path("everything.ts"));
  for (const [, name] of exported) assert.match(used, new RegExp(`\\b${name}\\b`), name);
});
