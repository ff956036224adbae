import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { anEditor } from '#test/support/viewers.ts';
import type { World } from '#test/support/world.ts';

export const asked = (name: string, type: string, selection = ''): string =>
  `mutation ($input: ${type}!) { ${name}(input: $input) ${selection} }`;

export const claim = asked('claimCall', 'CallInput', '{ by isMine until }');
export const release = asked('releaseCall', 'CallInput');
export const note = asked('noteCall', 'NoteCallInput');
export const undo = asked('undoCall', 'UndoCallInput');
export const tellLanguages = asked('setCallerLanguages', 'SetCallerLanguagesInput', '{ code }');

/** How far a request has come. */
export interface Sent {
  readonly name?: string;
  readonly language?: string;
  readonly languages?: readonly string[];
  readonly sentAt?: string | null;
  readonly hindrance?: string | null;
  readonly bouncedAt?: string | null;
  readonly outcome?: string | null;
  readonly area?: string | null;
}

/** An open round, with reminders after one and three weeks. */
export async function anOpenRound(world: Pick<World, 'pool'>): Promise<string> {
  const { rows } = await world.pool.query<{ id: string }>(
    `insert into review_round (id, name, state, search, opens_on, due_on, signed_by, made_by, made_at, opened_at)
     values (gen_random_uuid(), 'Runden 2026', 'open', '{}', '2026-10-01', '2026-12-31', 'Prøve', gen_random_uuid(),
       '2026-09-30T08:00:00Z', '2026-10-01T08:00:00Z') returning id`,
  );
  return rows[0]!.id;
}

/** A request of the round, to an organisation with a telephone; of old unless it says otherwise. */
export async function aRequest(world: World, roundId: string, sent: Sent = {}) {
  const { name = 'Stille forening', language = 'so', languages = [], area = null } = sent;
  const numbers = async (table: string, codes: readonly string[]) =>
    (
      await world.pool.query<{ number: number }>(
        `select number from ${table} where code = any($1) order by number`,
        [codes],
      )
    ).rows.map(({ number }) => number);
  const organisation = Object.assign(anOrganisation({ name }), {
    languages: await numbers('language', languages),
    servedAreas: area ? await numbers('area', [area]) : [],
  });
  const phone = aContactPoint(organisation, { value: '+4700000123' });
  await world.has(organisation, phone);
  const { sentAt = '2026-10-02T08:00:00Z', hindrance = null, bouncedAt = null } = sent;
  const { rows } = await world.pool.query<{ id: string }>(
    `insert into review_request (id, round_id, organisation_id, language, channel, sent_at, hindrance, bounced_at, answered_at, outcome)
     values (gen_random_uuid(), $1, $2, $3, 'email', $4, $5, $6, case when $7::text is null then null else now() end, $7) returning id`,
    [
      roundId,
      organisation.id,
      language,
      hindrance ? null : sentAt,
      hindrance,
      bouncedAt,
      sent.outcome ?? null,
    ],
  );
  return { id: rows[0]!.id, organisationId: organisation.id, phoneId: phone.id };
}

/** One somebody may ring. */
export const oneToRing = async (world: World, sent: Sent = {}) =>
  aRequest(world, await anOpenRound(world), sent);

/** Somebody who has signed in and has a row of their own. */
export async function aCaller(world: Pick<World, 'pool'>, name: string): Promise<Viewer> {
  const id = crypto.randomUUID();
  await world.pool.query(
    `insert into staff_user (id, issuer, subject, name, role) values ($1, 'test', $2, $3, 'editor')`,
    [id, `${name} ${id}`, name],
  );
  return { ...anEditor(), id, name };
}

type Example = (world: World) => Promise<[document: string, variables: object, viewer?: Viewer]>;

/** A question to each mutation of the call list that is told in the change log. */
export const callExamples: Readonly<Record<string, Example>> = {
  async noteCall(world) {
    const { id: requestId } = await oneToRing(world);
    return [note, { input: { id: crypto.randomUUID(), requestId, outcome: 'NO_ANSWER' } }];
  },
  async undoCall(world) {
    const { id: requestId } = await oneToRing(world);
    const id = crypto.randomUUID();
    await world.ask(anEditor(), note, { input: { id, requestId, outcome: 'NO_ANSWER' } });
    return [undo, { input: { id } }];
  },
};
