/** The one file that a page includes for team pictures: the element, registered. */
import { register } from "./register.js";
import { OlievlekTeam } from "./team-element.js";

register("olievlek-team", OlievlekTeam);
