import { InvalidInput } from '#server/problems.ts';

/**
 * Det som er galt. Gathers what will not do, field by field, so that whoever typed it hears of everything at once.
 *
 * What comes first of a field stays.
 */
export class Wrong {
  readonly #fields: Record<string, string> = {};

  /** `reason`: null where nothing is wrong. */
  note(field: string, reason: string | null): void {
    if (reason && !(field in this.#fields)) this.#fields[field] = reason;
  }

  /** The same of what is part of this. */
  noteAll(prefix: string, theirs: Wrong): void {
    for (const [field, reason] of Object.entries(theirs.#fields)) this.note(prefix + field, reason);
  }

  /** Throws INVALID_INPUT where something was. */
  refuse(): void {
    if (Object.keys(this.#fields).length) throw new InvalidInput(this.#fields);
  }
}
