import fc from 'fast-check';
import { expect } from 'vitest';

import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { Topic } from '#schema/vocabulary/Topic.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { anAffiliation, aPerson, aPersonalContactPoint, aPersonLanguage } from '#seeds/person.ts';
import { runs } from '#test/common/question/runs.ts';
import { personalKey, test, type World } from '#test/support/world.ts';
import { aKey, does } from './editing.ts';

/** All that the tables hold of people and of what they are to organisations, but for how often it was changed. */
async function everything(world: World): Promise<unknown> {
  const { rows } = await world.pool.query<{ it: unknown }>(`
    select jsonb_build_object(
      'person', (select jsonb_agg(to_jsonb(p) - 'version' order by id) from person p),
      'language', (select jsonb_agg(to_jsonb(l) order by id) from person_language l),
      'contact', (select jsonb_agg(to_jsonb(c) order by id) from person_contact_point c),
      'affiliation', (select jsonb_agg(to_jsonb(a) - 'version' order by id) from affiliation a),
      'entry', (select jsonb_agg(to_jsonb(e) - 'is_young' order by id) from directory_entry e where e.id in (select id from person))
    ) as it`);
  return rows[0]?.it;
}

/** Two people, one of whom leads an organisation, in a small vocabulary. */
async function scene(world: World) {
  const terms = async <Term extends { code: string }>(of: new (...args: never[]) => Term) =>
    (await world.em.find(of as never, {}, { limit: 4 })) as Term[];
  const [areas, topics, languages] = [await terms(Area), await terms(Topic), await terms(Language)];
  const organisation = anOrganisation();
  const people = [aPerson({ areas: areas.slice(0, 1) }), aPerson({ givenName: 'Nora' })] as const;
  await world.has(organisation, ...people);
  const points = [0, 1, 2].map((position) =>
    aPersonalContactPoint(people[0], personalKey, {
      value: `+4700000${position}00`,
      position,
      ...(position === 2 && { audience: ContactAudience.CRISIS_ONLY }),
    }),
  );
  const tie = anAffiliation(people[0], organisation, { title: 'Forkvinne', isPrimary: true });
  await world.has(...points, tie, aPersonLanguage(people[0], languages[0]!));
  return { areas, topics, languages, organisation, people, points, tie };
}

type Scene = Awaited<ReturnType<typeof scene>>;

const text = fc.constantFrom('Prøve', 'Ny', 'Åse Ødegård', 'Сона', 'سلام', 'a\u0301', 'O’Nil');
const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: undefined });
const day = fc.constantFrom('2020-01-01', '2024-01-01', '2025-06-01', '2026-11-22', '2027-01-01');
const level = fc.constantFrom('BASIC', 'GOOD', 'FLUENT', null);

/** What may be done to a scene: the use case and its input, but for the versions. */
function deeds({ areas, topics, languages, organisation, people, points, tie }: Scene) {
  const codes = (of: readonly { code: string }[]) =>
    fc.uniqueArray(fc.constantFrom(...of.map(({ code }) => code)));
  const value = fc.constantFrom('+4700000456', '+47 00 00 07 89', '00 00 01 23');
  const newPoint = fc.record({
    channel: fc.constantFrom('PHONE', 'SMS', 'WHATSAPP'),
    value,
    label: maybe(fc.option(text)),
    audience: maybe(fc.constantFrom('ALL_STAFF', 'COORDINATORS')),
  });
  const known = fc.constantFrom(points[0]!.id, points[1]!.id);
  const knownPoint = fc.record({
    id: known,
    value: maybe(value),
    label: maybe(fc.option(text)),
    hours: maybe(fc.option(text)),
    language: maybe(fc.option(fc.constantFrom(...languages.map(({ code }) => code)))),
  });
  const contactPoints = fc.uniqueArray(fc.oneof(newPoint, knownPoint), {
    maxLength: 5,
    selector: (it) => ('id' in it ? it.id : it),
  });
  const facts = {
    familyName: maybe(fc.constantFrom('', 'Prøve', 'Ny')),
    areas: maybe(codes(areas)),
    topics: maybe(codes(topics)),
    willingness: maybe(fc.uniqueArray(fc.constantFrom('OUTREACH', 'COUNCIL_MEMBER'))),
    languages: maybe(
      fc.uniqueArray(
        fc.record({
          language: fc.constantFrom(...languages.map(({ code }) => code)),
          speaks: maybe(level),
          writes: maybe(level),
        }),
        { selector: ({ language }) => language },
      ),
    ),
  };
  const newPerson = fc.record({
    givenName: text,
    ...facts,
    contactPoints: maybe(fc.array(newPoint, { maxLength: 3 })),
  });
  const affiliation = {
    title: maybe(fc.option(text)),
    until: maybe(fc.option(day)),
    isPrimary: maybe(fc.boolean()),
  };
  const role = fc.constantFrom('LEADER', 'CONTACT', 'VOLUNTEER');
  const key = fc.constant(null).map(aKey);
  const [id, organisationId, expectedVersion] = [people[0].id, organisation.id, 1];
  const once = <Verb extends Parameters<typeof does>[1]>(
    verb: Verb,
    input: fc.Arbitrary<Record<string, unknown>>,
  ) => input.map((it) => ({ verb, input: { expectedVersion: undefined, ...it } }));
  const own = { id: fc.constant(id), expectedVersion: fc.constant(expectedVersion) };
  const tied = { id: fc.constant(tie.id), expectedVersion: fc.constant(expectedVersion) };
  return fc.oneof(
    once(
      'editPerson',
      fc.record({ ...own, givenName: maybe(text), ...facts, contactPoints: maybe(contactPoints) }),
    ),
    once('archivePerson', fc.record(own)),
    once(
      'createPerson',
      fc
        .tuple(
          newPerson,
          key,
          maybe(
            fc.record({
              organisationId: fc.constant(organisationId),
              role,
              since: day,
              ...affiliation,
            }),
          ),
        )
        .map(([it, idempotencyKey, first]) => ({ ...it, idempotencyKey, affiliation: first })),
    ),
    once(
      'startAffiliation',
      fc.record({
        idempotencyKey: key,
        personId: fc.constant(people[1].id),
        organisationId: fc.constant(organisationId),
        role,
        since: day,
        ...affiliation,
      }),
    ),
    once(
      'editAffiliation',
      fc.record({ ...tied, role: maybe(role), since: maybe(day), ...affiliation }),
    ),
    once('endAffiliation', fc.record({ ...tied, until: day })),
    once(
      'handOverRole',
      fc.record({
        idempotencyKey: key,
        affiliationId: fc.constant(tie.id),
        expectedVersion: fc.constant(expectedVersion),
        until: day,
        successor: maybe(
          fc.oneof(
            fc.record({ personId: fc.constant(people[1].id), title: maybe(text) }),
            fc.record({ newPerson }),
          ),
        ),
      }),
    ),
  );
}

test('whatever is done to people and to what they are, undone it is as if it had not been', async ({
  world,
}) => {
  const it = await scene(world);
  const before = await everything(world);
  const undone = new Map<string, number>();

  await fc.assert(
    fc.asyncProperty(deeds(it), async ({ verb, input }) => {
      const known = await changesOf(world);
      const { refusal } = await does(world, verb, await asSeenNow(world, it, input));
      // What is refused is not done, in no part.
      if (refusal) {
        expect(refusal.code).toBe('INVALID_INPUT');
        expect(await everything(world)).toEqual(before);
        return;
      }
      const made = (await changesOf(world)).filter(({ id }) => !known.some((one) => one.id === id));
      const one = made[Math.floor(made.length / 2)];
      if (one) {
        const change = { changeId: one.id, expectedVersion: one.version };
        const { refusal: kept } = await does(world, 'undoChange', { ...change, reason: 'Feil' });
        expect(kept).toBeUndefined();
        undone.set(verb, (undone.get(verb) ?? 0) + 1);
      }
      expect(await everything(world)).toEqual(before);
    }),
    runs(150),
  );

  // Each of them was tried.
  expect([...undone.keys()].toSorted()).toEqual([
    'archivePerson',
    'createPerson',
    'editAffiliation',
    'editPerson',
    'endAffiliation',
    'handOverRole',
    'startAffiliation',
  ]);
}, 120_000);

/** All changes there are, with the version that their record has now. */
async function changesOf(world: World) {
  const { rows } = await world.pool.query<{ id: string; version: number }>(
    'select distinct id, current_version as version from change_seen order by id',
  );
  return rows;
}

/** The input without what is not given, and with the version that the record has now. */
async function asSeenNow(
  world: World,
  { people, tie }: Scene,
  input: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const { rows } = await world.pool.query<{ id: string; version: number }>(
    'select id, version from person where id = $1 union select id, version from affiliation where id = $2',
    [people[0].id, tie.id],
  );
  const of = input['id'] ?? input['affiliationId'];
  const version = rows.find(({ id }) => id === of)?.version;
  return JSON.parse(
    JSON.stringify({ ...input, ...(of ? { expectedVersion: version } : {}) }),
  ) as Record<string, unknown>;
}
