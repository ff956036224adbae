import { randomUUID } from 'node:crypto';

import { ExportFormat } from '#schema/directory/export/ExportFormat.ts';
import type { PreparedExport } from '#schema/directory/export/PreparedExport.ts';
import { saidInWords } from '#server/access/crisis/saidInWords.ts';
import { ensurePermission } from '#server/access/ensure.ts';
import { ensureSteppedUp } from '#server/access/ensureSteppedUp.ts';
import { officersToTell } from '#server/access/crisis/tellOfficers.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { addJob } from '#server/common/job/addJob.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';
import { countRecords } from './chosenRecords.ts';
import type { ExportInput } from './ExportInput.ts';
import type { ExportRequest } from './ExportRequest.ts';
import { fileNameOf } from './fileNameOf.ts';
import { forgetPeople, needsReason } from './needsReason.ts';
import { requestOf } from './requestOf.ts';
import { searchInWords } from './searchInWords.ts';
import { mostInSheet } from './xlsxForm.ts';

/** For so long it may be fetched. */
const lasts = 2 * 60_000;
/** A list to ring from; more is a list for a machine. */
export const mostOnSheet = 1_000;
const reasonLength = { least: 15, most: 500 };

/**
 * Klargjøre eksport. Notes who takes what out of the register and for what, before any of it leaves; gives the address where it is
 * fetched, once.
 *
 * With people in it, it takes a fresh sign-in; with more than 50 different ones in an hour a reason as well, and then the privacy officers are told
 * in the same transaction.
 *
 * Throws INVALID_INPUT (also NOTHING_FOUND, TOO_MANY), FORBIDDEN, STEP_UP_REQUIRED.
 */
export async function prepareExport(context: Context, input: ExportInput): Promise<PreparedExport> {
  const { viewer, now } = context;
  const request = requestOf(context, input);
  ensurePermission('register.export', viewer);
  const { personIds, ...size } = await countRecords(
    { ...context, purpose: request.purpose },
    request,
  );
  refuseUnwritable(request, size);
  if (size.people > 0) ensureSteppedUp(viewer, now);

  const id = randomUUID();
  const expiresAt = new Date(now.getTime() + lasts);
  const fileName = fileNameOf(request, now);
  const reason = input.reason?.trim() || null;
  const search = await searchWithTrust(context, request);
  const isMany = await inTransaction(context.database.pool, async (run) => {
    // Two at once would each be within the limit.
    await run('select pg_advisory_xact_lock(5316014, hashtext($1))', [viewer.id]);
    const many = await needsReason(run, context, { ...size, personIds });
    if (many) {
      if (!reason) throw new InvalidInput({ reason: 'REQUIRED' });
      saidInWords({ reason }, reasonLength);
    }
    await run(
      `insert into export (id, at, expires_at, by_id, by_name, via, purpose, reason, format, request, search, file_name, organisations, people, person_ids)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        id,
        now,
        expiresAt,
        viewer.id,
        viewer.name,
        viewer.via,
        request.purpose,
        reason,
        request.format,
        JSON.stringify(request),
        search.join('; '),
        fileName,
        size.organisations,
        size.people,
        size.people ? personIds : null,
      ],
    );
    await forgetPeople(run, context);
    if (many) {
      for (const officerId of await officersToTell(run)) {
        await addJob(run, 'tellOfExport', { exportId: id, officerId }, `export ${id} ${officerId}`);
      }
    }
    return many;
  });
  return {
    id,
    address: `/export/${id}`,
    expiresAt: expiresAt.toISOString(),
    fileName,
    size: { ...size, needsReason: isMany, needsStepUp: size.people > 0 },
  };
}

function refuseUnwritable(
  { format }: ExportRequest,
  { organisations, people }: { readonly organisations: number; readonly people: number },
): void {
  const count = organisations + people;
  if (count === 0) throw new InvalidInput({ records: 'NOTHING_FOUND' });
  const most = { [ExportFormat.CONTACT_SHEET]: mostOnSheet, [ExportFormat.XLSX]: mostInSheet };
  if (format in most && count > most[format as keyof typeof most]) {
    throw new InvalidInput({ format: 'TOO_MANY' });
  }
}

async function searchWithTrust(context: Context, request: ExportRequest): Promise<string[]> {
  const trust = request.filter?.trust;
  if (!trust) return searchInWords(context, request);
  const { rows } = await context.database.pool.query<{ name: string }>(
    'select name from organisation where id = $1',
    [trust],
  );
  return searchInWords(context, request, rows[0]?.name);
}
