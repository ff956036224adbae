import type { ExportSize } from '#schema/directory/export/ExportSize.ts';
import type { Run } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import { countRecords } from './chosenRecords.ts';
import type { ExportInput } from './ExportInput.ts';
import { needsReason } from './needsReason.ts';
import { requestOf } from './requestOf.ts';

/** Omfang. How much a file would hold, for whoever is about to ask for it. */
export async function exportSize(context: Context, input: ExportInput): Promise<ExportSize> {
  // One sees what it would hold also for what one has to sign in anew for.
  const { organisations, people, personIds } = await countRecords(
    { ...context, purpose: input.purpose },
    requestOf(context, input),
  );
  const run: Run = async (text, values = []) =>
    (await context.database.pool.query(text, [...values])).rows as never[];
  return {
    organisations,
    people,
    needsReason: await needsReason(run, context, { people, personIds }),
    needsStepUp: people > 0,
  };
}
