// The JavaScript API of the package, for tests that compare the widget with it.
import * as api from "./olievlek/index.js";

window.api = api;
