// WebKit, by its own driver: W3C WebDriver over plain HTTP, in a display of our own.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** The window of the small browser cannot be narrower than its tool bar; below this a page is shown in a frame. */
const NARROWEST = 480;

const KEYS = {
  Tab: "\uE004",
  Enter: "\uE007",
  Escape: "\uE00C",
  Home: "\uE011",
  PageDown: "\uE00F",
  PageUp: "\uE00E",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Shift: "\uE008",
};

export async function start() {
  const display = await startDisplay();
  const port = await freePort();
  const driver = spawn(process.env.OLIEVLEK_WEBKIT_DRIVER, [`--port=${port}`], {
    env: { ...process.env, DISPLAY: display.name, GDK_BACKEND: "x11", LIBGL_ALWAYS_SOFTWARE: "1" },
    stdio: "ignore",
  });
  const webkit = new WebKit(`http://127.0.0.1:${port}`, [driver, display.process]);
  // Also when the tests end in some other way than by `close`.
  process.once("exit", () => webkit.kill());
  await webkit.begin();
  return webkit;
}

async function startDisplay() {
  const options = ["-displayfd", "3", "-screen", "0", "1400x1100x24", "-nolisten", "tcp"];
  const server = spawn(process.env.OLIEVLEK_XVFB, options, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = await once(server.stdio[3], "data");
  return { name: `:${String(number).trim()}`, process: server };
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

class WebKit {
  name = "webkit";
  complaints = [];
  #address;
  #processes;
  #session = "";
  #viewport = [0, 0];

  constructor(address, processes) {
    this.#address = address;
    this.#processes = processes;
  }

  async begin() {
    const options = { binary: process.env.OLIEVLEK_WEBKIT, args: ["--automation"] };
    const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": options } };
    const { sessionId } = await this.#patiently(() => this.#call("POST", "/session", { capabilities }));
    this.#session = `/session/${sessionId}`;
    await this.#call("POST", `${this.#session}/timeouts`, { script: 60_000, pageLoad: 30_000 });
  }

  /** The driver takes a moment until it listens. */
  async #patiently(work) {
    for (let attempt = 0; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        if (attempt === 50 || !(error instanceof TypeError)) throw error;
        await pause(100);
      }
    }
  }

  async #call(method, path, body) {
    const answer = await fetch(`${this.#address}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  }

  async goto(url) {
    const [width, height] = this.#viewport;
    await this.#call("POST", `${this.#session}/frame`, { id: null });
    await this.#call("POST", `${this.#session}/url`, { url: "about:blank" });
    if (width >= NARROWEST) {
      await this.#call("POST", `${this.#session}/url`, { url });
      return;
    }
    const frame = new URL(`/frame?${new URLSearchParams({ width, height, url })}`, url);
    await this.#call("POST", `${this.#session}/url`, { url: frame.href });
    await this.#call("POST", `${this.#session}/frame`, { id: 0 });
  }

  async evaluate(work, ...given) {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${work})(...JSON.parse(arguments[0]))).then(
        (value) => done(JSON.stringify({ value })),
        (error) => done(JSON.stringify({ error: String(error), stack: String(error?.stack) })));`;
    const args = [JSON.stringify(given)];
    const told = JSON.parse(await this.#call("POST", `${this.#session}/execute/async`, { script, args }));
    if (told.error) throw new Error(`in the page: ${told.error}\n${told.stack}`);
    return told.value;
  }

  async clickAt(x, y) {
    const to = { type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 0, origin: "viewport" };
    const actions = [to, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
    await this.#act({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions });
  }

  async press(key, { shift = false } = {}) {
    const value = KEYS[key] ?? key;
    const keys = [["keyDown", value], ["keyUp", value]];
    if (shift) keys.splice(0, 2, ["keyDown", KEYS.Shift], ...keys, ["keyUp", KEYS.Shift]);
    await this.#act({ type: "key", id: "keys", actions: keys.map(([type, value]) => ({ type, value })) });
  }

  async type(text) {
    for (const character of text) await this.press(character);
  }

  async #act(...actions) {
    await this.#call("POST", `${this.#session}/actions`, { actions });
  }

  async setViewport(width, height) {
    if (String(this.#viewport) === String([width, height])) return;
    this.#viewport = [width, height];
    await this.#call("POST", `${this.#session}/frame`, { id: null });
    await this.#call("POST", `${this.#session}/url`, { url: "about:blank" });
    const rect = { x: 0, y: 0, width: Math.max(width, NARROWEST), height };
    for (let turn = 0; turn < 20; turn++) {
      await this.#call("POST", `${this.#session}/window/rect`, rect);
      const inner = await this.#settledSize();
      if (inner[0] === rect.width && inner[1] === height) return;
      // The tool bar takes part of the window.
      rect.height += height - inner[1];
    }
    this.#viewport = [0, 0];
    throw new Error(`the window does not become ${width} by ${height}`);
  }

  /** The size of the page, once it stands still: a window takes a new size some frames after it was asked to. */
  async #settledSize() {
    for (let last = ""; ; ) {
      const inner = await this.evaluate(() => [innerWidth, innerHeight]);
      if (String(inner) === last) return inner;
      last = String(inner);
      await pause(50);
    }
  }

  async screenshot(file) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await this.#call("GET", `${this.#session}/screenshot`), "base64");
  }

  async close() {
    await this.#call("DELETE", this.#session).catch(() => {});
    this.kill();
  }

  kill() {
    for (const process of this.#processes) process.kill();
  }
}
