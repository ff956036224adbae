import type { TrustStanding } from '#schema/review/progress/TrustStanding.ts';
import { areasOf } from '#server/access/scope.ts';
import type { Run } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import { ensureRound } from './ensureRound.ts';
import { answeredIn, type Counted, figuresOf } from './figuresOf.ts';
import { isWhollyIn, ofOwnTrusts } from './ofOwnTrusts.ts';

interface Row {
  readonly trustId: string;
  readonly trustName: string;
  readonly counted: readonly Counted[];
  readonly openProposals: number;
  readonly signOff: TrustStanding['signOff'];
  readonly isWhole: boolean;
}

const standings = `with counted as (
    select r.trust_id, r.state, r.was_sent, count(*)::int as count from review_request r
    where r.round_id = $1 and r.trust_id is not null and ($4::uuid is null or r.trust_id = $4) and ${ofOwnTrusts('r.trust_id', '$2', '$3')}
    group by 1, 2, 3
  ), told as (
    select trust_id, json_agg(json_build_object('state', state, 'wasSent', was_sent, 'count', count)) as counted
    from counted group by 1
  ), waiting as (
    select r.trust_id, count(*)::int as count from change_proposal p
    join review_request r on r.organisation_id = p.organisation_id and r.round_id = $1
    where p.state = 'open' group by 1
  )
  select t.trust_id as "trustId", o.name as "trustName", t.counted, coalesce(w.count, 0) as "openProposals",
    (
      select json_build_object('by', coalesce(u.name, ''), 'at', s.at, 'note', s.note, 'answered', s.answered, 'total', s.total)
      from review_sign_off s left join staff_user u on u.id = s.by_id
      where s.round_id = $1 and s.trust_id = t.trust_id and s.taken_back_at is null
    ) as "signOff",
    ${isWhollyIn('t.trust_id', '$2', '$3')} as "isWhole"
  from told t join organisation o on o.id = t.trust_id left join waiting w on w.trust_id = t.trust_id
  order by o.name, o.id`;

/** Hvor foretakene står i en runde. Throws NOT_FOUND. */
export async function standingsOf(context: Context, roundId: string): Promise<TrustStanding[]> {
  const { pool } = context.database;
  const { id } = await ensureRound(context, roundId);
  const run: Run = async <Row>(text: string, values: readonly unknown[] = []) =>
    (await pool.query({ text, values: [...values] })).rows as Row[];
  return readStandings(context, run, id);
}

/** Those of the viewer's own, or one of them, by name: what each would sign for, and what is missing. */
export async function readStandings(
  { viewer, today }: Pick<Context, 'viewer' | 'today'>,
  run: Run,
  roundId: string,
  trustId: string | null = null,
): Promise<TrustStanding[]> {
  const rows = await run<Row>(standings, [roundId, areasOf(viewer?.scope ?? null), today, trustId]);
  const maySign = viewer?.permissions.has('review.signOff') === true;
  return rows.map(({ counted, isWhole, ...row }) => {
    const figures = figuresOf(counted);
    return { ...row, figures, answered: answeredIn(figures), viewerMaySign: maySign && isWhole };
  });
}
