import { AnnexGap, type AnnexRow, type RoundAnnex } from '#schema/review/progress/RoundAnnex.ts';
import { ReviewRequestState } from '#schema/review/round/ReviewRequestState.ts';
import { areasOf } from '#server/access/scope.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { ensureRound } from './ensureRound.ts';
import { ofOwnTrusts } from './ofOwnTrusts.ts';
import type { SnapshotFacts } from './SnapshotFacts.ts';

/** More than any trust has; who has more prints it in parts. */
const MOST = 2_000;

interface Row {
  readonly organisationId: string;
  readonly state: ReviewRequestState;
  readonly facts: SnapshotFacts;
  readonly isWaiting: boolean;
  readonly totalCount: number;
}

const answered: ReadonlySet<ReviewRequestState> = new Set([
  ReviewRequestState.CONFIRMED,
  ReviewRequestState.CHANGED,
  // What is known to be right is not asked about.
  ReviewRequestState.CERTAIN,
]);

/**
 * Vedlegget. The organisations of one trust, or those that no trust answers for, as they were when the round was closed; of an open one as they are.
 *
 * What has come after the round was closed is not in it: printed again next year, it says the same. Throws NOT_FOUND.
 */
export async function readAnnex(
  context: Context,
  roundId: string,
  trustId: string | null,
): Promise<RoundAnnex> {
  const round = await ensureRound(context, roundId);
  const isFrozen = round.closedAt !== null;
  const { rows } = await context.database.pool.query<Row>(
    `select r.organisation_id as "organisationId", f.facts,
       case when r.answered_at > $4 and r.outcome is not null then 'silent' else r.state end as state,
       exists (select from change_proposal p where p.organisation_id = r.organisation_id
         and case when $4::timestamptz is null then p.state = 'open'
           else p.proposed_at <= $4 and coalesce(p.decided_at, 'infinity') > $4 end) as "isWaiting",
       (count(*) over ())::int as "totalCount"
     from review_request r join ${
       isFrozen
         ? `review_snapshot f on f.round_id = r.round_id and f.organisation_id = r.organisation_id and f.moment = 'end'`
         : 'organisation_facts f on f.organisation_id = r.organisation_id'
     }
     where r.round_id = $1 and r.trust_id is not distinct from $5 and ${ofOwnTrusts('r.trust_id', '$2', '$3')}
     order by f.facts ->> 'name', r.organisation_id limit ${MOST}`,
    [
      round.id,
      areasOf(context.viewer?.scope ?? null),
      context.today,
      round.closedAt,
      trustId !== null && isUuid(trustId) ? trustId : null,
    ],
  );
  return {
    isFrozen,
    rows: rows.map((row) => rowOf(row, context)),
    totalCount: rows[0]?.totalCount ?? 0,
  };
}

function rowOf(row: Row, { vocabulary, locale }: Context): AnnexRow {
  const { organisationId, state, facts } = row;
  return {
    organisationId,
    name: facts.name,
    kind: facts.kind,
    number: facts.number,
    place:
      facts.seat === null ? null : (vocabulary.byNumber('Area', facts.seat, locale)?.name ?? null),
    languages: facts.languages.flatMap(
      (it) => vocabulary.byNumber('Language', it, locale)?.name ?? [],
    ),
    verifiedOn: facts.verifiedOn,
    verifiedBy: facts.verifiedBy,
    state,
    gaps: gapsOf(row),
  };
}

function gapsOf({ state, facts, isWaiting }: Row): AnnexGap[] {
  const missing: [AnnexGap, boolean][] = [
    [AnnexGap.NOT_ANSWERED, !answered.has(state)],
    [AnnexGap.NO_CONTACT, facts.contact.length === 0],
    [AnnexGap.NO_LANGUAGE, facts.languages.length === 0],
    [AnnexGap.NO_PLACE, facts.seat === null && facts.areas.length === 0],
    [AnnexGap.NEVER_VERIFIED, facts.verifiedOn === null],
    [AnnexGap.OPEN_PROPOSAL, isWaiting],
  ];
  return missing.flatMap(([gap, isMissing]) => (isMissing ? [gap] : []));
}
