import type pg from 'pg';

import { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { letterOf } from '#server/access/link/linkLetters.ts';
import type { Task } from '#server/common/job/Jobs.ts';
import { type Mail, NotSent } from '#server/common/mail/Mail.ts';
import { mailbox, UnsendableLetter } from '#server/common/mail/mailbox.ts';
import { exportWords } from './exportWords.ts';
import { nameOfEnum } from './nameOfEnum.ts';

interface ManyTakenOut {
  readonly by: string;
  readonly purpose: string;
  readonly reason: string;
  readonly people: number;
  readonly name: string;
  readonly email: string;
}

/** Brev om mange ut på én gang. May be done twice: the letter has the same name the second time, so that the mailbox knows it. */
export function exportTasks({
  pool,
  mail,
  publicUrl,
}: {
  readonly pool: pg.Pool;
  readonly mail: Pick<Mail, 'send'>;
  readonly publicUrl: URL;
}): Record<string, Task> {
  return {
    async tellOfExport({ exportId = '', officerId = '' }) {
      const { rows } = await pool.query<ManyTakenOut>(
        `select e.by_name as by, e.purpose, e.reason, e.people, u.name, u.email
         from export e join staff_user u on u.id = $2 and u.role = $3 and u.disabled_at is null and u.email is not null
         where e.id = $1`,
        [exportId, officerId, Role.PRIVACY_OFFICER],
      );
      const [told] = rows;
      if (!told) return;
      const words = exportWords('nb');
      const purpose = words.formatMessage({ id: `purpose.${nameOfEnum(Purpose, told.purpose)}` });
      try {
        await mail.send({
          id: `export-${exportId}-${officerId}`,
          to: mailbox(told.name, told.email),
          // The staff's letters are in bokmål: nobody has told which language each of them reads.
          ...letterOf(LinkLanguage.NB, 'Mange personer er tatt ut av registeret', [
            `${told.by} har klargjort en fil med ${told.people} personer. Formålet er ${purpose.toLowerCase()}.`,
            `Grunnen som ble oppgitt: ${told.reason}`,
            'Du kan se hva som er tatt ut av registeret her:',
            new URL('/personvern/eksporter', publicUrl),
          ]),
        });
      } catch (error) {
        const isForGood =
          error instanceof UnsendableLetter || (error instanceof NotSent && error.isForGood);
        if (!isForGood) throw error;
      }
    },
  };
}
