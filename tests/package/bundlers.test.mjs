// An application that goes through a bundler, built as the README says and opened in a browser.

import assert from "node:assert/strict";
import { cp, readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import { build as esbuild } from "esbuild";
import { build as vite } from "vite";
import { browse, skip } from "./support/browser.mjs";
import { project } from "./support/project.mjs";

let consumer;
before(async () => {
  consumer = await project();
  await consumer.copy("app", ".");
});
after(() => consumer.remove());

/** The names of the wasm files in a directory, whatever hash a bundler gave them. */
async function wasm(directory) {
  const files = await readdir(directory, { recursive: true });
  const names = files.map((file) => basename(file)).filter((name) => name.endsWith(".wasm"));
  return names.map((name) => name.replace(/-[\w-]{8}\.wasm$/, ".wasm")).sort();
}

async function works(directory, path = "/") {
  const site = await browse(directory);
  try {
    const { title, faults } = await site.open(path);
    assert.deepEqual({ title, faults }, { title: "plan, in French", faults: [] });
    for (const name of ["olievlek", "self-check"]) {
      const loads = site.asked.filter((asked) => asked.endsWith(".wasm") && basename(asked).startsWith(name));
      assert.equal(loads.length, 1, `${name}.wasm is loaded once: ${site.asked.join(" ")}`);
    }
  } finally {
    await site.close();
  }
}

test("vite emits each wasm once", async () => {
  const outDir = consumer.path("dist-vite");
  await vite({ root: consumer.directory, base: "./", logLevel: "error", build: { outDir, emptyOutDir: true } });
  assert.deepEqual(await wasm(outDir), [
    "adoption-numbers.wasm",
    "adoption.wasm",
    "goal-plan.wasm",
    "goal.wasm",
    "olievlek.wasm",
    "self-check.wasm",
    "team-responses.wasm",
    "team.wasm",
  ]);
});

test("the page that vite built works", { skip }, () => works(consumer.path("dist-vite")));

test("vite leaves out an element that is imported and not used", async () => {
  const outDir = consumer.path("dist-sums");
  const app = 'import { init } from "olievlek";\nimport { OlievlekSelfCheck } from "olievlek/elements";\nawait init();\n';
  await consumer.write("sums/app.js", app);
  await consumer.write("sums/index.html", '<!doctype html><script type="module" src="./app.js"></script>');
  const build = { outDir, emptyOutDir: true, target: "es2022" };
  await vite({ root: consumer.path("sums"), base: "./", logLevel: "error", build });
  const [script, ...others] = (await readdir(join(outDir, "assets"))).filter((file) => file.endsWith(".js"));
  assert.deepEqual(others, []);
  const code = await readFile(join(outDir, "assets", script), "utf8");
  assert.match(code, /not-initialized|olievlek/);
  assert.doesNotMatch(code, /attachShadow|customElements/);
});

test("esbuild, with the files beside the bundle", { skip }, async () => {
  const outdir = consumer.path("dist-esbuild");
  await esbuild({ absWorkingDir: consumer.directory, entryPoints: ["app.js"], bundle: true, format: "esm", outdir });
  const dist = join(consumer.installed, "dist");
  for (const name of ["olievlek.wasm", "self-check.wasm", "texts"]) {
    await cp(join(dist, name), join(outdir, name), { recursive: true });
  }
  await cp(consumer.path("index.html"), join(outdir, "index.html"));
  await works(outdir);
});

test("esbuild, with the wasm handed to `init`", { skip }, async () => {
  const outdir = consumer.path("dist-loader");
  const app = `
    import { init, questions } from "olievlek";
    import wasm from "olievlek/olievlek.wasm";
    await init({ wasm: new URL(wasm, import.meta.url) });
    document.title = questions({ lang: "en" }).length;
  `;
  const entryPoints = [await consumer.write("loader.js", app)];
  await esbuild({ absWorkingDir: consumer.directory, entryPoints, bundle: true, format: "esm", outdir, loader: { ".wasm": "file" } });
  assert.equal((await readdir(outdir)).filter((file) => file.endsWith(".wasm")).length, 1);
  const page = '<!doctype html><title></title><script type="module" src="./loader.js"></script>';
  await consumer.write("dist-loader/index.html", page);
  const site = await browse(outdir);
  try {
    assert.equal((await site.open("/")).title, "25");
  } finally {
    await site.close();
  }
});

test("the README says which files go beside a bundle", async () => {
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  assert.match(readme, /cp -r node_modules\/olievlek\/dist\/\*\.wasm node_modules\/olievlek\/dist\/texts /);
  assert.match(readme, /--loader:\.wasm=file/);
});
