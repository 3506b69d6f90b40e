/**
 * Saves a drawing of a widget as a picture.
 *
 * Its shapes are drawn one by one on a canvas, with the styles that they have in the page. An image of the SVG would be
 * less to write, but a strict policy forbids it.
 */
import { saveBlob } from "./save.js";

export function savePicture(drawing: SVGSVGElement, name: string, ground: string): void {
  const { width, height } = drawing.viewBox.baseVal;
  const canvas = document.createElement("canvas");
  const scale = 1600 / width;
  canvas.width = 1600;
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext("2d");
  if (!pen) return;
  pen.fillStyle = ground;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.scale(scale, scale);
  for (const shape of drawing.children) draw(pen, shape);
  canvas.toBlob((picture) => picture && saveBlob(name, picture));
}

function draw(pen: CanvasRenderingContext2D, shape: Element): void {
  const style = getComputedStyle(shape);
  const number = (name: string): number => Number(shape.getAttribute(name));
  pen.fillStyle = style.fill;
  pen.strokeStyle = style.stroke;
  pen.lineWidth = parseFloat(style.strokeWidth);
  pen.setLineDash(style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(/[ ,]+/).map(parseFloat));
  pen.globalAlpha = Number(style.fillOpacity);
  if (shape instanceof SVGTextElement) {
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    pen.textAlign = ({ middle: "center", end: "end" } as const)[shape.getAttribute("text-anchor") ?? ""] ?? "start";
    pen.fillText(shape.textContent ?? "", number("x"), number("y"));
    return;
  }
  const path = new Path2D();
  const points = (shape.getAttribute("points") ?? "").split(" ").map((point) => point.split(",").map(Number));
  if (shape.localName === "rect") path.rect(number("x"), number("y"), number("width"), number("height"));
  else if (shape.localName === "circle") path.arc(number("cx"), number("cy"), number("r"), 0, 2 * Math.PI);
  else if (shape.localName === "line") {
    path.moveTo(number("x1"), number("y1"));
    path.lineTo(number("x2"), number("y2"));
  } else {
    for (const [x = 0, y = 0] of points) path.lineTo(x, y);
    if (shape.localName === "polygon") path.closePath();
  }
  if (style.fill !== "none") pen.fill(path);
  pen.globalAlpha = 1;
  if (style.stroke !== "none") pen.stroke(path);
}
