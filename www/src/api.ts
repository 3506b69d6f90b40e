/** The JavaScript API over the wasm: the same for Node and browsers, but for where the wasm is found. */
import load, * as wasm from "#api";
import { Calls } from "./calls.js";
import { OlievlekError } from "./error.js";

export type { ErrorCode } from "#api";
export { OlievlekError };

/** What a wasm can be given as. */
export type WasmSource = string | URL | Request | Response | ArrayBuffer | ArrayBufferView | WebAssembly.Module;

export interface InitOptions {
  /** Where the wasm is, or the wasm itself. Left out, it is found beside the package. */
  readonly wasm?: WasmSource | Promise<WasmSource>;
}

let loading: Promise<void> | undefined;
let ready = false;
const calls = new Calls();

/** Loads the wasm once; a failed load can be tried again. */
export function initWith(find: () => WasmSource | Promise<WasmSource>, options: InitOptions = {}): Promise<void> {
  loading ??= Promise.resolve()
    .then(() => options.wasm ?? find())
    .then((wasm) => load({ module_or_path: wasm }))
    .then(
      () => {
        ready = true;
      },
      (cause: unknown) => {
        loading = undefined;
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new OlievlekError("load-failed", `could not load olievlek.wasm: ${why}`, { cause });
      },
    );
  return loading;
}

function guard<Call extends (...given: never[]) => unknown>(call: Call): Call {
  const guarded = (...given: Parameters<Call>): unknown => {
    if (!ready) {
      throw new OlievlekError("not-initialized", "call `await init()` once before any other function of olievlek");
    }
    try {
      return calls.through(() => call(...given));
    } catch (thrown) {
      throw OlievlekError.from(thrown);
    }
  };
  return guarded as Call;
}

export const questions = guard(wasm.questions);
export const scoreAnswers = guard(wasm.scoreAnswers);
export const encodeAnswers = guard(wasm.encodeAnswers);
export const decodeAnswers = guard(wasm.decodeAnswers);
export const profileToMarkdown = guard(wasm.profileToMarkdown);
export const profileToText = guard(wasm.profileToText);
export const profileToSvg = guard(wasm.profileToSvg);
export const claims = guard(wasm.claims);
export const parseResponses = guard(wasm.parseResponses);
export const teamProfile = guard(wasm.teamProfile);
export const schoolYear = guard(wasm.schoolYear);
export const resolveTime = guard(wasm.resolveTime);
export const toIcs = guard(wasm.toIcs);
export const readGoal = guard(wasm.readGoal);
export const assessGoal = guard(wasm.assessGoal);
export const goalProgress = guard(wasm.goalProgress);
export const checkPlan = guard(wasm.checkPlan);
export const planToMarkdown = guard(wasm.planToMarkdown);
export const planToCsv = guard(wasm.planToCsv);
export const planFromFile = guard(wasm.planFromFile);
export const goalsFromText = guard(wasm.goalsFromText);
export const reliability = guard(wasm.reliability);
export const adopterCounts = guard(wasm.adopterCounts);
export const adoptionCurve = guard(wasm.adoptionCurve);
export const fitAdoption = guard(wasm.fitAdoption);
export const bassRegression = guard(wasm.bassRegression);
export const discreteBass = guard(wasm.discreteBass);
export const forecastAdoption = guard(wasm.forecastAdoption);
export const simulateAdoption = guard(wasm.simulateAdoption);
export const exactAdoption = guard(wasm.exactAdoption);
export const adoptionBetweenSites = guard(wasm.adoptionBetweenSites);
