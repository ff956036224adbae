/**
 * Feltendring. One field of a record, before and after, as JSON of what its column holds.
 *
 * A row that comes or goes is said by its `id`: from null to the identifier it is made, from the identifier to null it is removed; its other
 * fields say with what. So the list backwards, before and after exchanged, is always what takes it back.
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
  /** What belongs together, and is taken back together: an import, a change of many, a merge. */
  readonly batchId?: string;
}

/** What takes the same change back. */
export const reversed = (fields: readonly FieldChange[]): FieldChange[] =>
  fields
    .map(({ before, after, ...field }) => ({ ...field, before: after, after: before }))
    .reverse();

/** A row that is made, of the record itself or of a part: its identifier, and each field that says something. */
export const rowMade = (
  id: string,
  values: Readonly<Record<string, unknown>>,
  relation?: string,
): FieldChange[] =>
  Object.entries({ id, ...values })
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([field, after]) =>
      relation === undefined
        ? { field, before: null, after }
        : { field: `${relation}.${field}`, part: id, before: null, after },
    );

/** A row that is removed. `values` are all that it holds, so that it can be put back. */
export const rowRemoved = (
  id: string,
  values: Readonly<Record<string, unknown>>,
  relation?: string,
): FieldChange[] => reversed(rowMade(id, values, relation));
