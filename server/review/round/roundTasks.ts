import { inTransaction } from '#server/common/inTransaction.ts';
import { addJob } from '#server/common/job/addJob.ts';
import type { Task } from '#server/common/job/Jobs.ts';
import type { LinkTaskSettings } from '#server/access/link/linkTasks.ts';
import type { Surroundings } from '#server/context.ts';
import { planReminders } from './planReminders.ts';
import { queueRound } from './queueRound.ts';
import { type Senders, sendWaiting } from './sendWaiting.ts';

export interface RoundTaskSettings extends Pick<LinkTaskSettings, 'pool' | 'key' | 'moment'> {
  readonly surroundings: Surroundings;
  /** How a message leaves, by channel. What has none, such as paper, waits for whoever does it by hand. */
  readonly senders: Senders;
  /** The house is closing: what has begun is finished, and nothing else begins. */
  readonly isStopping: () => boolean;
}

/**
 * Det rundene får gjort. `queueRound` makes what a round that was opened is to send; `tendRounds` looks each minute what is due: goes on with what a
 * server that died left, plans reminders, and sends. Each may be done twice, and by several servers at once.
 */
export function roundTasks(settings: RoundTaskSettings): Record<string, Task> {
  const { pool, moment } = settings;
  const tendRounds: Task = async () => {
    const { now, today } = moment();
    await inTransaction(pool, async (run) => {
      const left = await run<{ id: string }>(
        `select id from review_round where state = 'open' and queued_at is null and opened_at < $1::timestamptz - interval '1 minute'`,
        [now],
      );
      for (const { id } of left) {
        await addJob(run, 'queueRound', { roundId: id }, `queue round ${id}`);
      }
      await planReminders(run, today);
    });
    const isMoreLeft = await sendWaiting(settings);
    if (isMoreLeft) await inTransaction(pool, (run) => addJob(run, 'tendRounds', {}, 'rounds'));
  };
  return { queueRound: queueRound(settings), tendRounds };
}
