import { Property } from '@mikro-orm/decorators/legacy';
import { Field } from 'type-graphql';

import type { Term } from './Term.ts';

type Vocabulary = new (...args: never[]) => Term;

const lists = new Map<object, Map<string, () => Vocabulary>>();

/**
 * A list of terms, kept as their numbers in one column of the row.
 *
 * The register is read far more often than it is changed: a list on the row costs a read nothing, where a table between
 * the two costs a statement. The database checks that the numbers exist.
 */
export function TermList(vocabulary: () => Vocabulary, description: string): PropertyDecorator {
  return (prototype, name) => {
    const listsOfType = lists.get(prototype) ?? new Map<string, () => Vocabulary>();
    lists.set(prototype, listsOfType.set(String(name), vocabulary));
    Field(() => [vocabulary()], { description })(prototype, name);
    Property({ type: 'integer[]', columnType: 'integer[]' })(prototype, String(name));
  };
}

/** The lists of terms that rows of a type carry: property name → vocabulary. */
export function termListsOf(type: { prototype: object }): ReadonlyMap<string, Vocabulary> {
  const found = new Map<string, Vocabulary>();
  let prototype: object | null = type.prototype;
  while (prototype) {
    for (const [name, vocabulary] of lists.get(prototype) ?? []) found.set(name, vocabulary());
    prototype = Object.getPrototypeOf(prototype);
  }
  return found;
}
