/** What comes with a plan: the wasm that answers questions about it, how it looks, and what saves, opens and prints it. */
import { ask, initSync } from "#goal-plan";
import chart from "../../src/chart/chart.css";
import { Calls } from "./calls.js";
import charts from "./charts.css";
import css from "./goal-plan.css";

export { printPart } from "./print.js";
export { offerFile } from "./save.js";
export { textOf } from "./text-file.js";

export const styles = chart + charts + css;

/** Makes the wasm ready, and gives what asks it. */
export function open(module: WebAssembly.Module): typeof ask {
  initSync({ module });
  const calls = new Calls();
  return (...given) => calls.through(() => ask(...given));
}
