import {
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  isCompositeType,
  isLeafType,
  isObjectType,
  isNonNullType,
} from 'graphql';
import { expect } from 'vitest';

import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { aConsent, anAffiliation, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { purposesOf } from '#server/access/permissions.ts';
import { findDuplicates } from '#server/directory/duplicate/findDuplicates.ts';
import { aViewer } from '#test/support/viewers.ts';
import { registerSchema as schema } from '#test/support/registerSchema.ts';
import { personalKey, test, type World } from '#test/support/world.ts';

/** What stands in a cell: a value, a masked one, nothing because it is refused, nothing because there is no such record. */
type Cell = 'full' | 'masked' | 'refused' | 'absent' | 'may' | 'may not';

/** Everybody who may ask, each working in Oslo alone. */
async function everyone(world: World): Promise<Map<string, Viewer | null>> {
  const { rows } = await world.pool.query<{ areas: number[] }>(
    `select areas_in_scope(null, (select number from area where code = '0301'), '2026-11-22') as areas`,
  );
  const scope = new Set(rows[0]?.areas);
  return new Map<string, Viewer | null>([
    ['stranger', null],
    ...Object.values(Role).map((role) => [role, { ...aViewer(role), scope }] as const),
  ]);
}

/** One of each there may be of a record. */
async function records(world: World) {
  const area = (code: string) => world.em.findOneOrFail(Area, { code });
  const [oslo, bergen] = [await area('0301'), await area('4601')];
  const person = async (own: Parameters<typeof aPerson>[0], isAsked: boolean) => {
    const it = aPerson(own);
    await world.has(it);
    await world.has(
      aPersonalContactPoint(it, personalKey, { value: '+4700000123' }),
      ...(isAsked ? yes.map((purpose) => aConsent(it, purpose)) : []),
    );
    return it;
  };
  const people = {
    'in scope, consented': await person({ areas: [oslo] }, true),
    'in scope, not consented': await person({ areas: [oslo] }, false),
    'out of scope, consented': await person({ areas: [bergen] }, true),
    erased: await person({ areas: [oslo] }, true),
  };
  await world.pool.query(`update person set erased_at = '2026-11-01T12:00:00Z' where id = $1`, [
    people.erased.id,
  ]);
  const organisations = {
    'in scope': anOrganisation({ name: 'Foreningen Her', servedAreas: [oslo] }),
    'out of scope': anOrganisation({ name: 'Foreningen Der', servedAreas: [bergen] }),
  };
  await world.has(...Object.values(organisations));
  await world.has(
    ...Object.values(people).map((it) => anAffiliation(it, organisations['out of scope'])),
  );
  return { people, organisations };
}

const yes = [Purpose.REGISTER_CARE, Purpose.CRISIS, Purpose.MEETING, Purpose.COUNCIL];

/** A field with all that is plain beneath it, as a selection. */
function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return field.name;
  const plain = (of: GraphQLObjectType) =>
    Object.values(of.getFields())
      .filter((it) => isLeafType(getNamedType(it.type)) && !it.args.some(isNeeded))
      .map(({ name }) => name);
  const fields = isObjectType(type) ? plain(type) : [];
  return `${field.name} { __typename ${fields.join(' ')} }`;
}

const isNeeded = ({ type, defaultValue }: { type: unknown; defaultValue?: unknown }) =>
  isNonNullType(type) && defaultValue === undefined;

async function cellOf(
  world: World,
  viewer: Viewer | null,
  root: 'person' | 'organisation',
  id: string,
  selection: string,
  purpose: string | null,
): Promise<Cell> {
  const { data, errors } = await world.ask<Record<string, unknown>>(
    viewer,
    `query ($id: ID!, $purpose: Purpose) @purpose(of: $purpose) { ${root}(id: $id) { ${selection} } }`,
    { id, purpose },
  );
  if (errors) {
    const codes = errors.map(({ extensions }) => extensions?.['code']);
    expect(['FORBIDDEN', 'UNAUTHENTICATED']).toContain(codes[0]);
    return 'refused';
  }
  if (!data?.[root]) return 'absent';
  const told = JSON.stringify(data[root]);
  if (selection.startsWith('viewerMay')) return told.includes('true') ? 'may' : 'may not';
  return told.includes('•••') ? 'masked' : 'full';
}

/** The roles, by what is in their cells: `field → { what: roles }`. */
async function matrixOf(
  world: World,
  root: 'person' | 'organisation',
  states: Readonly<Record<string, { id: string }>>,
): Promise<string[]> {
  const type = schema.getType(root === 'person' ? 'Person' : 'Organisation') as GraphQLObjectType;
  const viewers = await everyone(world);
  const lines: string[] = [];
  // Whoever comes by a link has come to the first of these.
  const own = { kind: root, id: Object.values(states)[0]?.id ?? '' } as const;
  for (const role of [Role.ORGANISATION_CONTACT, Role.PERSON]) {
    const viewer = viewers.get(role);
    const isOf = role === Role.PERSON ? 'person' : 'organisation';
    if (viewer && isOf === root) viewers.set(role, { ...viewer, own });
  }
  for (const [state, { id }] of Object.entries(states)) {
    lines.push('', `## ${root}, ${state}`, '', `| field | ${[...viewers.keys()].join(' | ')} |`);
    lines.push(`| --- | ${[...viewers.keys()].map(() => ':-:').join(' | ')} |`);
    for (const field of Object.values(type.getFields())) {
      const purposes =
        field.name === 'contactPoints' && root === 'person'
          ? [null, ...Object.keys(Purpose)]
          : [null];
      for (const purpose of purposes) {
        const cells: Cell[] = [];
        for (const viewer of viewers.values()) {
          cells.push(await cellOf(world, viewer, root, id, selectionOf(field), purpose));
        }
        const name = purpose ? `${field.name} for ${purpose}` : field.name;
        lines.push(`| \`${name}\` | ${cells.map((cell) => signs[cell]).join(' | ')} |`);
      }
    }
  }
  return lines;
}

const signs: Record<Cell, string> = {
  full: '●',
  masked: '◐',
  refused: '·',
  absent: '–',
  may: '✓',
  'may not': '✗',
};

test('what each role gets to see of each record, field by field', async ({ world }) => {
  const { people, organisations } = await records(world);

  const page = [
    '# What each role gets to see',
    '',
    'Asked of the API itself, for every field there is, by a test; each viewer works in Oslo alone, and whoever comes by a link has come to the first record of their kind. Regenerate: `npm test -- test/access/accessMatrix.api.test.ts -u`, and read the difference.',
    '',
    '● in full · ◐ masked · `·` refused · – no such record · ✓ may do something · ✗ may do nothing',
    ...(await matrixOf(world, 'organisation', organisations)),
    ...(await matrixOf(world, 'person', people)),
    '',
  ].join('\n');

  await expect(page).toMatchFileSnapshot('../../docs/accessMatrix.md');
});

/** Every way to a person that the schema has, as a question whose answer holds their contact points; by the field that leads there. */
const ways: Readonly<Record<string, (selection: string) => string>> = {
  'Query.person': (selection) => `person(id: $id) { ${selection} }`,
  'Affiliation.person': (selection) =>
    `organisation(id: $organisation) { affiliations(first: 50) { nodes { person { ${selection} } } } }`,
  'PersonHit.person': (selection) =>
    `search(text: $text) { nodes { ... on PersonHit { person { ${selection} } } } }`,
  'PersonConnection.nodes': (selection) => `people(text: $text) { nodes { ${selection} } }`,
  'PersonEdge.node': (selection) => `people(text: $text) { edges { node { ${selection} } } }`,
  'PossibleDuplicate.person': (selection) =>
    `possibleDuplicates(input: { kind: PERSON, name: $text }) { person { ${selection} } }`,
  'DuplicateSide.person': (selection) =>
    `duplicates(filter: { kind: PERSON }) { nodes { one { person { ${selection} } } other { person { ${selection} } } } }`,
};

/** Ways that lead some askers to some people only; nobody sees more by them. */
const narrow: ReadonlySet<string> = new Set(['PossibleDuplicate.person', 'DuplicateSide.person']);

test('no way to a person shows more than another', async ({ committed: world }) => {
  const leading = Object.values(schema.getTypeMap()).flatMap((type) =>
    // What a mutation gives back is read as the query reads it, by the same function.
    isObjectType(type) && type.name !== 'Mutation'
      ? Object.values(type.getFields())
          .filter((field) => getNamedType(field.type).name === 'Person')
          .map((field) => `${type.name}.${field.name}`)
      : [],
  );
  expect(Object.keys(ways).toSorted()).toEqual(leading.toSorted());

  const { people, organisations } = await records(world);
  await findDuplicates(world.pool);
  const variables = { organisation: organisations['out of scope'].id, text: 'Synne Prøve' };
  for (const viewer of (await everyone(world)).values()) {
    for (const purpose of [null, ...purposesOf(viewer?.permissions ?? new Set())]) {
      const named = purpose && Object.keys(Purpose).find((it) => it === purpose.toUpperCase());
      for (const { id } of Object.values(people)) {
        const seen = new Set<string>();
        for (const [name, way] of Object.entries(ways)) {
          const selection =
            'id contactPoints { value isMasked whyMasked } viewerMay { recordConsent }';
          const { data } = await world.ask(
            viewer,
            `query ($id: ID!, $organisation: ID!, $text: Text!, $purpose: Purpose) @purpose(of: $purpose) {
               person(id: $id) { id } organisation(id: $organisation) { id } search(text: $text) { totalCount }
               way: ${way(selection)} }`,
            { ...variables, id, purpose: named },
          );
          const told = personIn(data?.['way'] ?? null, id);
          if (told || !narrow.has(name)) seen.add(JSON.stringify(told));
        }
        expect([...seen]).toHaveLength(1);
      }
    }
  }
});

/** What an answer says of a person, wherever it stands; undefined where they are nowhere. */
function personIn(answer: unknown, id: string): unknown {
  if (typeof answer !== 'object' || answer === null) return undefined;
  if ('id' in answer && answer.id === id) return answer;
  return Object.values(answer)
    .map((part) => personIn(part, id))
    .find(Boolean);
}
