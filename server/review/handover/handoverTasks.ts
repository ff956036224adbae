import type pg from 'pg';

import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { SuccessionState } from '#schema/review/handover/SuccessionState.ts';
import { inShort } from '#server/access/link/inShort.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import type { Task } from '#server/common/job/Jobs.ts';
import { forgetSuccessions } from './answerSuccession.ts';
import { giveConsent } from './giveConsent.ts';
import { handOut, type HandOutSettings } from './handOut.ts';
import { fullName, openSuccessor, type SuccessorChannel } from './NamedSuccessor.ts';
import { passOnRounds } from './passOnRounds.ts';
import { askLetter, askMessage, outcomeLetter } from './successorLetters.ts';
import type { BothTold, Told } from './tellLater.ts';

export interface HandoverTaskSettings extends HandOutSettings {
  readonly pool: pg.Pool;
  readonly publicUrl: URL;
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
  const askSuccessor: Task = async (payload) => {
    const { successionId = '', sealed = '' } = payload;
    const row = await rowOf(successionId);
    if (row?.state !== SuccessionState.WAITING || !row.sealed || row.sentAt) return;
    const { id, language, channel, name, expiresOn } = row;
    const [token = '', code = ''] = key.open(sealed, id).split(' ');
    const successor = openSuccessor(key, { id, channel, sealed: row.sealed });
    const asking = { language, token, code, name, expiresOn };
    const message = {
      id: `successor-${id}`,
      name: fullName(successor),
      channel,
      value: successor.value,
      write: () => askLetter(publicUrl, asking),
      text: () => askMessage(publicUrl, asking),
    };
    const wasTaken = await handOut(settings, message, payload);
    await pool.query(
      `update succession set ${wasTaken ? 'sent_at' : 'failed_at'} = $2 where id = $1`,
      [id, moment().now],
    );
  };

  /** Tells both what came of it, unless whoever decided has thought better of it; then who was named is forgotten here. */
  const tellSuccession: Task = async (payload) => {
    const { successionId = '', sealed = '' } = payload;
    const row = await rowOf(successionId);
    const isApproved = row?.state === SuccessionState.APPROVED;
    if (!row || (!isApproved && row.state !== SuccessionState.REFUSED)) return;
    const { id, name, reason } = row;
    const told = await inTransaction(pool, async (run) => {
      const [row] = await run(
        `update succession set told_at = coalesce(told_at, $2), sealed = null where id = $1 and state = $3 returning id`,
        [id, moment().now, isApproved ? SuccessionState.APPROVED : SuccessionState.REFUSED],
      );
      if (row && isApproved) {
        await giveConsent(run, id, moment());
        await passOnRounds(run, key, id, moment());
      }
      return row;
    });
    if (!told) return;
    const both = JSON.parse(key.open(sealed, id)) as BothTold;
    // What may have to wait for the morning comes first: whoever was told is not told again when it is tried again.
    const sides = (['predecessor', 'successor'] as const).toSorted(
      (one, other) => rank(both[one]) - rank(both[other]),
    );
    for (const to of sides) {
      const who = both[to];
      if (!who) continue;
      const write = () =>
        outcomeLetter(who.language as LinkLanguage, to, { name, isApproved, reason });
      const message = { ...who, id: `succession-${to}-${successionId}`, write };
      await handOut(settings, { ...message, text: () => inShort(write().text) }, payload);
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

const rank = (who: Told | null): number => (who?.channel === 'email' ? 1 : 0);
