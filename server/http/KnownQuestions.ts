import type { Question } from '#server/common/writeAnswer.ts';
import { labelOf } from './metrics.ts';

/** A question that was parsed, checked and written before. */
export interface KnownQuestion extends Omit<Question, 'variables'> {
  /** By which it is measured. */
  readonly label: string;
}

const most = 1_000;

/**
 * Kjente spørringer. Questions that Apollo Server has parsed and checked and that were answered in writing, and mutations that were done, by their text. Whoever asks
 * one again is answered without that.
 */
export class KnownQuestions {
  readonly #known = new Map<string, KnownQuestion>();

  find(query: string, operationName: string | null | undefined): KnownQuestion | undefined {
    return this.#known.get(keyOf(query, operationName));
  }

  learn(
    {
      query,
      operationName,
    }: { query?: string | undefined; operationName?: string | null | undefined },
    question: Omit<Question, 'variables'>,
  ): void {
    if (!query) return;
    const key = keyOf(query, operationName);
    if (this.#known.has(key)) return;
    const [oldest] = this.#known.keys();
    if (oldest !== undefined && this.#known.size >= most) this.#known.delete(oldest);
    this.#known.set(key, { ...question, label: labelOf(question.operation) });
  }
}

const keyOf = (query: string, operationName: string | null | undefined): string =>
  operationName ? `${operationName} ${query}` : query;
