// Each line below is a mistake, and the compiler has to see it.
import {
  assessGoal,
  checkPlan,
  claims,
  decodeAnswers,
  encodeAnswers,
  profileToSvg,
  questions,
  readGoal,
  schoolYear,
  scoreAnswers,
  toIcs,
} from "olievlek";
import type { ErrorCode, Profile } from "olievlek";

// @ts-expect-error a language that no texts are written in
questions({ lang: "es" });
// @ts-expect-error a perspective in capitals
questions({ perspective: "Staff" });
// @ts-expect-error the sixth element is called `consensus`
questions({ variant: "six" });
// @ts-expect-error an option that does not exist
claims({ language: "en" });
// @ts-expect-error no element of the model
questions({ statements: [{ id: "a", element: "plans", text: "x" }] });
// @ts-expect-error a statement says something
questions({ statements: [{ id: "a", element: "plan" }] });
// @ts-expect-error a language of a text
questions({ statements: [{ id: "a", element: "plan", text: { es: "x" } }] });
// @ts-expect-error the answers are missing
scoreAnswers({ lang: "en" });
// @ts-expect-error the scale ends at 5
scoreAnswers({ answers: { "staff-vision-1": 6 } });
// @ts-expect-error not as text
encodeAnswers({ answers: { "staff-vision-1": "4" } });
// @ts-expect-error a code is text
decodeAnswers(2000);
// @ts-expect-error no pie
profileToSvg({ answers: {}, chart: "pie" });
// @ts-expect-error an element may be undetermined, and then has no score
const score: number = scoreAnswers({ answers: {} }).elements[0]!.score;
// @ts-expect-error there may be no first question
const id: string = questions()[0].id;
// @ts-expect-error there is no overall grade
const grade = (profile: Profile) => profile.score;
// @ts-expect-error a year is a number
schoolYear("2024-2025");
// @ts-expect-error the day is missing: nothing here knows a clock
readGoal("Elk team overlegt", { lang: "en" });
// @ts-expect-error a goal has a text
assessGoal({ actor: "elk team" }, { today: "2024-10-01" });
// @ts-expect-error a status in Dutch
assessGoal({ text: "x", status: "klaar" }, { today: "2024-10-01" });
// @ts-expect-error an event has a first day
toIcs([{ summary: "Start" }], { now: "2024-10-01" });
// @ts-expect-error strategic goals are a list
checkPlan({ strategicGoals: { title: "x" } });
// @ts-expect-error no code of ours
const code: ErrorCode = "oops";

export { code, grade, id, score };
