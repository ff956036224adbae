import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { ensure } from '#server/access/ensure.ts';
import { areasOf } from '#server/access/scope.ts';
import type { LinkKey } from '#server/access/link/LinkKey.ts';
import { linkSecrets } from '#server/access/link/linkSecrets.ts';
import { inTransaction, type Run } from '#server/common/inTransaction.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { Conflict, NotFound } from '#server/problems.ts';
import { ofOwnTrusts } from '#server/review/progress/ofOwnTrusts.ts';
import { logRound } from '#server/review/round/logRound.ts';
import { findRound } from '#server/review/round/readRounds.ts';
import { mayRunRound } from '#server/review/round/roundRules.ts';
import { isDue, MOST_LETTERS, unsent, writable } from './letterSql.ts';
import type { PaperLetter } from './PaperLetter.ts';

/** Which letters. Those that wait, those that were printed last and are not sent, or the one of a request. */
export type LettersToPrint =
  | { readonly roundId: string; readonly which: 'waiting' | 'printed' }
  | { readonly requestId: string };

type Row = Omit<PaperLetter, 'token' | 'code'> & {
  readonly linkId: string;
  readonly messageId: string | null;
};

const columns = `m.id as "messageId", q.link_id as "linkId", q.language, o.name, r.signed_by as "signedBy",
  coalesce(r.texts ->> q.language, '') as text, coalesce(r.texts ->> 'nb', '') as "textInNorwegian", r.due_on::text as "dueOn",
  l.expires_on::text as "expiresOn", coalesce(post.value, '') as address, coalesce(a.official_name, '') as place`;

const places = `left join area a on a.number = o.seat_number
  left join lateral (
    select c.value from organisation_contact_point c where c.organisation_id = o.id and c.channel = 'post'
    order by c.position, c.id limit 1
  ) as post on true`;

/**
 * Skrive ut brev. What is to stand on paper, each with the link that the round has for it. That they were printed is noted, and told in the
 * change log, for whoever prints them has links of others in hand; nothing counts as sent.
 *
 * Throws NOT_FOUND, FORBIDDEN, CONFLICT (NOT_OPEN, NOTHING_TO_PRINT).
 */
export async function printLetters(
  context: Context,
  key: LinkKey,
  asked: LettersToPrint,
): Promise<readonly PaperLetter[]> {
  const { database, now } = context;
  const roundId = 'roundId' in asked ? asked.roundId : await roundOf(context, asked.requestId);
  const round = await findRound(context, roundId);
  ensure(mayRunRound, context.viewer, round);
  if (round.state !== 'open') throw new Conflict('NOT_OPEN');
  return inTransaction(database.pool, async (run) => {
    // Whoever prints at the same moment waits here, and prints the rest.
    await run('select from review_round where id = $1 for update', [roundId]);
    const rows = await rowsOf(run, context, asked);
    if (!rows.length) throw new Conflict('NOTHING_TO_PRINT');
    await run(
      'update review_message set printed_at = $2 where id = any($1::uuid[]) and sent_at is null',
      [rows.flatMap(({ messageId }) => messageId ?? []), now],
    );
    const fields = [
      { field: 'printedLetters', before: null, after: rows.length },
      ...('requestId' in asked
        ? [{ field: 'requestId', before: null, after: asked.requestId }]
        : []),
    ];
    await logRound(run, context, 'printReviewLetters', roundId, fields);
    return rows.map(({ linkId, messageId: _messageId, ...letter }) => ({
      ...letter,
      language: letter.language as LinkLanguage,
      ...linkSecrets(key, linkId),
    }));
  });
}

function rowsOf(run: Run, { viewer, today }: Context, asked: LettersToPrint): Promise<Row[]> {
  const seen = [areasOf(viewer?.scope ?? null), today];
  if ('requestId' in asked) {
    return run<Row>(
      `select ${columns} from ${writable} left join ${unsent} ${places} where q.id = $3`,
      [...seen, asked.requestId],
    );
  }
  const isChosen =
    asked.which === 'waiting' ? `m.printed_at is null and ${isDue}` : 'm.printed_at is not null';
  return run<Row>(
    `select ${columns} from ${writable} join ${unsent} ${places} where q.round_id = $3 and ${isChosen}
     order by m.printed_at desc nulls last, o.name, q.id limit ${MOST_LETTERS}`,
    [...seen, asked.roundId],
  );
}

/** Of the viewer's trusts. */
async function roundOf({ database, viewer, today }: Context, requestId: string): Promise<string> {
  const { rows } = await database.pool.query<{ roundId: string }>(
    `select q.round_id as "roundId" from review_request q where q.id = $3 and ${ofOwnTrusts('q.trust_id', '$1', '$2')}`,
    [areasOf(viewer?.scope ?? null), today, isUuid(requestId) ? requestId : null],
  );
  if (!rows[0]) throw new NotFound('ReviewRequest');
  return rows[0].roundId;
}
