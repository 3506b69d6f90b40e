/** What leaves a widget as a file or on paper: a script of its own, which an element fetches when someone asks for it. */
export { savePicture } from "./picture.js";
export { printPart } from "./print.js";
export { offerFile } from "./save.js";
