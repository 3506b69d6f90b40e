// A project in CommonJS, on a Node that lets it require ES modules.
const assert = require("node:assert/strict");
const { init, OlievlekError, questions } = require("olievlek");

assert.throws(questions, OlievlekError);
init().then(() => assert.equal(questions({ lang: "en" })[0].id, "staff-vision-1"));
