import type { Run } from '#server/common/inTransaction.ts';
import { addJob } from '#server/common/job/addJob.ts';
import type { LinkKey } from './LinkKey.ts';
import type { LinkSession } from './linkSession.ts';
import { newShortCode } from './typedCode.ts';

/** What a link alone is not enough for. */
export type CodeAction = 'unmask' | 'hand_over' | 'consent' | 'erase';

const minute = 60_000;
const lasts = 10 * minute;
const mostTries = 5;
/** A link in the wrong hands must not fill a mailbox, nor give many guesses. */
const mostInAnHour = 10;

/**
 * Sender kode. Has a fresh code sent to the address on file; whatever was sent before for the same action opens nothing any more.
 *
 * False where the link has had enough of them for an hour.
 */
export async function sendShortCode(
  run: Run,
  key: LinkKey,
  { hash, linkId }: Pick<LinkSession, 'hash' | 'linkId'>,
  action: CodeAction,
  now: Date,
): Promise<boolean> {
  // One at a time for a link: two that come at once would each count without the other.
  await run('select from personal_link where id = $1 for update', [linkId]);
  const [counted] = await run<{ count: number }>(
    `select count(*)::integer as count from link_code c join link_session s on s.hash = c.session_hash
     where s.link_id = $1 and c.created_at > $2`,
    [linkId, after(now, -60 * minute)],
  );
  if ((counted?.count ?? 0) >= mostInAnHour) return false;
  const [id, code] = [crypto.randomUUID(), newShortCode()];
  await run(
    'update link_code set expires_at = $3 where session_hash = $1 and action = $2 and used_at is null and expires_at > $3',
    [hash, action, now],
  );
  await run(
    `insert into link_code (id, session_hash, action, hash, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)`,
    [id, hash, action, hashOfCode(key, hash, action, code), now, after(now, lasts)],
  );
  await addJob(run, 'sendLinkCode', { codeId: id, sealed: key.seal(code, id) }, id);
  return true;
}

/** What came of a code: `locked` after five wrong ones, `gone` when it has been used, replaced or is too old. */
export type Redeemed = 'right' | 'wrong' | 'locked' | 'gone';

/**
 * Løser inn. Takes a code once. Of those who bring the right one at the same moment, one is first.
 *
 * One statement looks and counts: the row is locked for it, so that no try escapes the count.
 */
export async function redeemShortCode(
  run: Run,
  key: LinkKey,
  { hash }: Pick<LinkSession, 'hash'>,
  action: CodeAction,
  code: string,
  now: Date,
): Promise<Redeemed> {
  const [tried] = await run<{ right: boolean; tries: number }>(
    `update link_code set
       used_at = case when hash = $3 then $4::timestamptz end,
       tries = case when hash = $3 then tries else tries + 1 end
     where session_hash = $1 and action = $2 and used_at is null and tries < $5 and expires_at > $4
     returning used_at is not null as right, tries`,
    [hash, action, hashOfCode(key, hash, action, code), now, mostTries],
  );
  if (tried) return tried.right ? 'right' : tried.tries >= mostTries ? 'locked' : 'wrong';
  const [locked] = await run(
    'select id from link_code where session_hash = $1 and action = $2 and used_at is null and tries >= $4 and expires_at > $3',
    [hash, action, now, mostTries],
  );
  return locked ? 'locked' : 'gone';
}

/** Bound to its session and its action: worth nothing elsewhere. */
const hashOfCode = (key: LinkKey, session: string, action: CodeAction, code: string): string =>
  key.hashOf('short code', `${session} ${action} ${code}`);

const after = (moment: Date, milliseconds: number) => new Date(moment.getTime() + milliseconds);
