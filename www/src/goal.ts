/** The one file that a page includes for goals: the element, registered. */
import { OlievlekGoal } from "./goal-element.js";
import { register } from "./register.js";

register("olievlek-goal", OlievlekGoal);
