import { QuietPeriod } from '#schema/review/QuietPeriod.ts';
import { StopKind } from '#schema/review/StopKind.ts';
import type { FieldChange } from '#server/common/FieldChange.ts';
import type { Run } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import { type Quiet, quietColumns, toldOfQuiet } from './toldOfQuiet.ts';

/** What was asked for decides, where the one who answers says nothing else. */
export const usualQuiet = (kind: StopKind): QuietPeriod =>
  kind === StopKind.PAUSE ? QuietPeriod.YEAR : QuietPeriod.FOR_EVER;

/** Noterer hvor lenge de får fred. What was noted before no longer holds. Gives what the change log tells of it. */
export async function noteQuiet(
  run: Run,
  { today, now, viewer }: Pick<Context, 'today' | 'now' | 'viewer'>,
  organisationId: string,
  quiet: QuietPeriod,
): Promise<readonly FieldChange[]> {
  const [before] = await run<Quiet>(
    `with gone as (delete from quiet_rule where organisation_id = $1 and lifted_at is null returning objected_on, paused_until)
     select min(objected_on)::text as "objectedOn", max(paused_until)::text as "pausedUntil" from gone`,
    [organisationId],
  );
  const [after] = await run<Quiet>(
    `insert into quiet_rule (id, organisation_id, objected_on, paused_until, noted_at, noted_by)
     select $1, $2, case when $3 = 'for_ever' then $4::date end, case when $3 = 'year' then ($4::date + interval '1 year')::date end, $5, $6
     where $3 <> 'none' returning ${quietColumns}`,
    [crypto.randomUUID(), organisationId, quiet, today, now, viewer?.id ?? null],
  );
  return toldOfQuiet(before, after);
}
