import { afterEach, beforeEach, expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import type { Registers } from '#server/directory/register/Registers.ts';
import { aDeletedUnit, aUnit, RegisterOfOthers } from '#test/support/RegisterOfOthers.ts';
import { anEditor, aReader, aViewer } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';

let others: RegisterOfOthers;
let registers: Registers;
beforeEach(async () => {
  others = await RegisterOfOthers.open();
  registers = others.registers();
});
afterEach(() => others[Symbol.asyncDispose]());

const number = '310000531';

const lookUp = `query ($text: Text!) {
  lookUpOrganisation(text: $text) {
    reach secondsToWait isNotForUs
    units {
      number name registeredName formerNames form formName industry foundedOn seat { code name } postcode website purpose
      isBankrupt isClosing isVoluntary deletedOn categories { code name } known { id name }
    }
  }
}`;

type Told = { lookUpOrganisation: { reach: string; units: Record<string, unknown>[] } };

const ask = (world: World, text: string, asked: Registers | null = registers) =>
  world.with(asked ? { registers: asked } : {}).ask<Told>(anEditor(), lookUp, { text });

const fieldsOf = ({ errors }: { errors: readonly { extensions?: object }[] | undefined }) =>
  (errors?.[0]?.extensions as { fields?: object } | undefined)?.fields;

test('whoever may not write in the register asks no other', async ({ world }) => {
  for (const viewer of [
    null,
    aReader(),
    aViewer(Role.COORDINATOR),
    aViewer(Role.PRIVACY_OFFICER),
  ]) {
    const { errors } = await world.with({ registers }).ask(viewer, lookUp, { text: number });
    expect(errors?.[0]?.extensions?.['code']).toBe(viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED');
  }
  expect(others.calls).toEqual([]);
});

test('what can be no number or name is not asked for', async ({ world }) => {
  expect(fieldsOf(await ask(world, '310000532'))).toEqual({ text: 'NOT_AN_ORGANISATION_NUMBER' });
  expect(fieldsOf(await ask(world, 'so'))).toEqual({ text: 'TOO_SHORT' });
  expect(fieldsOf(await ask(world, 'x'.repeat(201)))).toEqual({ text: 'TOO_LONG' });
  expect(others.calls).toEqual([]);
});

test('by its number one gets the facts, and none of what could reach a person', async ({
  world,
}) => {
  others.units.set(
    number,
    aUnit(number, { registrertIFrivillighetsregisteret: true, hjemmeside: 'www.eksempel.example' }),
  );
  others.voluntary.set(number, ['14100', '10100']);
  const { data } = await ask(world, '310 000 531');

  expect(data?.lookUpOrganisation).toEqual({
    reach: 'ANSWERED',
    secondsToWait: null,
    isNotForUs: false,
    units: [
      {
        number,
        name: 'Eksempel Somaliske Kvinneforening',
        registeredName: 'EKSEMPEL SOMALISKE KVINNEFORENING',
        formerNames: [],
        form: 'FLI',
        formName: 'Forening/lag/innretning',
        industry: '94.992',
        foundedOn: '2020-08-30',
        seat: { code: '1103', name: 'Stavanger' },
        postcode: '4021',
        website: 'www.eksempel.example',
        purpose: 'Møteplass for kvinner. Oppdiktet enhet til bruk i tester.',
        isBankrupt: false,
        isClosing: false,
        isVoluntary: true,
        deletedOn: null,
        categories: [
          { code: '14100', name: 'Mangfold og inkludering' },
          { code: '10100', name: 'Tros- og livssynsorganisasjoner' },
        ],
        known: null,
      },
    ],
  });
  expect(JSON.stringify(data)).not.toMatch(/Synne|privat@|00 00/);
});

test('a number that we have is told to be here', async ({ world }) => {
  const here = anOrganisation({ name: 'Somalisk kvinneforening', number });
  await world.has(here);
  others.units.set(number, aUnit(number));
  const { data } = await ask(world, number);
  expect(data?.lookUpOrganisation.units[0]?.['known']).toEqual({ id: here.id, name: here.name });
});

test('a sole proprietor is not for this register, and nothing of it is told', async ({ world }) => {
  const person = aUnit(number, { navn: 'SYNNE PRØVE', organisasjonsform: { kode: 'ENK' } });
  others.units.set(number, person);
  const byNumber = await ask(world, number);
  expect(byNumber.data?.lookUpOrganisation).toMatchObject({ isNotForUs: true, units: [] });

  const byName = await ask(world, 'Synne Prøve');
  expect(byName.data?.lookUpOrganisation).toMatchObject({ isNotForUs: false, units: [] });
  expect(others.paths.at(-1)).not.toContain('ENK');
});

test('a deleted unit is told to be deleted; an unknown and a removed one are not found', async ({
  world,
}) => {
  others.units.set(number, aDeletedUnit(number, '2024-06-30'));
  others.units.set('310000795', 'removed');
  const [deleted, removed, unknown] = await Promise.all(
    [number, '310000795', '310000019'].map((it) => ask(world, it)),
  );
  expect(deleted?.data?.lookUpOrganisation.units).toMatchObject([
    { deletedOn: '2024-06-30', purpose: null },
  ]);
  for (const it of [removed, unknown]) {
    expect(it?.data?.lookUpOrganisation).toMatchObject({ reach: 'ANSWERED', units: [] });
  }
});

test('by its name one gets those that are like it; none is an empty page', async ({ world }) => {
  others.units.set(number, aUnit(number));
  const { data } = await ask(world, 'somaliske');
  expect(data?.lookUpOrganisation.units.map((it) => it['number'])).toEqual([number]);
  expect((await ask(world, 'eritreiske')).data?.lookUpOrganisation).toMatchObject({
    reach: 'ANSWERED',
    units: [],
  });
});

test('no roles are ever asked for', async ({ world }) => {
  others.units.set(number, aUnit(number));
  await ask(world, number);
  await ask(world, 'somaliske');
  expect(others.paths.filter((path) => path.includes('roller'))).toEqual([]);
});

test('that a register cannot be asked is an answer', async ({ world }) => {
  const reachOf = async (asked: Registers | null) =>
    (await ask(world, number, asked)).data?.lookUpOrganisation;
  expect(await reachOf(null)).toMatchObject({ reach: 'NOT_CONNECTED', units: [] });
  expect(await reachOf(others.registers({}, { brreg: null }))).toMatchObject({
    reach: 'NOT_CONNECTED',
  });
  expect(
    await reachOf(others.registers({}, { brreg: new URL('http://127.0.0.1:9') })),
  ).toMatchObject({ reach: 'UNREACHABLE' });

  others.faults.push({ status: 429, headers: { 'Retry-After': '30' } });
  expect(await reachOf(registers)).toMatchObject({ reach: 'ASKED_TO_WAIT', secondsToWait: 30 });
  others.faults.push({ status: 500 });
  expect(await reachOf(others.registers())).toMatchObject({ reach: 'UNREACHABLE' });
  others.faults.push({ status: 200, body: '<html>Vedlikehold</html>' });
  expect(await reachOf(others.registers())).toMatchObject({ reach: 'UNREACHABLE' });
});
