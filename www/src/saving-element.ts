/** What the elements have in common that save and print at once, with nothing to fetch but what prints. */
import { OlievlekElement } from "./element.js";
import { offerFile } from "./save.js";

export abstract class SavingElement extends OlievlekElement {
  /** @internal */
  protected override save(name: string, content: string): void {
    offerFile(name, content);
  }

  /** @internal */
  protected override printer(): Promise<typeof import("./print.js")> {
    return import("./print.js");
  }
}
