/** Registers every element. */
import { OlievlekAdoption, OlievlekGoal, OlievlekSelfCheck, OlievlekTeam } from "./elements.js";
import { register } from "./register.js";

register("olievlek-adoption", OlievlekAdoption);
register("olievlek-goal", OlievlekGoal);
register("olievlek-self-check", OlievlekSelfCheck);
register("olievlek-team", OlievlekTeam);
