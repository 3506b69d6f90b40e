import { runIn } from "./suite.mjs";

runIn("webkit");
