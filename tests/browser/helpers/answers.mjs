// Sets of answers that the journeys use again and again.

import { FIVE } from "./texts.mjs";

/** Agreement with the third and fifth statement of each element reveals a gap. */
const GAPS = [3, 5];

/** Answers to our statements by which `weak` come out weak and the others strong. */
export function answers(weak, perspective = "staff", elements = FIVE) {
  const entries = elements.flatMap((element) =>
    [1, 2, 3, 4, 5].map((number) => {
      const agrees = GAPS.includes(number) === weak.includes(element);
      return [`${perspective}-${element}-${number}`, agrees ? 5 : 1];
    }),
  );
  return Object.fromEntries(entries);
}

/** Every kind of answer once or more: agreement, unknown, not applicable, and one statement left open. */
export const MIXED = {
  ...answers(["plan"]),
  "staff-vision-1": 4,
  "staff-vision-2": "unknown",
  "staff-interest-1": "not-applicable",
  "staff-resources-2": 3,
  "staff-resources-4": 2,
};
delete MIXED["staff-competences-3"];
