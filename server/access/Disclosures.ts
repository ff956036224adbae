/** Utlevering. What one answer tells of how people are reached: of whom, and which fields. Never the values. */
export class Disclosures {
  readonly #fields = new Map<string, Set<string>>();

  /** The answer holds these fields of the person, in full. Said twice is said once. */
  note(personId: string, fields: readonly string[]): void {
    const noted = this.#fields.get(personId);
    if (!noted) this.#fields.set(personId, new Set(fields));
    else for (const field of fields) noted.add(field);
  }

  /** What was noted is in no answer after all. */
  forget(): void {
    this.#fields.clear();
  }

  get people(): { readonly personId: string; readonly fields: readonly string[] }[] {
    return [...this.#fields].map(([personId, fields]) => ({ personId, fields: [...fields] }));
  }
}
