import { SuccessionState } from '#schema/review/handover/SuccessionState.ts';
import { ensure } from '#server/access/ensure.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { Conflict, NotFound } from '#server/problems.ts';
import { findPlaced } from '#server/review/findPlaced.ts';
import { mayDecideSuccession } from './successionRules.ts';
import { successionColumns, type SuccessionRow } from './successionRows.ts';

/** A succession that the viewer may decide. Throws NOT_FOUND, FORBIDDEN. */
export async function findSuccession(context: Context, id: string): Promise<SuccessionRow> {
  const { rows } = await context.database.pool.query<SuccessionRow>(
    `select ${successionColumns} from succession s join organisation o on o.id = s.organisation_id where s.id = $2`,
    [context.today, isUuid(id) ? id : null],
  );
  const [found] = rows;
  if (!found) throw new NotFound('Succession');
  ensure(mayDecideSuccession, context.viewer, await findPlaced(context, found.organisationId));
  return found;
}

/** Of two who decide the same, the second hears that it has been. Throws CONFLICT (ALREADY_DECIDED, NOT_CONFIRMED). */
export function ensureConfirmed(state: SuccessionState): void {
  if (state === SuccessionState.WAITING) throw new Conflict('NOT_CONFIRMED');
  if (state !== SuccessionState.CONFIRMED) throw new Conflict('ALREADY_DECIDED');
}

/** How far it has come, kept so until the end of the transaction, with its organisation. */
export async function lockSuccession(run: Run, id: string): Promise<SuccessionState> {
  await run(
    'select from organisation where id = (select organisation_id from succession where id = $1) for no key update',
    [id],
  );
  const [row] = await run<{ state: SuccessionState }>(
    'select state from succession where id = $1 for update',
    [id],
  );
  if (!row) throw new NotFound('Succession');
  return row.state;
}
