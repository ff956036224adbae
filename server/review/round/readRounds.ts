import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import type { ReviewRound } from '#schema/review/round/ReviewRound.ts';
import { ReviewRoundState } from '#schema/review/round/ReviewRoundState.ts';
import { may } from '#server/access/ensure.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { audienceSentence } from '#server/directory/audience/audienceSentence.ts';
import { audienceWords } from '#server/directory/audience/audienceWords.ts';
import type { SavedSearch } from '#server/directory/audience/readSearch.ts';
import { NotFound } from '#server/problems.ts';
import { mayMakeRound, mayRunRound } from './roundRules.ts';

/** A round as its row says. */
export interface RoundRow extends Omit<
  ReviewRound,
  'texts' | 'viewerMay' | 'madeBy' | 'text' | 'filter' | 'sentence'
> {
  readonly texts: Readonly<Partial<Record<LinkLanguage, string>>>;
  readonly search: SavedSearch | null;
  /** The search of its own, else that of its audience. */
  readonly asksBy: SavedSearch;
  readonly madeBy: string;
  readonly madeByName: string | null;
}

const moment = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const rounds = `select r.id, r.version, r.name, r.state, r.audience_id as "audienceId", a.name as "audienceName", r.search,
    coalesce(r.search, jsonb_build_object('text', a.text, 'keptFilter', a.filter, 'trustName', a.trust_name)) as "asksBy",
    r.opens_on::text as "opensOn", r.due_on::text as "dueOn", r.reminder_days as "reminderDays",
    r.last_call_days as "lastCallDays", r.texts, r.signed_by as "signedBy", r.asks, r.made_by as "madeBy", u.name as "madeByName",
    ${moment('r.made_at')} as "madeAt", ${moment('r.opened_at')} as "openedAt", ${moment('r.queued_at')} as "queuedAt",
    ${moment('r.closed_at')} as "closedAt", n.total as "requestCount", n.total - n.unqueued as "queuedCount"
  from review_round r left join staff_user u on u.id = r.made_by left join audience a on a.id = r.audience_id
  cross join lateral (
    select (select count(*)::integer from review_request q where q.round_id = r.id) as total,
      (select count(*)::integer from review_request q where q.round_id = r.id and q.queued_at is null) as unqueued
  ) as n`;

/** Rundene. Those that the viewer may know of, the latest first: a draft is for those who make rounds. */
export async function readRounds(context: Context): Promise<ReviewRound[]> {
  const { rows } = await context.database.pool.query<RoundRow>({
    name: 'rounds',
    text: `${rounds} where r.state <> 'draft' or $1 order by r.opens_on desc, r.made_at desc limit 200`,
    values: [seesDrafts(context)],
  });
  return rows.map((row) => roundOf(row, context));
}

/** One of them; null where there is none for the viewer. */
export async function readRound(context: Context, id: string): Promise<ReviewRound | null> {
  const row = await rowOfRound(context, id);
  return row && roundOf(row, context);
}

/** The same as its row says. Throws NOT_FOUND. */
export async function findRound(context: Context, id: string): Promise<RoundRow> {
  const row = await rowOfRound(context, id);
  if (!row) throw new NotFound('ReviewRound');
  return row;
}

async function rowOfRound(context: Context, id: string): Promise<RoundRow | null> {
  const { rows } = await context.database.pool.query<RoundRow>({
    name: 'one round',
    text: `${rounds} where r.id = $1 and (r.state <> 'draft' or $2)`,
    values: [isUuid(id) ? id : null, seesDrafts(context)],
  });
  return rows[0] ?? null;
}

const seesDrafts = ({ viewer }: Context): boolean => viewer !== null && mayMakeRound(viewer);

function roundOf(
  { texts, search, asksBy, madeBy, madeByName, ...row }: RoundRow,
  context: Context,
): ReviewRound {
  const { viewer } = context;
  const isTheirs = may(mayRunRound, viewer, { madeBy });
  return {
    ...row,
    text: search?.text ?? null,
    filter: search?.keptFilter ?? null,
    sentence: sentenceOf(asksBy, context),
    texts: Object.entries(texts).map(([language, text]) => ({
      language: language as LinkLanguage,
      text,
    })),
    madeBy: madeByName,
    viewerMay: {
      edit: isTheirs && row.state === ReviewRoundState.DRAFT,
      close: isTheirs && row.state === ReviewRoundState.OPEN,
    },
  };
}

/** Whatever a search finds, organisations alone are asked. What its trust is called was kept with it. */
function sentenceOf({ text, keptFilter, trustName }: SavedSearch, context: Context): string {
  const organisations = { ...keptFilter, only: RecordKind.ORGANISATION };
  const kept = { text, keptFilter: organisations, trustName, hasTrust: true };
  return audienceSentence({ text, words: audienceWords(kept, context) }, context.locale);
}
