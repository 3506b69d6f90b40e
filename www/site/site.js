// What the pages share: controls that set attributes of the element beside them, and buttons that copy.
// Nothing is kept and nothing is sent.

for (const group of document.querySelectorAll("[data-controls]")) {
  const scope = group.closest("section");
  const element = scope.querySelector("olievlek-self-check, olievlek-goal, olievlek-adoption, olievlek-team");
  const themed = group.closest("[data-themed]") ?? scope.querySelector("[data-themed]");

  group.addEventListener("input", ({ target }) => {
    const name = target.dataset.attribute;
    if (!name) return;
    const value = target.value.trim();
    // The page first: the element looks at the colours around it.
    if (name === "theme") themed.dataset.theme = value;
    if (value) element.setAttribute(name, value);
    else element.removeAttribute(name);
  });
  group.hidden = false;
}

const status = document.querySelector("[role=status]");

for (const button of document.querySelectorAll("[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  const label = button.textContent;
  let timer;

  const say = (short, long) => {
    button.textContent = short;
    status.textContent = long;
    clearTimeout(timer);
    timer = setTimeout(() => {
      button.textContent = label;
      status.textContent = "";
    }, 4000);
  };

  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent);
      say("Gekopieerd", "De tekst is gekopieerd.");
    } catch {
      // Not every page may write to the clipboard; then the reader copies what we select.
      getSelection().selectAllChildren(source);
      say("Geselecteerd", "Kopiëren mag hier niet. De tekst is geselecteerd: kopieer hem zelf.");
    }
  });
  button.hidden = false;
}
