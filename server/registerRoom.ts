import type pg from 'pg';

import { type JobLog, Jobs } from './common/job/Jobs.ts';
import type { Registers } from './directory/register/Registers.ts';
import { registerCrontab, registerTasks } from './directory/register/registerTasks.ts';

/** Registerrom. Where the registers of others are followed, by themselves and day by day, for as long as a server runs. */
export const registerRoom = ({
  url,
  log,
  ...settings
}: {
  /** Of the database, for the application's role. */
  readonly url: string;
  readonly pool: pg.Pool;
  readonly registers: Registers;
  readonly clock: () => Date;
  readonly log: JobLog;
}): Jobs => new Jobs({ url, log, tasks: registerTasks(settings), crontab: registerCrontab });
