import type pg from 'pg';

import { Role } from '#schema/access/Role.ts';
import type { Task } from '#server/common/job/Jobs.ts';
import { type Mail, NotSent } from '#server/common/mail/Mail.ts';
import { mailbox, UnsendableLetter } from '#server/common/mail/mailbox.ts';
import { type Opened, openedLetter } from './openedLetter.ts';

/** Brev om nødtilgang. May be done twice: the letter has the same name the second time, so that the mailbox knows it. */
export function crisisTasks({
  pool,
  mail,
  publicUrl,
}: {
  readonly pool: pg.Pool;
  readonly mail: Pick<Mail, 'send'>;
  readonly publicUrl: URL;
}): Record<string, Task> {
  return {
    async tellOfBreakGlass({ breakGlassId = '', officerId = '', what = '' }) {
      const { rows } = await pool.query<Opened & { name: string; email: string }>(
        `select b.id, c.name as crisis, b.opened_by as "openedBy", b.reason, b.confirmed_by as "confirmedBy",
           b.expires_at as "expiresAt", u.name, u.email
         from break_glass b join crisis c on c.id = b.crisis_id
           join staff_user u on u.id = $2 and u.role = $3 and u.disabled_at is null and u.email is not null
         where b.id = $1 and b.reviewed_at is null`,
        [breakGlassId, officerId, Role.PRIVACY_OFFICER],
      );
      const [opened] = rows;
      if (!opened) return;
      try {
        await mail.send({
          id: `break-glass-${what}-${breakGlassId}-${officerId}`,
          to: mailbox(opened.name, opened.email),
          ...openedLetter(publicUrl, opened, what === 'confirmed' ? 'confirmed' : 'opened'),
        });
      } catch (error) {
        const isForGood =
          error instanceof UnsendableLetter || (error instanceof NotSent && error.isForGood);
        if (!isForGood) throw error;
      }
    },
  };
}
