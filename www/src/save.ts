/** Offers files to save. */
import chart from "../../src/chart/chart.css";

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
