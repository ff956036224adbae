import type { Organisation } from '#schema/organisation/Organisation.ts';
import type { World } from '#test/support/world.ts';

/** What has happened to one whom a round asks. */
export interface Asked {
  readonly organisation: Pick<Organisation, 'id'>;
  readonly trust?: Pick<Organisation, 'id'> | null;
  readonly language?: string;
  readonly channel?: 'email' | 'letter';
  readonly hindrance?: string | null;
  readonly happened?: readonly ('queued' | 'sent' | 'failed' | 'bounced' | 'opened')[];
  readonly outcome?: 'confirmed' | 'changed' | 'declined' | null;
  readonly answeredAt?: string;
}

/** A round as it stands after all that has happened. */
export async function aRound(
  { pool }: Pick<World, 'pool'>,
  requests: readonly Asked[],
  { name = 'Runde 2026', openedAt = '2026-11-02T08:00:00Z', closedAt = null as string | null } = {},
): Promise<string> {
  const id = crypto.randomUUID();
  await pool.query(
    `insert into review_round (id, name, state, opens_on, due_on, signed_by, made_by, made_at, opened_at, queued_at, closed_at)
     values ($1, $2, $3, '2026-11-02', '2026-12-14', 'Prøve', $1, $4, $4, $4, $5)`,
    [id, name, closedAt ? 'closed' : 'open', openedAt, closedAt],
  );
  await pool.query(
    `insert into review_request (id, round_id, organisation_id, trust_id, language, channel, hindrance, queued_at, sent_at, failed_at,
       bounced_at, opened_at, outcome, answered_at, answered_through)
     select gen_random_uuid(), $1, organisation, trust, language, channel, hindrance, queued, sent, failed, bounced, opened, outcome,
       answered, 'link'
     from jsonb_to_recordset($2) as r(organisation uuid, trust uuid, language text, channel text, hindrance text, queued timestamptz,
       sent timestamptz, failed timestamptz, bounced timestamptz, opened timestamptz, outcome text, answered timestamptz)`,
    [
      id,
      JSON.stringify(
        requests.map(
          ({ organisation, trust, language = 'nb', channel = 'email', happened = [], ...it }) => ({
            organisation: organisation.id,
            trust: trust?.id ?? null,
            language,
            channel,
            hindrance: it.hindrance ?? null,
            ...Object.fromEntries(happened.map((what) => [what, openedAt])),
            outcome: it.outcome ?? null,
            answered: it.outcome ? (it.answeredAt ?? '2026-11-10T09:00:00Z') : null,
          }),
        ),
      ),
    ],
  );
  return id;
}
