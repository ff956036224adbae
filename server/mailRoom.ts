import type pg from 'pg';

import { crisisTasks } from './access/crisis/crisisTasks.ts';
import { linkTasks } from './access/link/linkTasks.ts';
import { type JobLog, Jobs } from './common/job/Jobs.ts';
import { Mail } from './common/mail/Mail.ts';
import { inTransaction } from './common/inTransaction.ts';
import { addJob } from './common/job/addJob.ts';
import { momentOf } from './common/momentOf.ts';
import type { Surroundings } from './context.ts';
import { digestTasks } from './directory/audience/digest/digestTasks.ts';
import { exportTasks } from './directory/export/exportTasks.ts';
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
      ...digestTasks({
        pool,
        mail,
        publicUrl,
        clock,
        surroundings,
      }),
      ...exportTasks({ pool, mail, publicUrl }),
    },
  });
  const lookForDigests = () =>
    inTransaction(pool, (run) => addJob(run, 'findDigests', {}, 'digests')).catch(
      (error: unknown) => log.warn({ err: error }, 'Nobody looks whose digest is due'),
    );
  let minutes: NodeJS.Timeout | undefined;
  return {
    async start() {
      await jobs.start();
      minutes = setInterval(() => void lookForDigests(), minute).unref();
      await lookForDigests();
    },
    async stop() {
      clearInterval(minutes);
      await jobs.stop();
      mail.close();
    },
  };
}
