/** What an element does outside of itself: fetching, copying, saving, and a look at the page's colours. */
import chart from "../../src/chart/chart.css";

/** Fetches a file; an answer without one is an error. */
export async function get(address: string | URL): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer;
}

/** Whether the page's text is light here, so that its ground must be dark. */
export function hasLightText(element: Element): boolean {
  const { color } = getComputedStyle(element);
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  if (!color.startsWith("rgb")) return matchMedia("(prefers-color-scheme: dark)").matches;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 140;
}

export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    field.setAttribute("readonly", "");
    field.style.position = "fixed";
    field.style.opacity = "0";
    document.body.append(field);
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return done;
  }
}

const TYPES: Record<string, string> = { csv: "text/csv", json: "application/json", md: "text/markdown", svg: "image/svg+xml" };

export function offerFile(name: string, content: string): void {
  const type = `${TYPES[name.split(".")[1] ?? ""]};charset=utf-8`;
  // A drawing leaves its style to us, who have it at hand for the page.
  const whole = content.replace("<style></style>", `<style>${chart}</style>`);
  saveBlob(name, new Blob([whole], { type }));
}

export function saveBlob(name: string, blob: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser reads the file after this task; a minute is more than it takes.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
