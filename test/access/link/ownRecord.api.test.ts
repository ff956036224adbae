import { expect } from 'vitest';

import { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { PersonalLinkPurpose } from '#schema/access/PersonalLinkPurpose.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { anAffiliation, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import { linkedDocuments, readLinkedRecord } from '#server/access/link/LinkedRecord.ts';
import { viewerBy } from '#server/access/link/linkSession.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { personalKey, test, type World } from '#test/support/world.ts';

const byLink = (
  recordKind: 'organisation' | 'person',
  recordId: string,
  isUnmasked = false,
): Viewer =>
  viewerBy({
    hash: '',
    linkId: crypto.randomUUID(),
    recordKind,
    recordId,
    purpose: PersonalLinkPurpose.REVIEW,
    language: LinkLanguage.NB,
    expiresOn: '2026-12-24',
    askedBy: null,
    isUnmasked,
  });

/** Two organisations with a person each. */
async function twoNeighbours(world: World) {
  const [own, other] = [anOrganisation({ name: 'Vår egen' }), anOrganisation({ name: 'Naboen' })];
  const [me, them] = [
    aPerson({ givenName: 'Synne', familyName: 'Prøve' }),
    aPerson({ givenName: 'Nabo', familyName: 'Prøve' }),
  ];
  await world.has(
    own,
    other,
    me,
    them,
    aContactPoint(own, { channel: ContactChannel.EMAIL, value: 'vi@example.org' }),
    aContactPoint(other, { channel: ContactChannel.EMAIL, value: 'naboen@example.org' }),
    aPersonalContactPoint(me, personalKey, { value: '+4700000123' }),
    aPersonalContactPoint(them, personalKey, { value: '+4700000456' }),
    anAffiliation(me, own),
    anAffiliation(them, other),
    anAffiliation(them, own),
  );
  return { own, other, me, them };
}

test('whoever came by a link reads what is kept of their own record, with how to reach them masked until they have shown a code', async ({
  world,
}) => {
  const { own, me } = await twoNeighbours(world);
  for (const [kind, id, masked, open] of [
    ['organisation', own.id, 'v•••@example.org', 'vi@example.org'],
    ['person', me.id, '+47 ••• •• 123', '+4700000123'],
  ] as const) {
    for (const isUnmasked of [false, true]) {
      const { data, errors } = await world.ask(
        byLink(kind, id, isUnmasked),
        linkedDocuments[kind],
        { id },
        'nb',
        'planned',
      );
      expect(errors).toBeUndefined();
      const record = readLinkedRecord(data);
      expect(record?.contactPoints.map(({ value, isMasked }) => [value, isMasked])).toEqual([
        isUnmasked ? [open, false] : [masked, true],
      ]);
    }
  }
});

test('nothing but the own record is to be had: by its identifier, through a relation, in a list or by a search', async ({
  world,
}) => {
  const { own, other, me, them } = await twoNeighbours(world);
  const contactPoints = 'contactPoints { value }';
  const everything = [
    `{ organisation(id: "${other.id}") { name ${contactPoints} names { name } } }`,
    `{ organisation(id: "${own.id}") { affiliations(first: 9) { nodes { person { name ${contactPoints} } } } } }`,
    `{ organisation(id: "${own.id}") { branches(first: 9) { nodes { name } } parent { name } catchments { area { name } } } }`,
    `{ person(id: "${them.id}") { name ${contactPoints} } }`,
    `{ person(id: "${me.id}") { affiliations(first: 9) { nodes { organisation { name } } } } }`,
    '{ organisations(first: 9) { totalCount nodes { name } } }',
    '{ people(first: 9) { totalCount nodes { name } } }',
    '{ search(text: "naboen", first: 9) { totalCount edges { node { __typename } } } }',
    '{ healthTrusts { name } }',
    `{ personalLinks(recordId: "${own.id}") { id } }`,
  ];
  for (const viewer of [byLink('organisation', own.id, true), byLink('person', me.id, true)]) {
    for (const question of everything) {
      const { data, errors } = await world.ask(viewer, question);
      const told = JSON.stringify(data ?? null);
      expect(told, question).not.toMatch(/Naboen|naboen|Nabo Prøve|456/);
      const mine = viewer.own?.kind === 'person' ? /Synne/ : /Vår egen/;
      const others = viewer.own?.kind === 'person' ? /Vår egen/ : /Synne/;
      expect(told.replace(mine, ''), question).not.toMatch(others);
      // What is closed is closed with a no, not with a fault.
      expect(errors?.map(({ extensions }) => extensions?.['code']) ?? [], question).not.toContain(
        'FAULT',
      );
      if (/organisations|people|search|healthTrusts|personalLinks/.test(question)) {
        expect(errors?.[0]?.extensions?.['code'], question).toBe('FORBIDDEN');
      }
    }
    for (const [question, input] of [
      ['correctOrganisation', `id: "${own.id}", expectedVersion: 1, name: "Ny"`],
      ['revokePersonalLink', `id: "${own.id}"`],
    ]) {
      const { errors } = await world.ask(
        viewer,
        `mutation { ${question}(input: { ${input} }) { id } }`,
      );
      expect(errors?.[0]?.extensions?.['code'], question).toBe('FORBIDDEN');
    }
  }
});
