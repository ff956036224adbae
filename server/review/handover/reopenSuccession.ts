import { Field, ID, InputType } from 'type-graphql';

import { FieldGroup } from '#schema/review/FieldGroup.ts';
import { SuccessionState } from '#schema/review/handover/SuccessionState.ts';
import { refusalOf } from '#server/common/changeRecords.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { logChange } from '#server/common/logChange.ts';
import { writeRecords } from '#server/common/writeRecords.ts';
import type { Context } from '#server/context.ts';
import { Conflict } from '#server/problems.ts';
import { noteVerification } from '#server/review/noteVerification.ts';
import { findSuccession, lockSuccession } from './findSuccession.ts';
import { restoreLinks } from './revokeFormerLinks.ts';
import { writesSuccession } from './successionRules.ts';
import { successionUndone } from './successionUndone.ts';

@InputType({ description: 'A succession that was decided by mistake.' })
export class ReopenSuccessionInput {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;
}

interface Decided {
  readonly state: SuccessionState;
  readonly batchId: string | null;
  readonly verificationId: string | null;
  readonly revokedLinks: string[];
  readonly toldAt: Date | null;
}

/**
 * Angre. Has a succession wait again, with all that it wrote taken back, while nobody has been told.
 *
 * Throws NOT_FOUND, FORBIDDEN, CONFLICT (ALREADY_TOLD, CHANGED_SINCE). Twice is as good as once.
 */
export async function reopenSuccession(
  context: Context,
  { id }: ReopenSuccessionInput,
): Promise<string> {
  const found = await findSuccession(context, id);
  const { rows } = await context.database.pool.query<Decided>(
    `select state, batch_id as "batchId", verification_id as "verificationId", revoked_links as "revokedLinks", told_at as "toldAt"
     from succession where id = $1`,
    [id],
  );
  const [decided] = rows;
  const after = found.confirmedAt ? SuccessionState.CONFIRMED : SuccessionState.WAITING;
  if (!decided || decided.state === after) return id;
  const { state, batchId, verificationId, revokedLinks } = decided;
  if (state !== SuccessionState.APPROVED && state !== SuccessionState.REFUSED) {
    throw new Conflict('ALREADY_DECIDED');
  }
  if (decided.toldAt || !found.sealed) throw new Conflict('ALREADY_TOLD');
  const back = batchId ? await successionUndone(writesSuccession(context), batchId) : [];
  try {
    await inTransaction(context.database.pool, async (run) => {
      if ((await lockSuccession(run, id)) !== state) throw new Conflict('CHANGED_SINCE');
      const [told] = await run<{ toldAt: Date | null }>(
        'select told_at as "toldAt" from succession where id = $1',
        [id],
      );
      if (told?.toldAt) throw new Conflict('ALREADY_TOLD');
      const deed = { verb: 'reopenSuccession', batchId: crypto.randomUUID() };
      await writeRecords(run, context, deed, back);
      if (verificationId) {
        await noteVerification(run, context, {
          id: crypto.randomUUID(),
          organisationId: found.organisationId,
          groups: [FieldGroup.PEOPLE],
          method: found.through,
          on: found.confirmedOn ?? context.today,
          note: null,
          takesBack: verificationId,
        });
      }
      await restoreLinks(run, revokedLinks);
      await run(
        `update succession set state = $2, decided_at = null, decided_by = null, reason = null, batch_id = null, verification_id = null,
           revoked_links = '{}', successor_id = null where id = $1`,
        [id, after],
      );
      const fields = [{ field: 'state', before: state, after }];
      const record = { record: 'succession', id, fields };
      await logChange(run, context, { verb: 'reopenSuccession' }, record);
    });
  } catch (error) {
    throw await refusalOf(context, error, back);
  }
  return id;
}
