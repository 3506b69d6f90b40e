// What the pages in an iframe share: options from the address, the title in the language, and the height for the page around.

/**
 * Reads the options of the element from the address, and tells the page around the iframe how high this one is. They may
 * stand after `?` or after `#`; a link to a result needs the `#`, so `?` is the better place.
 */
export function show(element, options, titles) {
  const given = new Map([
    ...new URLSearchParams(location.search),
    ...new URLSearchParams(location.hash.slice(1)),
  ]);

  for (const name of options) {
    const value = given.get(name)?.trim().slice(0, 300);
    // A link must not put the texts of another site under the name of this one.
    if (value && (name !== "statements" || isOurs(value))) element.setAttribute(name, value);
  }

  const { lang } = element;
  const title = titles[lang?.slice(0, 2).toLowerCase()];
  if (title) {
    document.documentElement.lang = lang;
    document.title = title;
    document.querySelector("h1").textContent = title;
  }
  document.documentElement.dataset.theme = element.getAttribute("theme") ?? "auto";

  if (parent !== window) {
    // Anyone may know the height, so it goes to whatever page this is in.
    new ResizeObserver(() => {
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      parent.postMessage({ type: "olievlek-height", height }, "*");
    }).observe(document.body);
  }
}

function isOurs(address) {
  try {
    return new URL(address, location.href).origin === location.origin;
  } catch {
    return false;
  }
}
