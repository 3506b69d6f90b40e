/** Registers every element. */
import { OlievlekAdoption, OlievlekGoal, OlievlekSelfCheck } from "./elements.js";
import { register } from "./register.js";

register("olievlek-adoption", OlievlekAdoption);
register("olievlek-goal", OlievlekGoal);
register("olievlek-self-check", OlievlekSelfCheck);
