import type { ErrorCode } from "#api";

/** What an {@link OlievlekError} can be about, beyond the message. */
export interface ErrorPlace {
  /** The option, statement id or attribute at fault. */
  readonly field?: string | undefined;
  /** What was underneath, where something was. */
  readonly cause?: unknown;
}

/** Everything that Olievlek throws. `code` stays the same between releases and languages; `message` may change. */
export class OlievlekError extends Error {
  override readonly name = "OlievlekError";
  readonly code: ErrorCode;
  readonly field: string | undefined;

  constructor(code: ErrorCode, message: string, { field, cause }: ErrorPlace = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.field = field;
  }

  /** What came out of the wasm, as an error of ours: a `{code, message, field}` of the boundary, or a trap. */
  static from(thrown: unknown): OlievlekError {
    if (thrown instanceof this) return thrown;
    if (typeof thrown === "object" && thrown !== null && "code" in thrown && !(thrown instanceof Error)) {
      const { code, message, field, given } = thrown as Record<string, unknown>;
      const place = typeof field === "string" && field !== "" ? field : undefined;
      const told = typeof message === "string" ? message : `${String(code)}: \`${String(given ?? "")}\` in \`${place ?? ""}\``;
      return new this(String(code) as ErrorCode, told, { field: place });
    }
    const told = thrown instanceof Error ? thrown.message : String(thrown);
    return new this("internal", `something went wrong inside olievlek: ${told}`, { cause: thrown });
  }
}
