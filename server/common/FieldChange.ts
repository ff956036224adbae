/**
 * Feltendring. One field of a record, before and after, as JSON of what its column holds.
 *
 * What is personal is an object, `{ "sealed": "…" }`, in base64, sealed for the record; a value in clear is never an object. Whoever
 * loses the key keeps a history that says when and what, and no longer from what to what.
 */
export interface FieldChange {
  /** Its name in the API; of a part with the relation before it: `name`, `contactPoints.value`. */
  readonly field: string;
  /** Which one of the parts. */
  readonly part?: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Gjerning. What somebody does to the register: the use case by its name, and why, if they say so. */
export interface Deed {
  readonly verb: string;
  readonly reason?: string | null | undefined;
  /** The change that it takes back. */
  readonly undoes?: string;
}
