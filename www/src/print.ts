/**
 * Prints one part of a widget alone, as a clean A4.
 *
 * A frame of our own is printed, so nothing of the page comes along and the page is not touched. It has no address, so
 * no policy has to allow it, and its styles are a constructed sheet.
 */
const PAGE = "@page{size:A4;margin:14mm}body{margin:0;font:10.5pt/1.4 system-ui,sans-serif;color:#000;background:#fff}";

export function printPart(root: ShadowRoot, name: string, title: string, styles: string): void {
  const part = root.querySelector(`[part~="${name}"]`);
  const widget = root.querySelector(".root");
  if (!part || !widget) return;
  const frame = document.createElement("iframe");
  Object.assign(frame.style, { position: "fixed", width: "0", height: "0", border: "0" });
  frame.title = title;
  document.body.append(frame);
  const paper = frame.contentDocument;
  const view = frame.contentWindow;
  if (!paper || !view) {
    frame.remove();
    print();
    return;
  }
  const sheet = new (view as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(PAGE + styles);
  paper.adoptedStyleSheets = [sheet];
  paper.title = title;
  paper.documentElement.lang = widget.getAttribute("lang") ?? "";
  const shown = paper.importNode(widget, false);
  shown.append(paper.importNode(part, true));
  for (const details of shown.querySelectorAll("details")) details.open = true;
  paper.body.append(shown);
  view.addEventListener("afterprint", () => frame.remove());
  view.focus();
  view.print();
}
