import type pg from 'pg';

import type { PersonalKey } from '#schema/common/PersonalKey.ts';
import { crisisTasks } from './access/crisis/crisisTasks.ts';
import type { LinkKey } from './access/link/LinkKey.ts';
import { linkTasks } from './access/link/linkTasks.ts';
import { type JobLog, Jobs } from './common/job/Jobs.ts';
import { Mail } from './common/mail/Mail.ts';
import { momentOf } from './common/momentOf.ts';
import { addressOnFile } from './person/addressOnFile.ts';

/** What the mail room needs of the house. */
export interface MailRoomSettings {
  /** Of the database, for the application's role. */
  readonly url: string;
  readonly pool: pg.Pool;
  readonly linkKey: LinkKey;
  readonly personalKey: PersonalKey;
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
}: MailRoomSettings): MailRoom {
  const { hostname } = publicUrl;
  // A name without a dot is no mail domain; RFC 2606 keeps this one for those who have none.
  const domain = hostname.includes('.') && !/^[\d.]+$/.test(hostname) ? hostname : 'example.org';
  const mail = new Mail({
    url: smtpUrl,
    from: { name: 'Samband', address: mailFrom ?? `samband@${domain}` },
  });
  const jobs = new Jobs({
    url,
    log,
    tasks: {
      ...linkTasks({
        pool,
        key,
        mail,
        publicUrl,
        moment: () => momentOf(clock()),
        addressOnFile: addressOnFile(pool, personalKey),
      }),
      ...crisisTasks({ pool, mail, publicUrl }),
    },
  });
  return {
    start: () => jobs.start(),
    async stop() {
      await jobs.stop();
      mail.close();
    },
  };
}
