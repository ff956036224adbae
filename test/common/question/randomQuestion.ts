import fc from 'fast-check';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';

import { type Locale, locales } from '#schema/common/Locale.ts';
import { allowed } from './allowed.ts';
import type { Holdings } from './Holdings.ts';
import { type CursorVariable, QuestionWriter } from './QuestionWriter.ts';
import { RandomSelection } from './randomSelection.ts';
import { RandomValue } from './randomValue.ts';

/** Spørsmål. A whole document, what its variables are, and the language that it is asked in. */
export class Question {
  constructor(
    readonly document: string,
    readonly variables: Readonly<Record<string, unknown>>,
    readonly locale: Locale,
    private readonly cursors: readonly CursorVariable[],
    private readonly sizes: readonly string[],
  ) {}

  /** The same question about another page: its cursor is one that an answer holds. Null where there is none. */
  onwards(data: unknown): Question | null {
    for (const { name, path, at } of this.cursors) {
      const found = cursorsAt(data, path);
      if (found.length) return this.with({ [name]: found[at % found.length] });
    }
    return null;
  }

  /** The same question, but that it asks for too long a page. Null where it says of no page how long it is to be. */
  tooMuch(): Question | null {
    const [size] = this.sizes;
    return size ? this.with({ [size]: 101 }) : null;
  }

  private with(others: Readonly<Record<string, unknown>>): Question {
    const variables = { ...this.variables, ...others };
    return new Question(this.document, variables, this.locale, this.cursors, this.sizes);
  }

  /** As fast-check prints it when it fails. */
  [fc.toStringMethod](): string {
    return `${this.document}\nwith ${JSON.stringify(this.variables)} in ${this.locale}\n`;
  }
}

/** How far questions reach. Within what the server allows, and such that the answers stay small. */
const room = { levels: 5, rows: 10_000 };

/**
 * Draws questions over the whole schema: every field, argument, fragment, alias and directive that it has today. Nothing here knows
 * a field by its name but for what pages have in common.
 */
export function randomQuestion(schema: GraphQLSchema, holdings: Holdings): fc.Arbitrary<Question> {
  const root = schema.getQueryType() as GraphQLObjectType;
  const selections = new RandomSelection(schema, new RandomValue(schema, holdings));
  return fc
    .tuple(selections.of(root, room), fc.constantFrom(...locales))
    .map(([selected, locale]) => {
      const writer = new QuestionWriter(root);
      const document = allowed(schema, writer.document(selected));
      return document === null
        ? null
        : new Question(document, writer.variables, locale, writer.cursors, writer.sizes);
    })
    .filter((it) => it !== null);
}

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
