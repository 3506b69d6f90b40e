/**
 * Where the widgets on a page reach their elements.
 *
 * A widget knows its element by a number, so that only numbers and text cross to the wasm and its glue stays small.
 */
/** What an element does for its widget; see `src/widgets/host.rs`. */
export type Host = (what: string, first: string, second: string) => void;

const hosts = new Map<number, Host>();
let last = 0;

/** Gives an element the number that its widget knows it by. */
export function enlist(host: Host): number {
  last += 1;
  hosts.set(last, host);
  return last;
}

/** Forgets an element whose widget is gone. */
export function dismiss(id: number): void {
  hosts.delete(id);
}

/** Called by widgets. */
export function tell(id: number, what: string, first: string, second: string): void {
  hosts.get(id)?.(what, first, second);
}
