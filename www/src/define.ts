/** Registers every element. */
import { OlievlekGoal, OlievlekSelfCheck } from "./elements.js";
import { register } from "./register.js";

register("olievlek-goal", OlievlekGoal);
register("olievlek-self-check", OlievlekSelfCheck);
