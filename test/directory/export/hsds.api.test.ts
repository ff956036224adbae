import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';

import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { aContactPoint, aName, anOrganisation } from '#seeds/organisation.ts';
import { aConsent, anAffiliation, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import { tokenOf } from '#test/http/tokenOf.ts';
import { personalKey } from '#test/support/world.ts';
import { ExportDesk } from './ExportDesk.ts';
import { hsdsOrganizations } from './hsdsOrganizations.ts';

const ajv = new Ajv2020({ allErrors: true });
ajv
  .addFormat('uuid', /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  .addFormat('email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/)
  .addFormat('uri', (text: string) => URL.canParse(text))
  .addFormat('date', (text: string) => new Date(text).toISOString().startsWith(text));
const isValid = ajv.compile(hsdsOrganizations);

interface Organization {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly phones: readonly { readonly number: string }[];
  readonly services: readonly { readonly status: string; readonly assured_date?: string }[];
}

test('what everybody may know is valid, and nothing else is in it', async () => {
  await using desk = await ExportDesk.open();
  const above = anOrganisation({ name: 'Paraplyen "Ø"' });
  const open = anOrganisation({
    name: 'Foreningen\nEksempel',
    number: '123456785',
    parent: above,
    verifiedOn: '2026-01-31',
  });
  const closed = anOrganisation({ name: 'Nedlagt', closedOn: '2020-01-01' });
  const person = aPerson({ givenName: 'Hemmelig' });
  await desk.world.has(
    above,
    open,
    closed,
    person,
    aName(open, 'FE'),
    aContactPoint(open, { value: '+4722000001', label: 'Kontor', hours: 'man–fre' }),
    aContactPoint(open, { channel: ContactChannel.EMAIL, value: 'post@example.no' }),
    aContactPoint(open, { channel: ContactChannel.WEBSITE, value: 'https://example.no/a' }),
    aContactPoint(open, { value: '+4722000002', audience: ContactAudience.COORDINATORS }),
    aContactPoint(open, { value: '+4722000003', audience: ContactAudience.CRISIS_ONLY }),
    anAffiliation(person, open),
    aPersonalContactPoint(person, personalKey, { value: '+4722000004' }),
    aConsent(person, Purpose.CRISIS),
  );
  const order = { records: ['ORGANISATION'], format: 'HSDS', purpose: 'CRISIS' };

  const headers = { authorization: `Bearer ${await tokenOf(desk.site, Role.SYSTEM)}` };
  const bySystem = await desk.file(headers, order);
  const file = await desk.file(await desk.as(Role.COORDINATOR), order);

  const told = JSON.parse(file.toString()) as Organization[];
  isValid(told);
  expect(isValid.errors).toBeNull();
  expect(JSON.parse(bySystem.toString())).toEqual(told);
  expect(told).toHaveLength(3);
  const found = told.find(({ id }) => id === open.id);
  expect(found).toMatchObject({
    name: 'Foreningen, Eksempel',
    alternate_name: 'FE',
    email: 'post@example.no',
    website: 'https://example.no/a',
    parent_organization_id: above.id,
    organization_identifiers: [{ identifier: '123456785' }],
    services: [{ status: 'active', assured_date: '2026-01-31' }],
  });
  expect(found?.phones.map(({ number }) => number)).toEqual(['+4722000001']);
  expect(told.find(({ id }) => id === closed.id)?.services[0]?.status).toBe('defunct');
  for (const secret of ['Hemmelig', '22000002', '22000003', '22000004', '•']) {
    expect(file.toString()).not.toContain(secret);
  }
  expect(await desk.reads()).toEqual([]);
});

test('what is not valid is found not to be', () => {
  expect(isValid([{ id: 'none', name: 'x', description: 'y' }])).toBe(false);
  expect(isValid([{ id: crypto.randomUUID(), name: 'x' }])).toBe(false);
});
