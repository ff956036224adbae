import { PersonalLinkPurpose } from '#schema/access/PersonalLinkPurpose.ts';
import { linkSecrets } from '#server/access/link/linkSecrets.ts';
import { daysAfter } from '#server/common/daysAfter.ts';
import { inTransaction, type Run } from '#server/common/inTransaction.ts';
import { addJob } from '#server/common/job/addJob.ts';
import type { Task } from '#server/common/job/Jobs.ts';
import { Reader } from '#server/common/Reader.ts';
import { createContext } from '#server/context.ts';
import { staffViewer } from '#server/directory/audience/digest/staffViewer.ts';
import { takeSnapshot } from '#server/review/progress/takeSnapshot.ts';
import { membersOfRound, type Scoped } from './membersOfRound.ts';
import type { RoundTaskSettings } from './roundTasks.ts';
import { LINKS_OUTLIVE } from './steps.ts';
import type { Reached } from './whom.ts';

interface Opened extends Scoped {
  readonly id: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly openedBy: string;
  readonly isFrozen: boolean;
}

/** So many links are made in one go: each is a transaction that says how far it has come. */
const PIECE = 1_000;

/**
 * Legger en runde i kø. Whom it asks is written down first, at once for all and once for ever, with what the register says of them that day;
 * then each piece of them gets links and first letters. A server that dies in the middle has done some pieces, and the next goes on with the rest:
 * nobody is asked twice, for an organisation has one request in a round, and a request one message a step.
 */
export function queueRound(settings: RoundTaskSettings): Task {
  const { pool } = settings;
  return async ({ roundId = '' }) => {
    const round = await openedRound(settings, roundId);
    if (!round) return;
    if (!round.isFrozen) await freeze(settings, round);
    for (let made = PIECE; made === PIECE && !settings.isStopping();) {
      made = await inTransaction(pool, (run) => makePiece(run, settings, round));
    }
    if (settings.isStopping()) return;
    await inTransaction(pool, async (run) => {
      await run('update review_round set queued_at = $2 where id = $1 and queued_at is null', [
        roundId,
        settings.moment().now,
      ]);
      await addJob(run, 'tendRounds', {}, 'rounds');
    });
  };
}

async function openedRound({ pool }: RoundTaskSettings, id: string): Promise<Opened | undefined> {
  const { rows } = await pool.query<Opened>(
    `select r.id, r.audience_id as "audienceId", r.search, r.asks, r.opens_on::text as "opensOn", r.due_on::text as "dueOn",
       r.opened_by as "openedBy", exists (select from review_request q where q.round_id = r.id) as "isFrozen"
     from review_round r where r.id = $1 and r.state = 'open' and r.queued_at is null`,
    [id],
  );
  return rows[0];
}

/** Writes down whom it asks. What whoever opened it may see and reach decides it. */
async function freeze(settings: RoundTaskSettings, round: Opened): Promise<void> {
  const { pool, moment, surroundings } = settings;
  const now = moment();
  const opener = await staffViewer(pool, round.openedBy, now.now);
  if (!opener) throw new Error(`Whoever opened round ${round.id} is no longer there`);
  const context = createContext(surroundings, {
    ...now,
    viewer: opener.viewer,
    requestId: 'queueRound',
    locale: 'nb',
    reader: new Reader(pool),
    way: 'planned',
  });
  const members = await membersOfRound(context, round, round.opensOn);
  await inTransaction(pool, async (run) => {
    // All at once, for a round is the same for all whom it asks: of a hundred thousand that is no work of seconds.
    await run(`set local statement_timeout = '5min'`);
    const [still] = await run(
      `select from review_round r where r.id = $1 and r.state = 'open'
         and not exists (select from review_request q where q.round_id = r.id) for update`,
      [round.id],
    );
    if (!still) return;
    const column = <Key extends keyof Reached>(key: Key) => members.map((it) => it[key]);
    await run(
      `insert into review_request (id, round_id, organisation_id, trust_id, language, lacks_language, channel, contact_point_id, hindrance)
       select gen_random_uuid(), $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::text[])
       on conflict do nothing`,
      [
        round.id,
        column('organisationId'),
        column('trustId'),
        column('language'),
        column('lacksLanguage'),
        column('channel'),
        column('contactPointId'),
        column('hindrance'),
      ],
    );
    await takeSnapshot(run, round.id, 'start');
  });
}

/** Makes the links and the first letters of a piece; says of how many. */
async function makePiece(
  run: Run,
  { key, moment }: RoundTaskSettings,
  round: Opened,
): Promise<number> {
  const { now } = moment();
  const waiting = await run<{ id: string }>(
    `select id from review_request where round_id = $1 and hindrance is null and queued_at is null
     order by id limit ${PIECE} for update skip locked`,
    [round.id],
  );
  if (!waiting.length) return 0;
  const made = waiting.map(({ id: requestId }) => {
    const linkId = crypto.randomUUID();
    const { token, code } = linkSecrets(key, linkId);
    return {
      requestId,
      linkId,
      token: key.hashOf('token', token),
      code: key.hashOf('typed code', code),
    };
  });
  const told = `jsonb_build_array(${[
    'recordId',
    'contactPointId',
    'purpose',
    'language',
    'expiresOn',
  ]
    .map(
      (field) =>
        `jsonb_build_object('field', '${field}', 'before', null, 'after', ${told_of[field]})`,
    )
    .join(', ')})`;
  await run(
    `with made as (
       select q.id, q.organisation_id, q.contact_point_id, q.language, q.channel, n.link_id, n.token, n.code
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as n(request_id, link_id, token, code)
       join review_request q on q.id = n.request_id
     ), links as (
       insert into personal_link (id, record_kind, record_id, contact_point_id, purpose, language, token_hash, code_hash, issued_by,
         issued_at, expires_on)
       select m.link_id, 'organisation', m.organisation_id, m.contact_point_id, $5, m.language, m.token, m.code, $6, $7, $8::date from made m
     ), logged as (
       insert into change (record, record_id, version, verb, by_id, via, at, reason, request_id, fields)
       select 'personal_link', l.link_id, 1, 'issuePersonalLink', $6, 'session', $7, null, 'queueRound', ${told} from made l
     ), letters as (
       insert into review_message (id, request_id, step, channel, due_on)
       select gen_random_uuid(), m.id, 0, m.channel, $9::date from made m on conflict do nothing
     )
     update review_request q set link_id = m.link_id, queued_at = $7 from made m where q.id = m.id`,
    [
      made.map(({ requestId }) => requestId),
      made.map(({ linkId }) => linkId),
      made.map(({ token }) => token),
      made.map(({ code }) => code),
      PersonalLinkPurpose.REVIEW,
      round.openedBy,
      now,
      daysAfter(round.dueOn, LINKS_OUTLIVE),
      round.opensOn,
    ],
  );
  return made.length;
}

const told_of: Readonly<Record<string, string>> = {
  recordId: 'l.organisation_id',
  contactPointId: 'l.contact_point_id',
  purpose: '$5::text',
  language: 'l.language',
  expiresOn: '$8::date',
};
