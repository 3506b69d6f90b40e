/** The one file that a page includes for adoption curves: the element, registered. */
import { OlievlekAdoption } from "./adoption-element.js";
import { register } from "./register.js";

register("olievlek-adoption", OlievlekAdoption);
