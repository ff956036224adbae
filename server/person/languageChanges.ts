import { type FieldChange, rowMade, rowRemoved } from '#server/common/FieldChange.ts';
import type { Wrong } from '#server/common/Wrong.ts';
import type { Context } from '#server/context.ts';
import type { KnownLanguage } from './findPersonToEdit.ts';
import type { PersonLanguageInput } from './PersonFactsInput.ts';

const MOST_LANGUAGES = 30;
const skills = ['speaks', 'understands', 'writes'] as const;

/** What differs from the languages that are known of a person: `typed` are all that they master. */
export function languageChanges(
  { vocabulary, locale }: Context,
  known: readonly KnownLanguage[],
  typed: readonly PersonLanguageInput[],
  wrong: Wrong,
): FieldChange[] {
  if (typed.length > MOST_LANGUAGES) wrong.note('languages', `AT_MOST_${MOST_LANGUAGES}_VALUES`);
  const changes: FieldChange[] = [];
  const given = new Set<number>();
  typed.slice(0, MOST_LANGUAGES).forEach((it, at) => {
    const language = vocabulary.byCode('Language', it.language, locale)?.number;
    const field = `languages.${at}.language`;
    if (language === undefined) return wrong.note(field, 'UNKNOWN_CODE');
    if (given.has(language)) return wrong.note(field, 'GIVEN_TWICE');
    given.add(language);
    const row = known.find((one) => one.language === language);
    if (!row) {
      const { speaks, understands, writes } = it;
      const values = { language, speaks, understands, writes };
      return changes.push(...rowMade(crypto.randomUUID(), values, 'languages'));
    }
    for (const skill of skills) {
      const after = it[skill] ?? null;
      if (after === row[skill]) continue;
      changes.push({ field: `languages.${skill}`, part: row.id, before: row[skill], after });
    }
  });
  const left = known.filter(({ language }) => !given.has(language));
  const removed = left.flatMap(({ id, ...values }) => rowRemoved(id, values, 'languages'));
  return [...removed, ...changes];
}
