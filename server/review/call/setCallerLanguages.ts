import { Field, ID, InputType } from 'type-graphql';

import { ensure } from '#server/access/ensure.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';

@InputType({ description: 'The languages that one speaks on the telephone.' })
export class SetCallerLanguagesInput {
  @Field(() => [ID], { description: 'Their codes; none where one would rather not say.' })
  codes!: string[];
}

const MOST = 20;

/** Only of oneself, and only somebody who has a name here. */
const mayTellLanguages = ({ permissions, via }: Viewer, _own: null): boolean =>
  permissions.has('review.call') && via === 'session';

/**
 * Språk jeg kan ringe på. Says which languages one speaks oneself; nobody else says it, and nothing else is drawn from it than whom one is shown first.
 *
 * Throws FORBIDDEN, INVALID_INPUT.
 */
export async function setCallerLanguages(
  context: Context,
  { codes }: SetCallerLanguagesInput,
): Promise<void> {
  const { viewer, vocabulary, locale, database } = context;
  ensure(mayTellLanguages, viewer, null);
  const known = codes.map((code) => vocabulary.byCode('Language', code, locale)?.number);
  if (known.includes(undefined)) throw new InvalidInput({ codes: 'UNKNOWN_CODE' });
  if (codes.length > MOST) throw new InvalidInput({ codes: `AT_MOST_${MOST}_VALUES` });
  await inTransaction(database.pool, async (run) => {
    await run('select from staff_user where id = $1 for no key update', [viewer.id]);
    await run('delete from staff_language where user_id = $1', [viewer.id]);
    await run(
      `insert into staff_language (user_id, language_number)
       select $1, it from unnest($2::integer[]) as it group by it`,
      [viewer.id, known],
    );
  });
}
