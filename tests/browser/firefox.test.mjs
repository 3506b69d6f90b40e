import { runIn } from "./suite.mjs";

runIn("firefox");
