import { setTimeout as pause } from 'node:timers/promises';

import type { Context } from '#server/context.ts';
import { onOwnClient, allOrNothing, type OwnClient } from './onOwnClient.ts';
import { keepPlans, lockImport, planRows, type WaitingRow, waitingColumns } from './planning.ts';
import { SeenInFile } from './SeenInFile.ts';
import { Terms } from './Terms.ts';

const chunk = 1_000;
const turn = 200;

/**
 * Prøvekjører en import. Compares each row of a file with the register, and writes what it would do beside the row: nothing is written into
 * the register.
 *
 * Done again from the beginning by whoever finds it half done; stops where somebody has mapped the columns otherwise meanwhile. Memory is
 * that of a chunk, and of what tells rows of the file apart. A server and a terminal that are to do the same do it once: the second waits.
 */
export async function planImport(context: Context, id: string): Promise<void> {
  await onOwnClient(context.database.pool, async (own) => {
    if (!(await isOurTurn(own, id))) return;
    const seen = new SeenInFile();
    const terms = new Terms(context.vocabulary);
    const version = await begin(own, id);
    if (version === null) return;
    await context.backlog.caughtUp(context);
    for (let after = -1; after !== null;) {
      const next = await planChunk(own, context, { id, version, after }, { seen, terms });
      if (next === null) return;
      after = next;
    }
  });
}

/** Waits for whoever is at it; false when nothing was left to do. Whoever dies has let go. */
async function isOurTurn({ run }: OwnClient, id: string): Promise<boolean> {
  for (;;) {
    const [it] = await run<{ isOurs: boolean }>(
      `select pg_try_advisory_lock(hashtextextended('planImport ' || id, 0)) as "isOurs"
       from import where id = $1::uuid and state = 'planning'`,
      [id],
    );
    if (!it || it.isOurs) return Boolean(it);
    await pause(turn);
  }
}

async function begin({ run }: OwnClient, id: string): Promise<number | null> {
  const [started] = await run<{ version: number }>(
    `update import set done = 0, problem = null where id = $1::uuid and state = 'planning' returning version`,
    [id],
  );
  return started?.version ?? null;
}

/** Gives the place that it came to; null where there is nothing more to do. */
const planChunk = (
  own: OwnClient,
  context: Context,
  { id, version, after }: { id: string; version: number; after: number },
  { seen, terms }: { seen: SeenInFile; terms: Terms },
): Promise<number | null> =>
  allOrNothing(own, async () => {
    const { run } = own;
    const it = await lockImport(run, id);
    if (it?.state !== 'planning' || it.version !== version) return null;
    const rows = await run<WaitingRow>(
      `select ${waitingColumns} from import_row where import_id = $1::uuid and place > $2 order by place limit ${chunk}`,
      [id, after],
    );
    const last = rows.at(-1);
    if (!last) {
      await run(
        `update import set state = 'ready', done = rows, planned_at = $2::timestamptz where id = $1::uuid`,
        [id, context.now],
      );
      return null;
    }
    const planned = await planRows(run, context, it, rows, {
      terms,
      seen,
    });
    await keepPlans(run, id, rows, planned);
    await run('update import set done = $2 where id = $1::uuid', [id, last.place + 1]);
    return last.place;
  });
