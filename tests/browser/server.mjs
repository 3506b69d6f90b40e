// Serves the pages of the tests, and the built package beside them, under the conditions that a test asks for.
//
// The first part of a path names the condition: `/strict/snippet.html` comes with the strict policy, and so does
// all that it loads from `/strict/olievlek/`. `/site/` passes on the pages of the site, with the probe put into them.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout as pause } from "node:timers/promises";
import { brotliCompressSync } from "node:zlib";

const PAGES = fileURLToPath(new URL("./pages/", import.meta.url));
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

export const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'";

const PROBE = '<script src="probe.js"></script>';

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/** Under which policy a page stands, and what happens to the files of the package. */
const CONDITIONS = {
  strict: { policy: STRICT },
  open: {},
  styled: { policy: `${STRICT}; style-src 'self'; img-src data:` },
  slow: { policy: STRICT, wait: { ".wasm": 600 } },
  "no-wasm-eval": { policy: STRICT.replace(" 'wasm-unsafe-eval'", "") },
  "no-wasm": { policy: STRICT, missing: [".wasm"] },
  "broken-wasm": { policy: STRICT, change: { ".wasm": (content) => content.subarray(0, 2000) } },
  trapping: { policy: STRICT, change: { ".html": (content) => Buffer.from(String(content).replace(PROBE, `$&${PROBE.replace("probe", "trap")}`)) } },
  "no-texts": { policy: STRICT, missing: [".txt"] },
  "no-words": { policy: STRICT, missing: ["goal-words.nl-BE.txt"] },
  "no-plan": { policy: STRICT, missing: ["goal-plan.wasm"] },
  "no-french": { policy: STRICT, missing: [".fr.staff.txt"] },
};

export async function serve() {
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      response.writeHead(500, { "content-type": "text/plain" }).end(String(error?.stack));
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function answer(request, response) {
  const url = new URL(request.url, "http://localhost");
  const [condition, ...rest] = decodeURIComponent(url.pathname).slice(1).split("/");
  const path = rest.join("/");
  if (condition === "favicon.ico") return response.writeHead(204).end();
  if (condition === "frame") return frame(url, response);
  if (condition === "site") return passOn(path + url.search, response);
  const found = CONDITIONS[condition];
  if (!found) return response.writeHead(404).end();

  const type = Object.keys(TYPES).find((end) => path.endsWith(end)) ?? extname(path);
  if (found.missing?.some((end) => path.endsWith(end))) return response.writeHead(404).end();
  if (found.wait?.[type]) await pause(found.wait[type]);
  let content;
  try {
    content = await read(path);
  } catch {
    return response.writeHead(404).end();
  }
  content = found.change?.[type]?.(content) ?? content;
  const headers = { "content-type": TYPES[type] ?? "application/octet-stream", "cache-control": "no-cache" };
  if (type === ".html" && found.policy) headers["content-security-policy"] = found.policy;
  send(request, response, headers, content);
}

function send(request, response, headers, content) {
  if (/\bbr\b/.test(request.headers["accept-encoding"] ?? "")) {
    headers["content-encoding"] = "br";
    content = compressed(content);
  }
  response.writeHead(200, headers).end(content);
}

const compressions = new Map();

function compressed(content) {
  const key = content.toString("latin1");
  if (!compressions.has(key)) compressions.set(key, brotliCompressSync(content));
  return compressions.get(key);
}

async function read(path) {
  if (path === "axe.js") return readFile(AXE);
  // What was written by hand has the same styles and the same texts.
  if (path === "by-hand.css") return readFile(new URL("../../www/src/element.css", import.meta.url));
  if (path === "by-hand.js") return byHand();
  const inside = normalize(path).replace(/^(\.\.[/\\])+/, "");
  // Another release of the same package, as far as a page can tell.
  if (inside.startsWith("olievlek-other/")) {
    const content = await readFile(join(process.env.OLIEVLEK_SITE, inside.replace("olievlek-other", "olievlek")));
    return inside.endsWith(".js") ? Buffer.from(otherVersion(content.toString())) : content;
  }
  if (inside.startsWith("olievlek/")) return readFile(join(process.env.OLIEVLEK_SITE, inside));
  return readFile(join(PAGES, inside));
}

async function byHand() {
  const script = await readFile(join(PAGES, "by-hand.js"), "utf8");
  const text = (name) => readFile(new URL(`../../src/content/nl-BE/${name}.json`, import.meta.url), "utf8");
  const staff = ({ staff }) => ({ staff });
  const texts = {
    selfCheck: JSON.parse(await text("self-check")),
    report: JSON.parse(await text("report")),
    elements: JSON.parse(await text("elements")),
    statements: staff(JSON.parse(await text("statements"))),
    advice: staff(JSON.parse(await text("advice"))),
  };
  return Buffer.from(script.replace(/\{\s*\/\* texts \*\/\s*\}/, () => JSON.stringify(texts)));
}

function otherVersion(script) {
  const version = /static version\s*=\s*"([^"]+)"|version\s*=\s*"(\d+\.\d+\.\d+[^"]*)"/.exec(script);
  const known = version?.[1] ?? version?.[2];
  if (!known) throw new Error("the built script names no version");
  return script.replaceAll(`"${known}"`, '"0.0.0-other"');
}

/** A page in a frame of a given width, for a browser whose window cannot be that narrow. The frame is fixed, so that
 *  nothing scrolls around it: a driver counts a point of the frame from the corner of the window. */
function frame(url, response) {
  const [width, height] = ["width", "height"].map((name) => Number(url.searchParams.get(name)));
  const inner = encodeURI(decodeURI(url.searchParams.get("url"))).replaceAll('"', "%22").replaceAll("&", "&amp;");
  const page = `<!doctype html><title>frame</title><style>body{margin:0}iframe{border:0;position:fixed;top:0;left:0}</style>
<iframe width="${width}" height="${height}" src="${inner}" allow="clipboard-write"></iframe>`;
  response.writeHead(200, { "content-type": TYPES[".html"] }).end(page);
}

/** A page of the site as its own server gives it, policy and all; the probe comes in as its first script. */
async function passOn(path, response) {
  const from = await fetch(`${process.env.OLIEVLEK_ORIGIN}/${path}`);
  const headers = { "content-type": from.headers.get("content-type"), "cache-control": "no-cache" };
  const policy = from.headers.get("content-security-policy");
  if (policy) headers["content-security-policy"] = policy;
  let content = Buffer.from(await from.arrayBuffer());
  if (headers["content-type"]?.startsWith("text/html")) {
    content = Buffer.from(content.toString().replace("<head>", '<head><script src="/strict/probe.js"></script>'));
  }
  response.writeHead(from.status, headers).end(content);
}
