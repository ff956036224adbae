import type { FieldChange } from '#server/common/FieldChange.ts';
import { whyNotText } from '#server/common/whyNotText.ts';
import type { Wrong } from '#server/common/Wrong.ts';
import type { Context } from '#server/context.ts';
import { readCodes } from '#server/vocabulary/readCodes.ts';
import { contactPointChanges } from './contactPointChanges.ts';
import type { KnownPerson } from './findPersonToEdit.ts';
import { languageChanges } from './languageChanges.ts';
import type { PersonFactsInput } from './PersonFactsInput.ts';

const LONGEST_NAME = 200;
const MOST_TERMS = 50;

/** What is typed of a person, the given name with it. */
export type TypedFacts = PersonFactsInput & {
  readonly givenName?: string | null;
  readonly reason?: string | null;
};

/** What differs from what is known of a person. What will not do is noted as wrong, each at its field. */
export function personChanges(
  context: Context,
  known: KnownPerson,
  facts: TypedFacts,
  wrong: Wrong,
): FieldChange[] {
  const { givenName, familyName, willingness, languages, contactPoints, reason } = facts;
  if (reason) wrong.note('reason', whyNotText(reason, { mayHaveLines: true }));
  const changes: FieldChange[] = [];
  const name = (field: 'givenName' | 'familyName', typed: string | null | undefined) => {
    if (typeof typed !== 'string') return;
    const isRequired = field === 'givenName' || typed !== '';
    wrong.note(field, whyNotText(typed, { most: LONGEST_NAME, isRequired }));
    if (typed !== known[field]) changes.push({ field, before: known[field], after: typed });
  };
  const list = <Value>(
    field: 'areas' | 'topics' | 'willingness',
    before: readonly Value[],
    after: readonly Value[] | null | undefined,
  ) => {
    if (after && !isSameSet(before, after)) changes.push({ field, before, after: [...after] });
  };

  name('givenName', givenName);
  name('familyName', familyName);
  list('areas', known.areas, readCodes(context, 'Area', facts.areas, MOST_TERMS, 'areas', wrong));
  list(
    'topics',
    known.topics,
    readCodes(context, 'Topic', facts.topics, MOST_TERMS, 'topics', wrong),
  );
  list('willingness', known.willingness, willingness && [...new Set(willingness)]);
  if (languages) changes.push(...languageChanges(context, known.languages, languages, wrong));
  if (contactPoints) {
    changes.push(...contactPointChanges(context, known.contactPoints, contactPoints, wrong));
  }
  return changes;
}

const isSameSet = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  new Set(one).symmetricDifference(new Set(other)).size === 0;
