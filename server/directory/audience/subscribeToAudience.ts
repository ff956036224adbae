import { Field, ID, InputType } from 'type-graphql';

import { DigestPace } from '#schema/directory/audience/DigestPace.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { logChange } from '#server/common/logChange.ts';
import type { Context } from '#server/context.ts';
import { Conflict, Forbidden, Unauthenticated } from '#server/problems.ts';
import { askedBy } from './askedBy.ts';
import { maySave } from './audienceRules.ts';
import { findAudience } from './findAudience.ts';
import { membersOf } from './membersOf.ts';

@InputType({ description: 'What to be told of, and how often.' })
export class SubscribeToAudienceInput {
  @Field(() => ID, { description: 'The UUID of a saved search.' })
  id!: string;

  @Field(() => DigestPace, { description: 'How often.' })
  every!: DigestPace;
}

/**
 * Abonnere. From now on the viewer is told of a saved search, in the language in which they ask now. Whom it finds today is known; only who
 * comes later is new.
 *
 * Letters go to the address that an administrator has given them, and to no other. Throws NOT_FOUND, FORBIDDEN, CONFLICT (NO_ADDRESS,
 * IS_ARCHIVED).
 */
export async function subscribeToAudience(
  context: Context,
  { id, every }: SubscribeToAudienceInput,
): Promise<string> {
  const { viewer, database, now, today, locale } = context;
  const audience = await findAudience(context, id);
  if (!viewer) throw new Unauthenticated();
  if (!maySave(viewer)) throw new Forbidden(maySave.name);
  if (audience.isArchived) throw new Conflict('IS_ARCHIVED');
  const { rowCount } = await database.pool.query(
    'select from staff_user where id = $1 and email is not null',
    [viewer.id],
  );
  if (!rowCount) throw new Conflict('NO_ADDRESS');
  const members = (await membersOf(context, id)).map((member) => member.id);
  await inTransaction(database.pool, async (run) => {
    const [former] = await run<{ every: DigestPace }>(
      'select every from audience_subscription where audience_id = $1 and user_id = $2 for update',
      [id, viewer.id],
    );
    const [row] = await run<{ id: string }>(
      `insert into audience_subscription
         (id, audience_id, user_id, every, language, subscribed_at, due_at, asked, told_on, members)
       values ($1, $2, $3, $4, $5, $6, digest_after($4, $6), $7, $8, $9)
       on conflict (audience_id, user_id) do update
         set every = excluded.every, language = excluded.language, due_at = excluded.due_at
       returning id`,
      [crypto.randomUUID(), id, viewer.id, every, locale, now, askedBy(audience), today, members],
    );
    if (!row || former?.every === every) return;
    await logChange(
      run,
      context,
      { verb: 'subscribeToAudience' },
      {
        record: 'audience_subscription',
        id: row.id,
        fields: [{ field: 'every', before: former?.every ?? null, after: every }],
      },
    );
  });
  return id;
}
