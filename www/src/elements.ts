/** The element classes, without registering them. */
export * from "./adoption-element.js";
export { OlievlekElement } from "./element.js";
export type { ElementEvents, ErrorDetail } from "./events.js";
export * from "./goal-element.js";
export * from "./self-check-element.js";
export * from "./team-element.js";
