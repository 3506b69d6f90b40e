import { runIn } from "./suite.mjs";

runIn("chromium");
