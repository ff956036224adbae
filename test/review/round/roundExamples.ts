import { randomBytes } from 'node:crypto';

import { Role } from '#schema/access/Role.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { aViewer } from '#test/support/viewers.ts';
import type { World } from '#test/support/world.ts';

/** Whoever leads the programme, in the whole country. */
export const aLead = (name = 'Prøve programleder'): Viewer => aViewer(Role.PROGRAMME_LEAD, name);

/** A round that one may make as it is. */
export const aRound = (own: object = {}) => ({
  id: crypto.randomUUID(),
  name: 'Runden 2026',
  search: { filter: { only: 'ORGANISATION' } },
  opensOn: '2026-11-23',
  dueOn: '2026-12-31',
  ...own,
});

const fields = `id version name state opensOn dueOn reminderDays lastCallDays signedBy asks texts { language text }
  audienceId text filter { only areas } madeBy openedAt closedAt requestCount viewerMay { edit close }`;

/** A mutation of rounds. */
export const asked = (name: string): string =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} } }`;

/** Makes a draft, and gives its identifier. */
export async function madeRound(world: World, own: object = {}, by = aLead()): Promise<string> {
  const input = aRound(own);
  const { errors } = await world.ask(by, asked('createReviewRound'), { input });
  if (errors) throw new Error(JSON.stringify(errors));
  return input.id;
}

type Example = (world: World) => Promise<[document: string, variables: object, viewer?: Viewer]>;

/** A round with one letter that is printed and not sent. */
export async function aPrintedLetter(world: World): Promise<string> {
  const organisation = anOrganisation();
  await world.has(organisation);
  const id = await madeRound(world);
  await world.pool.query(
    `with opened as (
       update review_round set state = 'open', opened_at = '2026-11-22T07:00:00Z', queued_at = '2026-11-22T07:00:00Z' where id = $1
     ), link as (
       insert into personal_link (id, record_kind, record_id, contact_point_id, purpose, language, token_hash, code_hash, issued_by, issued_at, expires_on)
       values ($3, 'organisation', $2, $3, 'review', 'nb', $4, $5, $3, '2026-11-22T07:00:00Z', '2027-01-31')
     ), request as (
       insert into review_request (id, round_id, organisation_id, language, channel, link_id, queued_at)
       values ($3, $1, $2, 'nb', 'letter', $3, '2026-11-22T07:00:00Z')
     )
     insert into review_message (id, request_id, step, channel, due_on, printed_at)
     values ($3, $3, 0, 'letter', '2026-11-22', '2026-11-22T08:00:00Z')`,
    [
      id,
      organisation.id,
      crypto.randomUUID(),
      ...[1, 2].map(() => randomBytes(32).toString('hex')),
    ],
  );
  return id;
}

/** A question to each mutation of rounds. */
export const roundExamples: Readonly<Record<string, Example>> = {
  createReviewRound: async () => [asked('createReviewRound'), { input: aRound() }, aLead()],
  async editReviewRound(world) {
    const input = { id: await madeRound(world), expectedVersion: 1, name: 'En annen runde' };
    return [asked('editReviewRound'), { input }, aLead()];
  },
  async cancelReviewRound(world) {
    const input = { id: await madeRound(world), expectedVersion: 1 };
    return [asked('cancelReviewRound'), { input }, aLead()];
  },
  async openReviewRound(world) {
    const input = { id: await madeRound(world), expectedVersion: 1 };
    return [asked('openReviewRound'), { input }, aLead()];
  },
  async closeReviewRound(world) {
    const id = await madeRound(world);
    await world.pool.query(
      `update review_round set state = 'open', opened_at = '2026-11-22T07:00:00Z', queued_at = '2026-11-22T07:00:00Z' where id = $1`,
      [id],
    );
    return [asked('closeReviewRound'), { input: { id, expectedVersion: 1 } }, aLead()];
  },
  noteLettersSent: async (world) => [
    'mutation ($input: NoteLettersSentInput!) { noteLettersSent(input: $input) { waiting } }',
    { input: { roundId: await aPrintedLetter(world) } },
    aLead(),
  ],
};
