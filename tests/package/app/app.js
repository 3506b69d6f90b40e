// A small application: the API and the element, together.
import { init, scoreAnswers } from "olievlek";
import "olievlek/elements/define";

const shown = new Promise((resolve, reject) => {
  const element = document.querySelector("olievlek-self-check");
  const look = () => resolve(element.shadowRoot.textContent);
  element.addEventListener("olievlek-ready", look);
  element.addEventListener("olievlek-error", ({ detail }) => reject(new Error(detail.message)));
});

try {
  await init();
  const { weakest } = scoreAnswers({ answers: { "staff-plan-1": 2, "staff-plan-2": 1, "staff-plan-3": 4 } });
  const text = await shown;
  document.title = `${weakest.join()}, ${/changement/.test(text) ? "in French" : text}`;
} catch (error) {
  document.title = String(error);
}
