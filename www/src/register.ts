/** Registers an element under its tag; a tag that is taken stays as it is, with a word about it. */
export function register(tag: string, element: CustomElementConstructor & { version: string }): void {
  const registry = globalThis.customElements;
  if (!registry) return;
  const taken = registry.get(tag) as typeof element | undefined;
  if (!taken) registry.define(tag, element);
  else if (taken !== element && taken.version !== element.version) {
    console.warn(`<${tag}> is version ${taken.version} already; ${element.version} is left out`);
  }
}
