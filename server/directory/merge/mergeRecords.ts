import { Field, ID, InputType, Int } from 'type-graphql';

import { MergedField } from '#schema/directory/merge/MergedField.ts';
import { Text } from '#schema/common/Text.ts';
import { ensure } from '#server/access/ensure.ts';
import { inTransaction, type Run } from '#server/common/inTransaction.ts';
import { staleVersion } from '#server/common/staleVersion.ts';
import type { Context } from '#server/context.ts';
import { Conflict, InvalidInput } from '#server/problems.ts';
import { findBoth } from './findBoth.ts';
import { keepRows } from './keepMerge.ts';
import { logMerge } from './logMerge.ts';
import type { Mergeable } from './Mergeable.ts';
import { mayMerge } from './mergeRules.ts';
import { joined, type Joined } from './joined.ts';
import { refreshAfter } from './refreshAfter.ts';

@InputType({ description: 'Two records that are of the same, and what wins.' })
export class MergeInput {
  @Field(() => ID, { description: 'The UUID of the one that stays.' })
  survivorId!: string;

  @Field(() => ID, { description: 'The UUID of the one that is merged into it.' })
  loserId!: string;

  @Field(() => Int, { description: 'The version of the survivor that one saw.' })
  survivorVersion!: number;

  @Field(() => Int, { description: 'The version of the other that one saw.' })
  loserVersion!: number;

  @Field(() => [MergedField], {
    nullable: true,
    description:
      'Fields that are taken from the one that goes. What only that one has is taken unasked, but for its last day.',
  })
  taken?: MergedField[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'That the two have different organisation numbers, and are the same nevertheless: said by who has looked.',
  })
  areNumbersAcknowledged?: boolean | null;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

/** Slår sammen. Gives the identifier of the merge. */
export async function mergeRecords(
  context: Context,
  of: Mergeable,
  input: MergeInput,
): Promise<string> {
  const { survivorId, loserId, survivorVersion, loserVersion, taken } = input;
  if (survivorId.toLowerCase() === loserId.toLowerCase()) {
    throw new InvalidInput({ loserId: 'SAME_AS_SURVIVOR' });
  }
  const both = await findBoth(context, of, [survivorId, loserId]);
  ensure(mayMerge, context.viewer, both);
  const chosen = new Set(taken ?? []);
  for (const field of chosen) {
    if (!of.fields[field]) throw new InvalidInput({ taken: 'NOT_A_FIELD_OF_THE_RECORD' });
  }
  const seen = [
    { type: of.type, id: survivorId, version: survivorVersion },
    { type: of.type, id: loserId, version: loserVersion },
  ];
  for (const it of seen) {
    if (both.versions[it.id.toLowerCase()] !== it.version) throw await staleVersion(context, it);
  }
  const outcome = await inTransaction(context.database.pool, async (run) => {
    const merge = await joined(run, context, of, { ...input, taken: chosen });
    const stale = seen.find(({ id, version }) => merge.versions[id.toLowerCase()] !== version);
    // Somebody was faster than we: what we did is taken back.
    if (stale) throw new Stale(stale);
    if (!input.areNumbersAcknowledged && merge.haveDifferentNumbers) {
      throw new Conflict('DIFFERENT_NUMBERS');
    }
    return written(run, context, of, input, merge);
  }).catch(async (error: unknown) => {
    throw error instanceof Stale ? await staleVersion(context, error.seen) : error;
  });
  return outcome;
}

class Stale extends Error {
  constructor(readonly seen: Parameters<typeof staleVersion>[1]) {
    super('Stale');
  }
}

/** Keeps what was done, tells of it, and lets what follows the register follow. */
async function written(
  run: Run,
  context: Context,
  of: Mergeable,
  { survivorId, loserId, reason }: MergeInput,
  { changes }: Joined,
): Promise<string> {
  const { viewer, now, personalKey } = context;
  const [row] = await run<{ id: string }>(
    `insert into merge (id, record_kind, survivor_id, loser_id, merged_by, merged_at, reason)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, $6) returning id`,
    [of.kind, survivorId, loserId, viewer?.id, now, reason ?? null],
  );
  const id = row?.id as string;
  await keepRows(run, personalKey, id, changes);
  const deed = { verb: of.verb, reason: reason ?? null, batchId: id };
  await logMerge(run, context, of, deed, { survivorId, loserId }, changes);
  await refreshAfter(run, context, [survivorId, loserId], changes);
  return id;
}
