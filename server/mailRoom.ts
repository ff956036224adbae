import type pg from 'pg';

import { crisisTasks } from './access/crisis/crisisTasks.ts';
import { linkTasks, type LinkTaskSettings } from './access/link/linkTasks.ts';
import { type JobLog, Jobs } from './common/job/Jobs.ts';
import { Mail } from './common/mail/Mail.ts';
import { Pace, type PaceSettings } from './common/mail/Pace.ts';
import type { QuietHours } from './common/sms/quietSeconds.ts';
import { HttpSmsGateway, type SmsGatewaySettings } from './common/sms/SmsGateway.ts';
import { inTransaction } from './common/inTransaction.ts';
import { addJob } from './common/job/addJob.ts';
import { momentOf } from './common/momentOf.ts';
import type { Surroundings } from './context.ts';
import { digestTasks } from './directory/audience/digest/digestTasks.ts';
import { exportTasks } from './directory/export/exportTasks.ts';
import { addressOnFile } from './person/addressOnFile.ts';
import { noteBounce } from './review/bounce/noteBounce.ts';
import { handoverCrontab, handoverTasks } from './review/handover/handoverTasks.ts';
import { reviewTasks } from './review/link/reviewTasks.ts';
import { handMessage } from './review/round/handMessage.ts';
import { roundTasks } from './review/round/roundTasks.ts';

/** Avsender, as it is set. */
export interface MailIdentity {
  /** What stands before the address. */
  readonly name: string;
  /** Who answers letters that name nobody. */
  readonly replyTo: string | null;
  /** What comes after the @ of a Message-ID. */
  readonly idDomain: string | null;
  /** Where what nobody takes comes back to. */
  readonly returnTo: string | null;
}

/** How text messages are sent. */
export interface SmsRoomSettings extends SmsGatewaySettings {
  readonly quietHours: QuietHours;
  /** Null: as fast as it goes. */
  readonly pace: PaceSettings | null;
}

/** What the mail room needs of the house. */
export interface MailRoomSettings extends Surroundings {
  /** Of the database, for the application's role. */
  readonly url: string;
  readonly pool: pg.Pool;
  readonly smtpUrl: string;
  readonly mailFrom: string | null;
  /** How else letters are signed, answered and returned. */
  readonly sender?: Partial<MailIdentity>;
  /** How much is sent in a minute. Null: as fast as it goes. */
  readonly pace?: PaceSettings | null;
  /** How long a letter of a round that was not taken waits, in seconds, after so many tries; as every letter does unless it is said. */
  readonly roundsWait?: ((tries: number) => number) | undefined;
  /** Who carries text messages. Null: nobody. */
  readonly sms?: SmsRoomSettings | null;
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
  sender,
  pace = null,
  roundsWait,
  sms = null,
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
    from: { name: sender?.name ?? 'Samband', address: mailFrom ?? `samband@${domain}` },
    replyTo: sender?.replyTo ? { name: sender.name ?? 'Samband', address: sender.replyTo } : null,
    idDomain: sender?.idDomain ?? null,
    returnTo: sender?.returnTo ?? null,
  });
  const moment = () => momentOf(clock());
  const { followers } = surroundings;
  const bounces = { pool, key, personalKey, followers, moment };
  const links: LinkTaskSettings = {
    pool,
    key,
    mail,
    publicUrl,
    moment,
    pace: pace && new Pace(pool, 'email', pace),
    sms: sms && {
      gateway: new HttpSmsGateway(sms),
      pace: sms.pace && new Pace(pool, 'sms', sms.pace),
      quietHours: sms.quietHours,
    },
    addressOnFile: addressOnFile(pool, personalKey),
    noteBounce: async (id, status) => void (await noteBounce(bounces, { id }, status)),
  };
  const hand = handMessage({ ...links, waitAfter: roundsWait });
  let isStopping = false;
  const jobs = new Jobs({
    url,
    log,
    crontab: handoverCrontab,
    tasks: {
      ...linkTasks(links),
      ...reviewTasks(links),
      ...handoverTasks(links),
      ...crisisTasks({ pool, mail, publicUrl }),
      ...digestTasks({
        pool,
        mail,
        publicUrl,
        clock,
        surroundings,
      }),
      ...exportTasks({ pool, mail, publicUrl }),
      ...roundTasks({
        pool,
        key,
        moment,
        surroundings,
        senders: sms ? { email: hand, sms: hand } : { email: hand },
        isStopping: () => isStopping,
      }),
    },
  });
  const lookWhatIsDue = () =>
    inTransaction(pool, async (run) => {
      await addJob(run, 'findDigests', {}, 'digests');
      await addJob(run, 'tendRounds', {}, 'rounds');
    }).catch((error: unknown) => log.warn({ err: error }, 'Nobody looks what is due'));
  let minutes: NodeJS.Timeout | undefined;
  return {
    async start() {
      await jobs.start();
      minutes = setInterval(() => void lookWhatIsDue(), minute).unref();
      await lookWhatIsDue();
    },
    async stop() {
      isStopping = true;
      clearInterval(minutes);
      await jobs.stop();
      mail.close();
    },
  };
}
