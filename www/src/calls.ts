/** The calls into one wasm. After a trap it answers on, but what it says cannot be trusted: each later call traps as well. */
export class Calls {
  #trap: WebAssembly.RuntimeError | undefined;

  through<Made>(call: () => Made): Made {
    if (this.#trap) throw this.#trap;
    try {
      return call();
    } catch (thrown) {
      if (thrown instanceof WebAssembly.RuntimeError) this.#trap = thrown;
      throw thrown;
    }
  }

  /** Gives memory back; after a trap there is nothing left to free. */
  free(made: { free(): void } | undefined): void {
    if (!this.#trap) made?.free();
  }
}
