// A server: no DOM among the types, only those of Node.
import { readFile } from "node:fs/promises";
import { init, profileToMarkdown } from "olievlek";

await init({ wasm: readFile("olievlek.wasm") });
console.log(profileToMarkdown({ answers: { "staff-plan-1": 2 } }));
