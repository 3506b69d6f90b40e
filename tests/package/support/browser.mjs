// A browser and a server for what was built: the pages are on an origin of their own, as on a site.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { launch as start } from "puppeteer-core";
import { FLAGS } from "../../chromium.mjs";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};
const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where Chromium is, if it is anywhere. */
export const chromium = process.env.OLIEVLEK_CHROMIUM ?? PLACES.find((place) => existsSync(place));

/** For `test(name, { skip }, …)`: the browser stage installs one, this stage works without. */
export const skip = chromium ? false : "there is no Chromium; OLIEVLEK_CHROMIUM can name one";

/** Opens pages of a directory. */
export async function browse(directory, { headers = {} } = {}) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    // Browsers ask for it unasked.
    if (path === "/favicon.ico") return response.writeHead(204).end();
    asked.push(path);
    try {
      const content = await readFile(join(directory, normalize(path.endsWith("/") ? `${path}index.html` : path)));
      response.writeHead(200, { "content-type": TYPES[extname(path) || ".html"] ?? "application/octet-stream", ...headers });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await start({ executablePath: chromium, args: FLAGS, headless: true });
  return {
    /** The paths that were asked for, in order. */
    asked,
    /** Opens a page and waits until its script has put something into `document.title`; resolves with the page. */
    async open(path) {
      const page = await browser.newPage();
      const faults = [];
      page.on("pageerror", (fault) => faults.push(String(fault)));
      page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
      await page.goto(`http://127.0.0.1:${server.address().port}${path}`);
      await page.waitForFunction(() => document.title !== "", { timeout: 20_000 }).catch((cause) => {
        throw new Error(`the page did not come to an end: ${faults.join("; ")}`, { cause });
      });
      return { title: await page.title(), faults, page };
    },
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
