/** The element classes, without registering them. */
export { OlievlekElement } from "./element.js";
export * from "./self-check-element.js";
