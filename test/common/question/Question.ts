import fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';

import type { Locale } from '#schema/common/Locale.ts';
import { allowed } from './allowed.ts';
import { onlyLeaf } from './onlyLeaf.ts';
import type { CursorVariable } from './QuestionWriter.ts';

type Variables = Readonly<Record<string, unknown>>;

interface Asked {
  readonly document: string;
  readonly variables: Variables;
  readonly locale: Locale;
  /** What the variables may be another time. */
  readonly others: Variables;
  readonly cursors: readonly CursorVariable[];
  /** Variables that say how long one page is. */
  readonly sizes: readonly string[];
}

/** Spørsmål. A whole document, what its variables are, and the language that it is asked in. */
export class Question {
  readonly document: string;
  readonly variables: Variables;
  readonly locale: Locale;

  constructor(private readonly asked: Asked) {
    ({ document: this.document, variables: this.variables, locale: this.locale } = asked);
  }

  /** The same question about another page: its cursor is one that an answer holds. Null where there is none. */
  onwards(data: unknown): Question | null {
    for (const { name, path, at } of this.asked.cursors) {
      const found = cursorsAt(data, path);
      if (found.length) return this.with({ [name]: found[at % found.length] });
    }
    return null;
  }

  /** The same question, but that it asks for too long a page. Null where it says of no page how long it is to be. */
  tooMuch(): Question | null {
    const [size] = this.asked.sizes;
    return size ? this.with({ [size]: 101 }) : null;
  }

  /** The same document with other variables. */
  otherwise(): Question {
    return this.with(this.asked.others);
  }

  /** The same question in writing that was never seen before. */
  anew(): Question {
    unseen += 1;
    return new Question({ ...this.asked, document: `${this.document}\n# ${unseen}` });
  }

  /** A part of the same question: one of its fields, with what leads to it. */
  part(schema: GraphQLSchema, at: number): Question {
    const document = allowed(schema, onlyLeaf(this.document, at)) ?? this.document;
    return new Question({ ...this.asked, document });
  }

  /** As fast-check prints it when it fails. */
  [fc.toStringMethod](): string {
    return `${this.document}\nwith ${JSON.stringify(this.variables)} in ${this.locale}\n`;
  }

  private with(some: Variables): Question {
    return new Question({ ...this.asked, variables: { ...this.variables, ...some } });
  }
}

let unseen = 0;

/** The cursors of the lists at a place in an answer. */
function cursorsAt(data: unknown, [key, ...rest]: readonly string[]): string[] {
  if (Array.isArray(data)) {
    return data.flatMap((it) => cursorsAt(it, key === undefined ? [] : [key, ...rest]));
  }
  if (data === null || typeof data !== 'object') return [];
  const record = data as Readonly<Record<string, unknown>>;
  if (key !== undefined) return cursorsAt(record[key], rest);
  const edges: readonly unknown[] = Array.isArray(record['edges']) ? record['edges'] : [];
  return edges.flatMap((edge) => (edge as { cursor?: string } | null)?.cursor ?? []);
}
