import type pg from 'pg';

import { crisisTasks } from './access/crisis/crisisTasks.ts';
import { linkTasks } from './access/link/linkTasks.ts';
import { type JobLog, Jobs } from './common/job/Jobs.ts';
import { Mail } from './common/mail/Mail.ts';
import { inTransaction } from './common/inTransaction.ts';
import { addJob } from './common/job/addJob.ts';
import { momentOf } from './common/momentOf.ts';
import type { Surroundings } from './context.ts';
import { bulkTasks } from './directory/bulk/bulkTasks.ts';
import { digestTasks } from './directory/audience/digest/digestTasks.ts';
import { exportTasks } from './directory/export/exportTasks.ts';
import { findDuplicates } from './directory/duplicate/findDuplicates.ts';
import { addressOnFile } from './person/addressOnFile.ts';
import { reviewTasks } from './review/link/reviewTasks.ts';

/** What the mail room needs of the house. */
export interface MailRoomSettings extends Surroundings {
  /** Of the database, for the application's role. */
  readonly url: string;
  readonly pool: pg.Pool;
  readonly smtpUrl: string;
  readonly mailFrom: string | null;
  readonly publicUrl: URL;
  readonly clock: () => Date;
  readonly log: JobLog;
}

/** Postrom. What is waiting to be done in the database, and the mail that it is done by. */
export interface MailRoom {
  start(): Promise<unknown>;
  stop(): Promise<void>;
}

const minute = 60_000;

export function mailRoom({
  url,
  pool,
  linkKey: key,
  personalKey,
  smtpUrl,
  mailFrom,
  publicUrl,
  clock,
  log,
  ...others
}: MailRoomSettings): MailRoom {
  const surroundings: Surroundings = { ...others, linkKey: key, personalKey };
  const { hostname } = publicUrl;
  // A name without a dot is no mail domain; RFC 2606 keeps this one for those who have none.
  const domain = hostname.includes('.') && !/^[\d.]+$/.test(hostname) ? hostname : 'example.org';
  const mail = new Mail({
    url: smtpUrl,
    from: { name: 'Samband', address: mailFrom ?? `samband@${domain}` },
  });
  const links = {
    pool,
    key,
    mail,
    publicUrl,
    moment: () => momentOf(clock()),
    addressOnFile: addressOnFile(pool, personalKey),
  };
  const jobs = new Jobs({
    url,
    log,
    tasks: {
      ...linkTasks(links),
      ...reviewTasks(links),
      ...crisisTasks({ pool, mail, publicUrl }),
      findDuplicates: async () => {
        await findDuplicates(pool);
      },
      ...digestTasks({
        pool,
        mail,
        publicUrl,
        clock,
        surroundings,
      }),
      ...exportTasks({ pool, mail, publicUrl }),
      ...bulkTasks({ pool, clock, surroundings }),
    },
  });
  const lookForDigests = () =>
    inTransaction(pool, (run) => addJob(run, 'findDigests', {}, 'digests')).catch(
      (error: unknown) => log.warn({ err: error }, 'Nobody looks whose digest is due'),
    );
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
  let minutes: NodeJS.Timeout | undefined;
  return {
    async start() {
      await jobs.start();
      minutes = setInterval(() => {
        void lookForDigests();
        void lookForDuplicates();
      }, minute).unref();
      // Nobody waits for a large register to be marked.
      void lookForDuplicates();
      await lookForDigests();
    },
    async stop() {
      clearInterval(minutes);
      await jobs.stop();
      mail.close();
    },
  };
}
