import type { Viewer } from '#server/access/Viewer.ts';
import type { Asking } from '#server/access/AccessSettings.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { NotFound } from '#server/problems.ts';
import type { ExportRequest } from './ExportRequest.ts';

/** A prepared export that is being fetched. */
export interface TakenExport {
  readonly id: string;
  readonly request: ExportRequest;
  readonly fileName: string;
  readonly reason: string | null;
  readonly organisations: number;
  readonly people: number;
}

/**
 * Henter en klargjort eksport. One who prepared it gets it, by the way they came, once and soon; to everybody else it is not there. Throws
 * NOT_FOUND.
 */
export async function takeExport(
  pool: Asking,
  { viewer, now }: { readonly viewer: Viewer; readonly now: Date },
  id: string,
): Promise<TakenExport> {
  if (!isUuid(id)) throw new NotFound('export');
  const { rows } = await pool.query<TakenExport>(
    `update export set state = 'under_way'
     where id = $1 and by_id = $2 and via = $3 and state = 'prepared' and expires_at > $4
     returning id, request, file_name as "fileName", reason, organisations, people`,
    [id, viewer.id, viewer.via, now],
  );
  if (!rows[0]) throw new NotFound('export');
  return rows[0];
}

/** How much of it went out, and that it is over. The question is forgotten; in words it stays. */
export async function endExport(
  pool: Asking,
  id: string,
  state: 'complete' | 'broken',
  peopleShown: number,
  now: Date,
): Promise<void> {
  await pool.query(
    'update export set state = $2, people_shown = $3, ended_at = $4, request = null where id = $1',
    [id, state, peopleShown, now],
  );
}
