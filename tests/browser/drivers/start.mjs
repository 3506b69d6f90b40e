// The browsers behind one small interface: goto, evaluate, clickAt, press, type, setViewport, screenshot, close.

/** Starts the browser of this name; the caller closes it. */
export async function start(name) {
  const driver = name === "webkit" ? await import("./webkit.mjs") : await import("./puppeteer.mjs");
  return driver.start(name);
}
