import { PersonalLinkPurpose } from '#schema/access/PersonalLinkPurpose.ts';
import type { LinkKey } from '#server/access/link/LinkKey.ts';
import { linkSecrets } from '#server/access/link/linkSecrets.ts';
import type { Moment } from '#server/access/link/linkSession.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { addJob } from '#server/common/job/addJob.ts';
import { logChange } from '#server/common/logChange.ts';
import { HANDED_OVER, LINKS_OUTLIVE } from '#server/review/round/steps.ts';

interface Asked {
  readonly requestId: string;
  readonly organisationId: string;
  readonly language: string;
  readonly linkId: string;
  readonly openedBy: string;
  readonly expiresOn: string;
  readonly contactPointId: string;
  readonly channel: string;
  /** Whether the link went with the one before. */
  readonly isClosed: boolean;
}

/**
 * Sender rundene videre. Whoever has taken over is asked in each open round that their organisation has not answered, from now on: once by the
 * first letter, as any letter of the round, then by its reminders. Where its link went with the one before, who opens nothing by it any more,
 * there is another; one that others have goes on.
 */
export async function passOnRounds(
  run: Run,
  key: LinkKey,
  successionId: string,
  { now, today }: Moment,
): Promise<void> {
  const asked = await run<Asked>(
    `select q.id as "requestId", q.organisation_id as "organisationId", q.language, l.id as "linkId", r.opened_by as "openedBy",
       (r.due_on + ${LINKS_OUTLIVE})::text as "expiresOn", point.id as "contactPointId", point.channel,
       l.expires_on < $2::date or exists (
         select from personal_link it where (it.id = l.id or it.renews_id = l.id) and it.revoked_at is not null
       ) as "isClosed"
     from succession s
     join review_request q on q.organisation_id = s.organisation_id and q.outcome is null and q.hindrance is null
     join review_round r on r.id = q.round_id and r.state = 'open' and r.due_on >= $2::date
     join personal_link l on l.id = q.link_id
     cross join lateral (
       select c.id, c.channel from person_contact_point c
       where c.person_id = s.successor_id and c.channel = s.channel and c.bounced_on is null order by c.position, c.id limit 1
     ) as point
     where s.id = $1 for update of q`,
    [successionId, today],
  );
  for (const request of asked) {
    const linkId = request.isClosed ? await anotherLink(run, key, request, now) : request.linkId;
    await run(
      `update review_request set link_id = $2, contact_point_id = $3, channel = $4, bounced_at = null where id = $1`,
      [request.requestId, linkId, request.contactPointId, request.channel],
    );
    await queueLetter(run, request, today);
  }
  if (asked.length) await addJob(run, 'tendRounds', {}, 'rounds');
}

/** One that the key and its identifier open, as all of rounds: a reminder brings the same. */
async function anotherLink(run: Run, key: LinkKey, asked: Asked, now: Date): Promise<string> {
  const id = crypto.randomUUID();
  const { token, code } = linkSecrets(key, id);
  const { organisationId: recordId, contactPointId, language, expiresOn, openedBy } = asked;
  const purpose = PersonalLinkPurpose.REVIEW;
  await run(
    `insert into personal_link (id, record_kind, record_id, contact_point_id, purpose, language, token_hash, code_hash, issued_by,
       issued_at, expires_on)
     values ($1, 'organisation', $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      recordId,
      contactPointId,
      purpose,
      language,
      key.hashOf('token', token),
      key.hashOf('typed code', code),
      openedBy,
      now,
      expiresOn,
    ],
  );
  const told = { recordId, contactPointId, purpose, language, expiresOn };
  const fields = Object.entries(told).map(([field, after]) => ({ field, before: null, after }));
  const by = { viewer: null, now, requestId: 'queue' };
  await logChange(run, by, { verb: 'issuePersonalLink' }, { record: 'personal_link', id, fields });
  return id;
}

/** What waits goes to the new one; where nothing does, one letter more. */
const queueLetter = (run: Run, { requestId, channel }: Asked, today: string): Promise<unknown> =>
  run(
    `with moved as (
       update review_message set channel = $2
       where request_id = $1 and sent_at is null and failed_at is null and begun_at is null returning id
     )
     insert into review_message (id, request_id, step, channel, due_on)
     select gen_random_uuid(), $1, greatest(max(step) + 1, ${HANDED_OVER}), $2, $3::date from review_message
     where request_id = $1 and not exists (select from moved) group by request_id`,
    [requestId, channel, today],
  );
