import type { VocabularyName } from '#server/vocabulary/Vocabulary.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput, type Suggestion } from '#server/problems.ts';
import former from '#schema/vocabulary/formerMunicipalities.json' with { type: 'json' };

/** Innvendinger. What will not do of what was given, field by field: all of it is said at once. */
export class Objections {
  readonly #reasons: Record<string, string> = {};
  readonly #suggestions: Record<string, readonly Suggestion[]> = {};

  constructor(private readonly context: Pick<Context, 'vocabulary' | 'locale'>) {}

  add(field: string, reason: string, suggestions: readonly Suggestion[] = []): void {
    this.#reasons[field] ??= reason;
    if (suggestions.length) this.#suggestions[field] = suggestions;
  }

  has(field: string): boolean {
    return field in this.#reasons;
  }

  /** Throws INVALID_INPUT where there is anything. */
  raise(): void {
    if (Object.keys(this.#reasons).length) throw new InvalidInput(this.#reasons, this.#suggestions);
  }

  /** The number of a term; null where there is none of that code, which is an objection. */
  term(field: string, vocabulary: VocabularyName, code: string): number | null {
    const { vocabulary: terms, locale } = this.context;
    const term = terms.byCode(vocabulary, code, locale);
    if (term) return term.number;
    this.add(field, ...this.unknown(vocabulary, code));
    return null;
  }

  terms(field: string, vocabulary: VocabularyName, codes: readonly string[]): number[] {
    const numbers = codes.flatMap((code) => this.term(field, vocabulary, code) ?? []);
    return [...new Set(numbers)].toSorted((one, other) => one - other);
  }

  /** A municipality that is no more is said with what it has become; where it was divided, with each of its parts. */
  private unknown(vocabulary: VocabularyName, code: string): [string, Suggestion[]] {
    const successors = (former.codes as Readonly<Record<string, readonly string[]>>)[code];
    if (vocabulary !== 'Area' || !successors) return ['UNKNOWN_CODE', []];
    const suggestions = successors.flatMap((it) => {
      const area = this.context.vocabulary.area(it, this.context.locale);
      return area ? [{ value: area.code, name: area.name }] : [];
    });
    return [successors.length > 1 ? 'SPLIT_MUNICIPALITY' : 'FORMER_MUNICIPALITY', suggestions];
  }
}
