import type pg from 'pg';

import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { SuccessionState } from '#schema/review/handover/SuccessionState.ts';
import type { LinkKey } from '#server/access/link/LinkKey.ts';
import type { Written } from '#server/access/link/linkLetters.ts';
import type { Moment } from '#server/access/link/linkSession.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import type { Task } from '#server/common/job/Jobs.ts';
import { type Mail, NotSent } from '#server/common/mail/Mail.ts';
import { mailbox, UnsendableLetter } from '#server/common/mail/mailbox.ts';
import { forgetSuccessions } from './answerSuccession.ts';
import { giveConsent } from './giveConsent.ts';
import { fullName, openSuccessor, type SuccessorChannel } from './NamedSuccessor.ts';
import { askLetter, outcomeLetter } from './successorLetters.ts';
import type { BothTold } from './tellLater.ts';

export interface HandoverTaskSettings {
  readonly pool: pg.Pool;
  readonly key: LinkKey;
  readonly mail: Pick<Mail, 'send'>;
  readonly publicUrl: URL;
  readonly moment: () => Moment;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly language: LinkLanguage;
  readonly channel: SuccessorChannel;
  readonly sealed: string | null;
  readonly state: SuccessionState;
  readonly expiresOn: string;
  readonly reason: string | null;
  readonly sentAt: Date | null;
}

const rowSql = `select s.id, o.name, s.language, s.channel, s.sealed, s.state, s.expires_on::text as "expiresOn", s.reason,
    s.sent_at as "sentAt"
  from succession s join organisation o on o.id = s.organisation_id where s.id = $1`;

/** Every night, in UTC. */
export const handoverCrontab = '17 2 * * * forgetSuccessions';

/** Det som overleveringer får gjort. Each may be done twice: a letter that was sent is not sent again. */
export function handoverTasks(settings: HandoverTaskSettings): Record<string, Task> {
  const { pool, key, publicUrl, moment } = settings;
  const rowOf = async (id: string): Promise<Row | undefined> =>
    (await pool.query<Row>(rowSql, [id])).rows[0];

  /** Asks the one who was named, unless it has been taken back by then. */
  const askSuccessor: Task = async ({ successionId = '', sealed = '' }) => {
    const row = await rowOf(successionId);
    if (row?.state !== SuccessionState.WAITING || !row.sealed || row.sentAt) return;
    const { id, language, channel, name, expiresOn } = row;
    const [token = '', code = ''] = key.open(sealed, id).split(' ');
    const successor = openSuccessor(key, { id, channel, sealed: row.sealed });
    const asking = { language, token, code, name, expiresOn };
    const wasTaken =
      channel === ContactChannel.EMAIL &&
      (await send(settings, `successor-${id}`, fullName(successor), successor.value, () =>
        askLetter(publicUrl, asking),
      ));
    await pool.query(
      `update succession set ${wasTaken ? 'sent_at' : 'failed_at'} = $2 where id = $1`,
      [id, moment().now],
    );
  };

  /** Tells both what came of it, unless whoever decided has thought better of it; then who was named is forgotten here. */
  const tellSuccession: Task = async ({ successionId = '', sealed = '' }) => {
    const row = await rowOf(successionId);
    const isApproved = row?.state === SuccessionState.APPROVED;
    if (!row || (!isApproved && row.state !== SuccessionState.REFUSED)) return;
    const { id, name, reason } = row;
    const told = await inTransaction(pool, async (run) => {
      const [row] = await run(
        `update succession set told_at = coalesce(told_at, $2), sealed = null where id = $1 and state = $3 returning id`,
        [id, moment().now, isApproved ? SuccessionState.APPROVED : SuccessionState.REFUSED],
      );
      if (row && isApproved) await giveConsent(run, id, moment());
      return row;
    });
    if (!told) return;
    const both = JSON.parse(key.open(sealed, id)) as BothTold;
    for (const to of ['predecessor', 'successor'] as const) {
      const who = both[to];
      if (who?.channel !== ContactChannel.EMAIL) continue;
      const outcome = { name, isApproved, reason };
      const id = `succession-${to}-${successionId}`;
      await send(settings, id, who.name, who.value, () =>
        outcomeLetter(who.language as LinkLanguage, to, outcome),
      );
    }
  };

  return {
    askSuccessor,
    tellSuccession,
    forgetSuccessions: async () => {
      const { now, today } = moment();
      await inTransaction(pool, (run) => forgetSuccessions(run, today, now));
    },
  };
}

/** False where nobody can get it there. Throws where it may go better another time. */
async function send(
  { mail }: Pick<HandoverTaskSettings, 'mail'>,
  id: string,
  name: string,
  address: string,
  write: () => Written,
): Promise<boolean> {
  try {
    await mail.send({ id, to: mailbox(name, address), ...write() });
    return true;
  } catch (error) {
    if (error instanceof UnsendableLetter || (error instanceof NotSent && error.isForGood)) {
      return false;
    }
    throw error;
  }
}
