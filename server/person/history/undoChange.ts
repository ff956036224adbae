import { Field, ID, InputType, Int } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import { ensure } from '#server/access/ensure.ts';
import { changeRecords, type Seen } from '#server/common/changeRecords.ts';
import { reversed } from '#server/common/FieldChange.ts';
import { sql } from '#server/common/sql.ts';
import { staleVersion } from '#server/common/staleVersion.ts';
import type { Context } from '#server/context.ts';
import { Conflict, InvalidInput } from '#server/problems.ts';
import { changedSince } from './changedSince.ts';
import { findUndoable, type UndoableChange } from './findUndoable.ts';
import { gestureOf } from './gestureOf.ts';
import { mayUndo } from './undoable.ts';

@InputType({ description: 'Which change is taken back, and why.' })
export class UndoChangeInput {
  @Field(() => ID, { description: 'The UUID of the change.' })
  changeId!: string;

  @Field(() => Int, {
    description:
      'The version of the record that one saw. When somebody has changed it since, nothing is written: CONFLICT tells what they changed.',
  })
  expectedVersion!: number;

  @Field(() => Text, {
    nullable: true,
    description:
      'Why, for those who read the history. Needed, but for what one has done oneself a moment ago.',
  })
  reason?: string | null;
}

/** The ten seconds in which a page offers to take back what was just done, and the time to read, to hold on and to press. */
const MOMENT = 2 * 60_000;

/**
 * Angre. Puts back what a change replaced, as a change of its own: nothing goes from the history. What it made is removed, while nothing
 * else points at it; what it removed is there again. Gives the new change.
 *
 * What was done in the same breath, such as a role that changed hands, is taken back as one.
 *
 * Where what the change wrote is no longer what stands there, somebody has done something else since, and their work stays.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (STALE_VERSION, CANNOT_BE_UNDONE, CHANGED_SINCE, STILL_IN_USE).
 */
export async function undoChange(context: Context, input: UndoChangeInput): Promise<string> {
  const { changeId, expectedVersion, reason } = input;
  const found = { ...(await findUndoable(context, changeId)), changeId };
  ensure(mayUndo, context.viewer, found);
  const isExplained = /[\p{L}\p{N}]/u.test(reason ?? '');
  if (!isExplained && !wasJustDoneBy(context, found))
    throw new InvalidInput({ reason: 'REQUIRED' });
  if (!found.canBeUndone) throw new Conflict('CANNOT_BE_UNDONE');

  const seen: Seen = { type: found.type, id: found.id, version: expectedVersion };
  if (found.version !== expectedVersion) throw await staleVersion(context, seen);
  const gesture = await gestureOf(context, found);
  for (const change of gesture) ensure(mayUndo, context.viewer, change);
  if (!gesture.every(({ canBeUndone }) => canBeUndone)) throw new Conflict('CANNOT_BE_UNDONE');
  const since = await Promise.all(gesture.map((change) => changedSince(context, change)));
  const changes = since.flat();
  if (changes.length) throw new Conflict('CHANGED_SINCE', { version: found.version, changes });
  const batchId = gesture.length > 1 ? crypto.randomUUID() : null;
  const deed = {
    verb: 'undoChange',
    reason: isExplained ? reason : null,
    ...(batchId && { batchId }),
  };
  const back = gesture.map(({ type, id, version, fields, changeId: undoes }) => ({
    type,
    id,
    version,
    undoes,
    fields: reversed(fields),
  }));
  await changeRecords(context, deed, back);
  return undoneBy(context, changeId);
}

/** Whoever takes back what they did a moment ago need not say why. */
const wasJustDoneBy = ({ viewer, now }: Context, { byId, at }: UndoableChange): boolean =>
  byId !== null && byId === viewer?.id && now.getTime() - at.getTime() <= MOMENT;

async function undoneBy({ reader }: Context, changeId: string): Promise<string> {
  const [row] = await reader.rows<[string]>(sql`select id from change where undoes = ${changeId}`);
  if (!row) throw new Error('What was undone was not told');
  return row[0];
}
