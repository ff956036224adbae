// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect } from 'vitest';

import { PersonScreen } from '#client/person/PersonScreen.tsx';
import { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import { Willingness } from '#schema/person/Willingness.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { anAffiliation, aPerson, aPersonalContactPoint, aPersonLanguage } from '#seeds/person.ts';
import { draw } from '#test/support/draw.tsx';
import { aCoordinator, aReader } from '#test/support/viewers.ts';
import { personalKey, test, type World } from '#test/support/world.ts';

const show = (world: World, id: string, viewer = aCoordinator()) =>
  draw(<PersonScreen id={id} />, world.as(viewer), `/person/${id}`);

test('how well each language is mastered stands in words', async ({ world }) => {
  const somali = await world.em
    .fork({ keepTransactionContext: true })
    .findOneOrFail(Language, { code: 'so' });
  const person = aPerson({ willingness: [Willingness.CRISIS_MESSENGER] });
  await world.has(person);
  await world.has(
    aPersonLanguage(person, somali, {
      speaks: LanguageLevel.FLUENT,
      understands: LanguageLevel.GOOD,
      writes: null,
    }),
  );

  show(world, person.id);
  const row = await screen.findByRole('row', { name: /Somali/ });

  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['Flytende', 'Godt', 'Ikke oppgitt']);
  expect(screen.getByText('Formidler i krise')).toBeVisible();
});

test('the language that is spoken best stands first, and equals stand by name', async ({
  world,
}) => {
  const person = aPerson();
  await world.has(person);
  const { em } = world;
  for (const [code, speaks] of [
    ['ar', LanguageLevel.BASIC],
    ['so', LanguageLevel.FLUENT],
    ['en', LanguageLevel.FLUENT],
  ] as const) {
    const language = await em
      .fork({ keepTransactionContext: true })
      .findOneOrFail(Language, { code });
    await world.has(aPersonLanguage(person, language, { speaks }));
  }

  show(world, person.id);
  const table = await screen.findByRole('table');

  expect(
    within(table)
      .getAllByRole('rowheader')
      .map((cell) => cell.textContent),
  ).toEqual(['Engelsk', 'Somali', 'Arabisk']);
});

test('a reader sees a masked value, why it is masked, and nothing to press', async ({ world }) => {
  const person = aPerson();
  await world.has(person);
  await world.has(aPersonalContactPoint(person, personalKey, { value: '+4700000123' }));

  show(world, person.id, aReader());
  const contact = await screen.findByRole('region', { name: 'Kontakt' });

  expect(within(contact).getByText('+47 ••• •• 123')).toBeVisible();
  expect(within(contact).getByText(/Med rollen din ser du ikke hele numre/)).toBeVisible();
  expect(within(contact).queryByRole('link', { name: /Ring/ })).toBeNull();
});

test('who may see it, reaches them with one press', async ({ world }) => {
  const person = aPerson();
  await world.has(person);
  await world.has(aPersonalContactPoint(person, personalKey, { value: '+4700000123' }));

  show(world, person.id);

  expect(await screen.findByRole('link', { name: /Ring/ })).toHaveAttribute(
    'href',
    'tel:+4700000123',
  );
});

test('affiliations are told with their dates, former ones too', async ({ world }) => {
  const [person, now, before] = [
    aPerson(),
    anOrganisation({ name: 'Foreningen Nå' }),
    anOrganisation({ name: 'Foreningen Før' }),
  ];
  await world.has(person, now, before);
  await world.has(
    anAffiliation(person, now, { since: '2025-03-01' }),
    anAffiliation(person, before, { since: '2019-08-01', until: '2024-12-31' }),
  );

  show(world, person.id);
  const affiliations = await screen.findByRole('region', { name: 'Tilknytninger' });

  expect(within(affiliations).getByText(/siden mars 2025/)).toBeVisible();
  expect(within(affiliations).getByText(/august 2019 – desember 2024/)).toBeVisible();
  expect(within(affiliations).getByRole('heading', { name: 'Tidligere' })).toBeVisible();
});

test('nobody is there', async ({ world }) => {
  show(world, '00000000-0000-4000-8000-000000000001');

  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Siden finnes ikke');
});
