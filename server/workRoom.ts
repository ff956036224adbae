import { Role } from '#schema/access/Role.ts';
import { addJob } from './common/job/addJob.ts';
import { Jobs, type JobLog } from './common/job/Jobs.ts';
import { inTransaction } from './common/inTransaction.ts';
import { momentOf } from './common/momentOf.ts';
import { Reader } from './common/Reader.ts';
import { type Context, createContext, type Surroundings } from './context.ts';
import { bulkTasks } from './directory/bulk/bulkTasks.ts';
import { findDuplicates } from './directory/duplicate/findDuplicates.ts';
import { areMany, settleEntries } from './directory/settleEntries.ts';
import { importTasks, resumeImports } from './directory/import/importTasks.ts';
import { type ContextFor, undoBatchTask } from './person/batch/undoBatchTask.ts';
import { layOutForToday } from './review/deadline/layOutDeadlines.ts';

/** What the work room needs of the house. */
export interface WorkRoomSettings {
  /** Of the database, for the application's role. */
  readonly url: string;
  readonly surroundings: Surroundings;
  readonly clock: () => Date;
  readonly log: JobLog;
}

/** Arbeidsrom. What is done in the register by itself, because somebody has asked for it. */
export interface WorkRoom {
  start(): Promise<unknown>;
  stop(): Promise<void>;
}

const minute = 60_000;
/** So often it is looked whether entries are to grow up. */
const youth = 10_000;
/** So many of those times they are left alone, as long as they are few: what is written again and again is put in its place once. */
const patience = 6;

/** Just after midnight in Norway, whatever the time of the year: in UTC, also where the clock has been put forward. */
const crontab = '5 23 * * * layOutDeadlines';

export function workRoom({ url, surroundings, clock, log }: WorkRoomSettings): WorkRoom {
  const contextFor = contextForOthers(surroundings, clock);
  const { database } = surroundings;
  const { pool } = database;
  const catchUp = () =>
    surroundings.backlog
      .settle({ ...surroundings, ...momentOf(clock()) })
      .catch((error: unknown) =>
        log.warn({ err: error }, 'What was corrected waits to be found by its new words'),
      );
  const jobs = new Jobs({
    url,
    log,
    crontab,
    tasks: {
      layOutDeadlines: () => layOutForToday(pool, momentOf(clock()).today),
      ...importTasks(contextFor, database),
      ...bulkTasks({ pool, clock, surroundings }),
      undoBatch: undoBatchTask(contextFor),
      findDuplicates: async () => {
        await catchUp();
        await findDuplicates(pool);
      },
    },
  });
  const lookForDuplicates = () =>
    inTransaction(pool, async (run) => {
      // Large loads tell nobody of what they write: a register of which nobody has looked at anything is looked at whole.
      await run(`set local statement_timeout = '5min'`);
      await run(
        'insert into duplicate_due select id from directory_entry where not exists (select from duplicate_key) on conflict do nothing',
      );
      const due = await run('select from duplicate_due limit 1');
      if (due.length) await addJob(run, 'findDuplicates', {}, 'duplicates');
    }).catch((error: unknown) => log.warn({ err: error }, 'Nobody looks for duplicates'));
  // Also what a server has left that was stopped.
  const settle = () =>
    catchUp()
      .then(async () => {
        times += 1;
        if (times % patience === 0 || (await areMany(pool))) await settleEntries(pool);
      })
      .catch((error: unknown) => log.warn({ err: error }, 'Entries of the directory stay young'));
  let times = 0;
  let minutes: NodeJS.Timeout | undefined;
  let settling: NodeJS.Timeout | undefined;
  let stopCatchingUp = () => {};
  return {
    async start() {
      await resumeImports(database);
      await jobs.start();
      minutes = setInterval(() => void lookForDuplicates(), minute).unref();
      stopCatchingUp = surroundings.backlog.start(() => void catchUp());
      settling = setInterval(() => void settle(), youth).unref();
      // Nobody waits for a large register to be marked.
      void lookForDuplicates();
      void layOutForToday(pool, momentOf(clock()).today).catch((error: unknown) =>
        log.warn({ err: error }, 'Deadlines are those of an earlier day'),
      );
    },
    async stop() {
      clearInterval(minutes);
      clearInterval(settling);
      stopCatchingUp();
      await jobs.stop();
    },
  };
}

/** What is done on behalf of somebody is theirs in history, and needs no permission any more: they were asked when they asked for it. */
export const contextForOthers =
  (surroundings: Surroundings, clock: () => Date): ContextFor =>
  ({ id, via, scope }): Context =>
    createContext(surroundings, {
      viewer:
        id === null || via === 'system'
          ? null
          : {
              id,
              name: '',
              role: Role.SYSTEM,
              permissions: new Set(),
              scope,
              breakGlass: null,
              via: via === 'token' ? 'token' : 'session',
              sessionId: null,
              steppedUpAt: null,
            },
      ...momentOf(clock()),
      requestId: 'job',
      locale: 'nb',
      reader: new Reader(surroundings.database.pool),
      way: 'planned',
    });
