// For the page around the iframe: gives each self-check the height that it asks for, and listens to nothing else.

addEventListener("message", ({ data, origin, source }) => {
  if (data?.type !== "olievlek-height" || !Number.isFinite(data.height)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source && new URL(frame.src).origin === origin) {
      frame.style.height = `${Math.min(Math.max(data.height, 100), 20000)}px`;
    }
  }
});
