import type { JobHelpers, Runner, TaskList } from 'graphile-worker';

import { Later } from './Later.ts';

/** What jobs write to the log; pino fits. */
export interface JobLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Forsøk. Which time this is that a job is done. */
export interface Attempt {
  /** From 1. */
  readonly number: number;
  /** What fails now is given up: whoever waits for it must be told. */
  readonly isLast: boolean;
}

/** Oppgave. Does a job; it may be done twice, so that nothing is left undone. Throws `Later` where it knows when to try again. */
export type Task = (payload: Readonly<Record<string, string>>, attempt: Attempt) => Promise<void>;

export interface JobSettings {
  /** Of the application's role. */
  readonly url: string;
  readonly tasks: Readonly<Record<string, Task>>;
  readonly log: JobLog;
  /** What is added by the clock, in UTC: cron, one line each. Of several servers one adds it. */
  readonly crontab?: string;
}

/**
 * Jobber. Does what has been added, on connections of its own, as soon as it is told of it.
 *
 * Jobs wait in the database, so that a server that dies loses none; several servers share them.
 */
export class Jobs {
  readonly #settings: JobSettings;
  #runner: Promise<Runner> | undefined;

  constructor(settings: JobSettings) {
    this.#settings = settings;
  }

  /** Begins. The worker is loaded now, not when the server starts. */
  start(): Promise<unknown> {
    this.#runner ??= this.#begin();
    return this.#runner;
  }

  /** Lets what is being done come to its end; what has not begun waits for the next server. */
  async stop(): Promise<void> {
    const runner = await this.#runner?.catch(() => undefined);
    await runner?.stop().catch(() => undefined);
  }

  async #begin(): Promise<Runner> {
    const { run, Logger } = await import('graphile-worker');
    const { url, tasks, log, crontab = '' } = this.#settings;
    const taskList = Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [
        name,
        (payload: unknown, helpers: JobHelpers) => doneBy(task, payload, helpers),
      ]),
    ) satisfies TaskList;
    const runner = await run({
      connectionString: url,
      concurrency: 2,
      maxPoolSize: 3,
      noHandleSignals: true,
      pollInterval: 5_000,
      taskList,
      crontab,
      // What it says of a failed job is told below, without the payload.
      logger: new Logger(() => () => undefined),
    });
    runner.events.on('job:error', ({ job, error }) => {
      if (error instanceof Later && !error.isTry) return;
      const { id, task_identifier: task, attempts } = job;
      log.warn({ job: id, task, attempts, err: error }, 'A job failed, and will be tried again');
    });
    runner.events.on('job:failed', ({ job }) => {
      log.error({ job: job.id, task: job.task_identifier }, 'A job was given up');
    });
    runner.promise.catch((error: unknown) => log.error({ err: error }, 'The worker stopped'));
    return runner;
  }
}

async function doneBy(task: Task, payload: unknown, helpers: JobHelpers): Promise<void> {
  const { attempts, max_attempts: most } = helpers.job;
  const attempt = { number: attempts, isLast: attempts >= most };
  try {
    await task(payload as Readonly<Record<string, string>>, attempt);
  } catch (error) {
    if (error instanceof Later) await putOff(helpers, error);
    throw error;
  }
}

/** The worker adds a wait of its own to when a job that failed was due, longer each time: so that is taken off beforehand. */
function putOff(helpers: JobHelpers, { seconds, isTry, keeps }: Later): Promise<unknown> {
  return helpers.query(
    `update graphile_worker._private_jobs set payload = (payload::jsonb || $4::jsonb)::json, attempts = attempts - $3::integer,
       run_at = now() + make_interval(secs => $2::double precision - exp(least(attempts - $3::integer, 10)))
     where id = $1`,
    [helpers.job.id, seconds, isTry ? 0 : 1, JSON.stringify(keeps)],
  );
}
