import { Field, ID, InputType } from 'type-graphql';

import { RecordKind } from '#schema/directory/RecordKind.ts';
import { Text } from '#schema/common/Text.ts';
import { ensure } from '#server/access/ensure.ts';
import { inTransaction, type Run } from '#server/common/inTransaction.ts';
import { logChange } from '#server/common/logChange.ts';
import type { Context } from '#server/context.ts';
import { findBoth } from '#server/directory/merge/findBoth.ts';
import { mergeableOf } from '#server/directory/merge/Mergeable.ts';
import { mayMerge } from '#server/directory/merge/mergeRules.ts';
import { Conflict, InvalidInput } from '#server/problems.ts';

@InputType({ description: 'Two records that are not the same, or may be after all.' })
export class DecideDuplicateInput {
  @Field(() => RecordKind, { description: 'What they are.' })
  kind!: RecordKind;

  @Field(() => ID, { description: 'The UUID of one of the two.' })
  oneId!: string;

  @Field(() => ID, { description: 'The UUID of the other.' })
  otherId!: string;

  @Field(() => Text, { nullable: true, description: 'Why, for those who look the next time.' })
  reason?: string | null;
}

interface Open {
  readonly id: string;
}

/** A decision about the two that holds. */
const open = (run: Run, one: string, other: string): Promise<Open[]> =>
  run<Open>(
    `select id from duplicate_decision where undone_at is null
       and (one_id, other_id) in (($1::uuid, $2::uuid), ($2::uuid, $1::uuid)) for update`,
    [one, other],
  );

/**
 * Ikke den samme. Remembers for ever that two are not the same, and who said so; to say it twice is to say it once.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT.
 */
export async function dismissDuplicate(
  context: Context,
  { kind, oneId, otherId, reason = null }: DecideDuplicateInput,
): Promise<string> {
  await ensureMine(context, kind, oneId, otherId);
  await inTransaction(context.database.pool, async (run) => {
    // Two who say the same at once wait for each other here.
    await run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [pairOf(oneId, otherId)]);
    if ((await open(run, oneId, otherId)).length) return;
    const [decided] = await run<Open>(
      `insert into duplicate_decision (id, record_kind, one_id, other_id, decided_by, decided_at, reason)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, $6) returning id`,
      [kind, oneId, otherId, context.viewer?.id, context.now, reason],
    );
    await told(run, context, 'dismissDuplicate', reason, decided?.id as string, [oneId, otherId]);
  });
  return pairOf(oneId, otherId);
}

/**
 * Likevel kanskje den samme. Takes back that two are not the same; that it was said stays in the history.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (NOT_DECIDED).
 */
export async function reviveDuplicate(
  context: Context,
  { kind, oneId, otherId, reason = null }: DecideDuplicateInput,
): Promise<string> {
  await ensureMine(context, kind, oneId, otherId);
  await inTransaction(context.database.pool, async (run) => {
    const decided = await open(run, oneId, otherId);
    if (!decided.length) throw new Conflict('NOT_DECIDED');
    await run(
      'update duplicate_decision set undone_by = $2, undone_at = $3 where id = any($1::uuid[])',
      [decided.map(({ id }) => id), context.viewer?.id, context.now],
    );
    for (const { id } of decided) {
      await told(run, context, 'reviveDuplicate', reason, id, [oneId, otherId]);
    }
  });
  return pairOf(oneId, otherId);
}

async function ensureMine(
  context: Context,
  kind: RecordKind,
  oneId: string,
  otherId: string,
): Promise<void> {
  if (oneId.toLowerCase() === otherId.toLowerCase()) {
    throw new InvalidInput({ otherId: 'SAME_AS_SURVIVOR' });
  }
  ensure(mayMerge, context.viewer, await findBoth(context, mergeableOf(kind), [oneId, otherId]));
}

const pairOf = (oneId: string, otherId: string): string =>
  [oneId, otherId]
    .map((id) => id.toLowerCase())
    .toSorted()
    .join(':');

const told = (
  run: Run,
  context: Context,
  verb: string,
  reason: string | null,
  id: string,
  [one, other]: readonly [string, string],
) => {
  const isMade = verb === 'dismissDuplicate';
  const of = (field: string, value: string) => ({
    field,
    before: isMade ? null : value,
    after: isMade ? value : null,
  });
  return logChange(
    run,
    context,
    { verb, reason },
    {
      record: 'duplicate_decision',
      id,
      fields: [of('oneId', one), of('otherId', other)],
    },
  );
};
