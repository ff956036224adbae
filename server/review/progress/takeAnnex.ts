import { randomUUID } from 'node:crypto';

import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { ExportFormat } from '#schema/directory/export/ExportFormat.ts';
import { ensurePermission } from '#server/access/ensure.ts';
import { contactPermission } from '#server/access/permissions.ts';
import type { Context } from '#server/context.ts';
import { exportWords } from '#server/directory/export/exportWords.ts';
import { nameOfEnum } from '#server/directory/export/nameOfEnum.ts';
import { NotFound } from '#server/problems.ts';
import { annexPaper } from './annexPaper.ts';
import { ensureRound } from './ensureRound.ts';
import { readAnnex } from './readAnnex.ts';
import { standingsOf } from './readStandings.ts';

/** A file, and what it is called. */
export interface AnnexFile {
  readonly fileName: string;
  readonly file: Buffer;
}

/**
 * Tar ut vedlegget. Makes the annex of one trust, or of those that no trust answers for, and takes down who took it out, among the other files that leave
 * the register. Nobody's contact details are in it.
 *
 * Throws UNAUTHENTICATED, FORBIDDEN, NOT_FOUND (also for a trust that is not the viewer's).
 */
export async function takeAnnex(
  context: Context,
  roundId: string,
  trustId: string | null,
): Promise<AnnexFile> {
  const { viewer, now, today, locale, database } = context;
  ensurePermission('review.call', viewer);
  ensurePermission('register.export', viewer);
  ensurePermission(contactPermission(Purpose.REGISTER_CARE), viewer);
  const round = await ensureRound(context, roundId);
  const standings = trustId === null ? [] : await standingsOf(context, roundId);
  const standing = standings.find((it) => it.trustId === trustId) ?? null;
  if (trustId !== null && !standing) throw new NotFound('TrustStanding');
  const annex = await readAnnex(context, roundId, trustId);
  const words = exportWords(locale);
  const whose = standing?.trustName ?? words.formatMessage({ id: 'round.unknown.TRUST' });
  const role = words.formatMessage({ id: `role.${nameOfEnum(Role, viewer.role)}` });
  const search = [words.formatMessage({ id: 'annex.title' }), round.name, whose];
  const organisations = annex.rows.length;
  const file = await annexPaper(
    { round, annex, standing },
    {
      words,
      at: now,
      by: `${viewer.name}, ${role.toLowerCase()}`,
      purpose: words.formatMessage({ id: 'purpose.REGISTER_CARE' }),
      reason: null,
      search,
      organisations,
      people: 0,
    },
  );
  const fileName = `samband-vedlegg-${today}.pdf`;
  await database.pool.query(
    `insert into export (id, at, expires_at, by_id, by_name, via, purpose, format, search, file_name, organisations, people, state, ended_at)
     values ($1, $2, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, 'complete', $2)`,
    [
      randomUUID(),
      now,
      viewer.id,
      viewer.name,
      viewer.via,
      Purpose.REGISTER_CARE,
      ExportFormat.ANNEX,
      search.join('; '),
      fileName,
      organisations,
    ],
  );
  return { fileName, file };
}
