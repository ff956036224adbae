import { inTransaction } from '#server/common/inTransaction.ts';
import { addJob } from '#server/common/job/addJob.ts';
import type { Context } from '#server/context.ts';

const day = 24 * 60 * 60;

/** Glemmer en import. Deletes the rows of a file when their time is up. When, who and how many stays, and so does what is in the register. */
export const forgetImport = ({ database }: Pick<Context, 'database'>, id: string): Promise<void> =>
  inTransaction(database.pool, async (run) => {
    const [it] = await run<{ state: string }>(
      'select state from import where id = $1::uuid for update',
      [id],
    );
    if (!it) return;
    // One that is being written is not stopped half-way.
    if (it.state === 'applying') {
      await addJob(run, 'forgetImport', { importId: id }, `forgetImport ${id}`, day);
      return;
    }
    await run('delete from import_row where import_id = $1::uuid', [id]);
    await run(
      `update import set state = case when state = 'done' then state else 'discarded' end where id = $1::uuid`,
      [id],
    );
  });
