/** Registers every element. */
import { OlievlekSelfCheck } from "./elements.js";
import { register } from "./register.js";

register("olievlek-self-check", OlievlekSelfCheck);
