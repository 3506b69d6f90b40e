// A page without a bundler: the files of the package on a site, as a webmaster copies them.

import assert from "node:assert/strict";
import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { browse, skip } from "./support/browser.mjs";
import { project, repository } from "./support/project.mjs";

let consumer;
before(async () => {
  consumer = await project();
  await cp(join(consumer.installed, "dist"), consumer.path("site/olievlek"), { recursive: true });
});
after(() => consumer.remove());

const page = (head, body = "") => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title></title>${head}</head><body>${body}</body></html>`;
const script = (code) => `<script type="module">${code}</script>`;
const CALL = 'await init(); document.title = scoreAnswers({ answers: { "staff-plan-1": 2, "staff-plan-2": 1, "staff-plan-3": 4 } }).headline';

async function open(name, html, options) {
  await consumer.write(`site/${name}.html`, html);
  const site = await browse(consumer.path("site"), options);
  try {
    const { title, faults, page } = await site.open(`/${name}.html`);
    const text = await page.evaluate(() => document.querySelector("olievlek-self-check")?.shadowRoot?.textContent);
    return { title, faults, text, asked: site.asked };
  } finally {
    await site.close();
  }
}

test("the address of the module", { skip }, async () => {
  const { title, faults } = await open("module", page(script(`import { init, scoreAnswers } from "/olievlek/index.js"; ${CALL}`)));
  assert.deepEqual({ title, faults }, { title: "Begin het gesprek bij: plan.", faults: [] });
});

test("an import map", { skip }, async () => {
  const map = '<script type="importmap">{ "imports": { "olievlek": "/olievlek/index.js" } }</script>';
  const { title, faults } = await open("map", page(map + script(`import { init, scoreAnswers } from "olievlek"; ${CALL}`)));
  assert.deepEqual({ title, faults }, { title: "Begin het gesprek bij: plan.", faults: [] });
});

/** The README's snippet, and a title as soon as the self-check is there. */
async function snippet() {
  const readme = await readFile(join(repository, "README.md"), "utf8");
  const [, html] = readme.match(/^```html\n([^]*?)^```/m);
  const told = 'addEventListener("olievlek-ready", () => { document.title = "ready"; });';
  return { html, told };
}

test("the snippet of the README", { skip }, async () => {
  const { html, told } = await snippet();
  const { title, faults, text, asked } = await open("snippet", page(`<script>${told}</script>`, html));
  assert.deepEqual({ title, faults }, { title: "ready", faults: [] });
  assert.match(text, /de nieuwe werking/);
  const expected = ["/snippet.html", "/olievlek/self-check.js", "/olievlek/self-check.wasm", "/olievlek/texts/self-check.nl-BE.staff.txt"];
  assert.deepEqual(asked.sort(), expected.sort());
});

test("the snippet under the content security policy of the README", { skip }, async () => {
  const readme = await readFile(join(repository, "README.md"), "utf8");
  const [, policy] = readme.match(/^Content-Security-Policy: (.*)$/m);
  const { html, told } = await snippet();
  await consumer.write("site/told.js", told);
  const headers = { "content-security-policy": policy };
  const { title, faults } = await open("policy", page('<script src="told.js"></script>', html), { headers });
  assert.deepEqual({ title, faults }, { title: "ready", faults: [] });
});
