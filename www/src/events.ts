/** The events that elements send, for those who listen higher up in the page. */
import type { AdoptionChange, AdoptionComplete } from "./adoption-element.js";
import type { GoalChange, GoalComplete } from "./goal-element.js";
import type { SelfCheckChange, SelfCheckResult } from "./self-check-element.js";
import type { TeamChange, TeamResult } from "./team-element.js";

/** What `olievlek-error` tells. */
export interface ErrorDetail {
  readonly code: string;
  readonly message: string;
  readonly field?: string;
}

/** The events that every element has, and what its own tell. */
export interface ElementEvents<
  Change extends SelfCheckChange | GoalChange | AdoptionChange | TeamChange,
  Complete extends SelfCheckResult | GoalComplete | AdoptionComplete | TeamResult,
> extends HTMLElementEventMap {
  "olievlek-ready": CustomEvent<undefined>;
  "olievlek-change": CustomEvent<Change>;
  "olievlek-complete": CustomEvent<Complete>;
  "olievlek-error": CustomEvent<ErrorDetail>;
}

declare global {
  interface GlobalEventHandlersEventMap {
    "olievlek-ready": CustomEvent<undefined>;
    "olievlek-change": CustomEvent<SelfCheckChange | GoalChange | AdoptionChange | TeamChange>;
    "olievlek-complete": CustomEvent<SelfCheckResult | GoalComplete | AdoptionComplete | TeamResult>;
    "olievlek-error": CustomEvent<ErrorDetail>;
  }
}
