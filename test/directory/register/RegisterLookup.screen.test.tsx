// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, vi } from 'vitest';

import { RegisterLookup } from '#client/directory/register/RegisterLookup.tsx';
import { anOrganisation } from '#seeds/organisation.ts';
import { draw } from '#test/support/draw.tsx';
import { aUnit, RegisterOfOthers } from '#test/support/RegisterOfOthers.ts';
import { anEditor } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';

let others: RegisterOfOthers;
beforeEach(async () => {
  others = await RegisterOfOthers.open();
});
afterEach(() => others[Symbol.asyncDispose]());

const number = '310000531';

function show(world: World, onFacts: (facts: object) => void = () => undefined) {
  draw(
    <RegisterLookup onFacts={onFacts} />,
    world.with({ registers: others.registers() }).as(anEditor()),
  );
  return { user: userEvent.setup(), field: screen.getByLabelText('Søk i Enhetsregisteret') };
}

test('while somebody types a name, those that are like it stand below, each with the way to use it', async ({
  world,
}) => {
  others.units.set(number, aUnit(number));
  const used = vi.fn<(facts: object) => void>();
  const { user, field } = show(world, used);

  await user.type(field, 'somaliske');
  await user.click(await screen.findByRole('button', { name: /^Bruk opplysningene Eksempel/ }));

  expect(screen.getByText('Ett treff i Enhetsregisteret.')).toBeVisible();
  expect(used).toHaveBeenCalledWith(
    expect.objectContaining({
      number,
      name: 'Eksempel Somaliske Kvinneforening',
      seat: expect.objectContaining({ code: '1103' }),
    }),
  );
  expect(others.calls).toHaveLength(1);
});

test('one that we have leads to where it is', async ({ world }) => {
  const here = anOrganisation({ name: 'Somalisk kvinneforening', number });
  await world.has(here);
  others.units.set(number, aUnit(number));
  const { user, field } = show(world);

  await user.type(field, '310 000 531');
  expect(await screen.findByRole('link', { name: here.name })).toHaveAttribute(
    'href',
    `/virksomhet/${here.id}`,
  );
  expect(screen.queryByRole('button')).toBeNull();
});

test('a wrong check digit is said in words, without a call', async ({ world }) => {
  const { user, field } = show(world);
  await user.type(field, '310000532');
  expect(
    await screen.findByText('Dette er ikke et organisasjonsnummer: kontrollsifferet stemmer ikke.'),
  ).toBeVisible();
  expect(others.calls).toEqual([]);
});

test('that the register does not answer is said, and one goes on without it', async ({ world }) => {
  others.faults.push({ status: 500 });
  const { user, field } = show(world);
  await user.type(field, number);
  expect(
    await screen.findByText(/^Enhetsregisteret svarer ikke nå\. Skriv opplysningene selv/),
  ).toBeVisible();
  expect(field).toBeEnabled();
});

test('of a sole proprietor it is said that it is not for us', async ({ world }) => {
  others.units.set(
    number,
    aUnit(number, { navn: 'SYNNE PRØVE', organisasjonsform: { kode: 'ENK' } }),
  );
  const { user, field } = show(world);
  await user.type(field, number);
  expect(await screen.findByText(/hører til en enkeltperson/)).toBeVisible();
  expect(screen.queryByText(/Synne/i)).toBeNull();
});
