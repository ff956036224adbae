import type { Language } from '#schema/vocabulary/Language.ts';
import type { Context } from '#server/context.ts';

/** The languages that the viewer has said they speak on the telephone. */
export async function readCallerLanguages(context: Context): Promise<Language[]> {
  const { viewer, vocabulary, locale, database } = context;
  const { rows } = await database.pool.query<{ number: number }>(
    'select language_number as number from staff_language where user_id = $1 order by 1',
    [viewer?.id ?? null],
  );
  return rows.flatMap(
    ({ number }) => (vocabulary.byNumber('Language', number, locale) as Language | null) ?? [],
  );
}
