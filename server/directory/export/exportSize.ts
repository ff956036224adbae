import type { ExportSize } from '#schema/directory/export/ExportSize.ts';
import type { Run } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import { countRecords } from './chosenRecords.ts';
import type { ExportInput } from './ExportInput.ts';
import { requestOf } from './requestOf.ts';

/** So many people in an hour are a working day's; more is looked at by somebody else as well. */
export const mostPeopleAnHour = 50;

/** Omfang. How much a file would hold, for whoever is about to ask for it. */
export async function exportSize(context: Context, input: ExportInput): Promise<ExportSize> {
  // One sees what it would hold also for what one has to sign in anew for.
  const size = await countRecords(
    { ...context, purpose: input.purpose },
    requestOf(context, input),
  );
  const run: Run = async (text, values = []) =>
    (await context.database.pool.query(text, [...values])).rows as never[];
  return {
    ...size,
    needsReason: needsReason(size.people, await peopleThisHour(run, context)),
    needsStepUp: size.people > 0,
  };
}

export const needsReason = (people: number, before: number): boolean =>
  people > 0 && people + before > mostPeopleAnHour;

/** How many people are in what somebody has taken out in the last hour, or may still fetch. */
export async function peopleThisHour(
  run: Run,
  { viewer, now }: Pick<Context, 'viewer' | 'now'>,
): Promise<number> {
  const [row] = await run<{ people: number }>(
    `select coalesce(sum(people), 0)::integer as people from export
     where by_id = $1 and at > $2::timestamptz - interval '1 hour' and (state <> 'prepared' or expires_at > $2)`,
    [viewer?.id, now],
  );
  return row?.people ?? 0;
}
