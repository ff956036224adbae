import { linkCookie } from '#server/access/link/linkRequest.ts';
import { hashOf, newSecret } from '#server/access/secret.ts';
import type { OpenThings } from '#server/launch/OpenThings.ts';
import { connectionCounts, type Turns } from '#test/bench/byTurns.ts';
import { drive, inTurn, type Load, type Sent } from '#test/bench/drive.ts';
import type { Register } from '#test/bench/Register.ts';
import { medianRatio, quantile } from '#test/bench/statistics.ts';
import { say } from '#test/bench/surroundings.ts';
import { openRawServer } from '#test/bench/ways/raw.ts';
import { openServer } from '#test/bench/ways/samband.ts';

/** How fast a page of a link is there, by connections. */
export interface LinkPageMeasured {
  readonly name: string;
  readonly at: Readonly<
    Record<number, { readonly p50: number; readonly p95: number; readonly toRaw: number }>
  >;
}

const links = 64;

/** The pages, and the SQL by hand of the facts that they tell. */
const pages = [
  { name: 'all facts', path: '/l/answer?lang=so', raw: 'linkFacts' },
  { name: 'one question', path: '/l/review/topics?lang=so', raw: 'linkQuestion' },
  { name: 'the form for changes', path: '/l/review/topics/change?lang=so', raw: 'linkQuestion' },
] as const;

/** A link that somebody has opened. */
interface Opened {
  readonly id: string;
  readonly recordId: string;
  readonly secret: string;
}

/** Organisations that can be reached, each with a link that was opened just now; gone again when the part is done. */
async function openedLinks({ pool, today }: Register, things: OpenThings): Promise<Opened[]> {
  const { rows } = await pool.query<{ id: string; recordId: string }>(
    `insert into personal_link (id, record_kind, record_id, contact_point_id, purpose, language, token_hash, code_hash, issued_by, issued_at, expires_on)
     select gen_random_uuid(), 'organisation', o.id, c.id, 'review', 'so', encode(sha256(gen_random_uuid()::text::bytea), 'hex'),
       encode(sha256(gen_random_uuid()::text::bytea), 'hex'), gen_random_uuid(), now(), $1::date + 14
     from (select id from organisation where archived_on is null order by md5(id::text) limit $2) as o
     cross join lateral (select id from organisation_contact_point where organisation_id = o.id order by position limit 1) as c
     returning id, record_id as "recordId"`,
    [today, links],
  );
  things.add(async () => {
    await pool.query('delete from personal_link where id = any($1)', [rows.map(({ id }) => id)]);
  });
  const opened = rows.map((row) => ({ ...row, secret: newSecret() }));
  await pool.query(
    `insert into link_session (hash, link_id, created_at, expires_at)
     select hash, id, now(), now() + interval '1 hour' from unnest($1::text[], $2::uuid[]) as s(hash, id)`,
    [opened.map(({ secret }) => hashOf(secret)), opened.map(({ id }) => id)],
  );
  return opened;
}

/** Lenkesidene. How long a page of a link takes, whole, as whoever opens it waits; and as times SQL by hand that gives the same facts as JSON. */
export async function measureLinks(
  register: Register,
  { rounds, seconds }: Turns,
  things: OpenThings,
): Promise<readonly LinkPageMeasured[]> {
  const { serving } = await openServer(register, things);
  const byHand = await openRawServer(register, things);
  const opened = await openedLinks(register, things);
  const cookie = linkCookie(new URL(serving.origin));
  const measured: LinkPageMeasured[] = [];
  for (const { name, path, raw } of pages) {
    const ours = opened.map(({ secret }): Sent => {
      const headers = { cookie: `${cookie}=${secret}` };
      return { method: 'GET', path, headers, body: '' };
    });
    const theirs = opened.map(({ id, recordId }) => byHand.send(raw, [recordId, id]));
    const at: Record<number, LinkPageMeasured['at'][number]> = {};
    for (const connections of connectionCounts) {
      const load: Load = { connections, seconds };
      const [times, rates]: [number[], [number[], number[]]] = [[], [[], []]];
      for (let round = 0; round < rounds; round++) {
        const page = await drive(serving.origin, inTurn(ours, load), load);
        const hand = await drive(byHand.serving.origin, inTurn(theirs, load), load);
        times.push(...page.times);
        rates[0].push(page.rate);
        rates[1].push(hand.rate);
      }
      const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
      at[connections] = { p50, p95, toRaw: medianRatio(...rates) };
    }
    measured.push({ name, at });
    say(
      `A link's page of ${name}: p50 ${at[1]?.p50.toFixed(1)} ms, p95 ${at[1]?.p95.toFixed(1)} ms`,
    );
  }
  return measured;
}
