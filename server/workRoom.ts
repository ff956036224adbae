import { Role } from '#schema/access/Role.ts';
import { Jobs, type JobLog } from './common/job/Jobs.ts';
import { momentOf } from './common/momentOf.ts';
import { Reader } from './common/Reader.ts';
import { type Context, createContext, type Surroundings } from './context.ts';
import { importTasks, resumeImports } from './directory/import/importTasks.ts';
import { type ContextFor, undoBatchTask } from './person/batch/undoBatchTask.ts';

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

export function workRoom({ url, surroundings, clock, log }: WorkRoomSettings): WorkRoom {
  const contextFor = contextForOthers(surroundings, clock);
  const { database } = surroundings;
  const jobs = new Jobs({
    url,
    log,
    tasks: { ...importTasks(contextFor, database), undoBatch: undoBatchTask(contextFor) },
  });
  return {
    async start() {
      await resumeImports(database);
      await jobs.start();
    },
    stop: () => jobs.stop(),
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
