/** The one file that a page includes for a self-check: the element, registered. */
import { register } from "./register.js";
import { OlievlekSelfCheck } from "./self-check-element.js";

register("olievlek-self-check", OlievlekSelfCheck);
