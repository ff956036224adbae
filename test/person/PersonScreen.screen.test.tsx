// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

import { PersonScreen } from '#client/person/PersonScreen.tsx';
import { Purpose } from '#schema/access/Purpose.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import { Willingness } from '#schema/person/Willingness.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import {
  aConsent,
  anAffiliation,
  aPerson,
  aPersonalContactPoint,
  aPersonLanguage,
} from '#seeds/person.ts';
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
  expect(await within(contact).findByText(/Med rollen din ser du ikke hele numre/)).toBeVisible();
  expect(within(contact).queryByRole('link', { name: /Ring/ })).toBeNull();
  expect(within(contact).queryByRole('button')).toBeNull();
});

test('what was not agreed to stays masked, and says so in plain words', async ({ world }) => {
  const person = aPerson();
  await world.has(person);
  await world.has(
    aPersonalContactPoint(person, personalKey, { value: '+4700000123' }),
    aConsent(person, Purpose.MEETING),
  );

  const { container } = show(world, person.id);
  await userEvent.click(await screen.findByRole('button', { name: /^Vis kontaktpunkter/ }));
  await userEvent.click(await screen.findByRole('button', { name: /^Krise/ }));

  expect(await screen.findByText(/Har ikke sagt ja til å bli kontaktet i krise/)).toHaveFocus();
  expect(screen.getByText('+47 ••• •• 123')).toBeVisible();
  expect(container.innerHTML).not.toContain('0000123');
});

test('who says what it is for sees all ways to reach them, is told that it is logged, and is where to press', async ({
  world,
}) => {
  const person = aPerson();
  await world.has(person);
  await world.has(
    aPersonalContactPoint(person, personalKey, { value: '+4700000123' }),
    aPersonalContactPoint(person, personalKey, {
      channel: ContactChannel.EMAIL,
      value: 'synne@example.no',
      position: 1,
    }),
    aConsent(person, Purpose.CRISIS),
  );

  show(world, person.id);
  await userEvent.click(await screen.findByRole('button', { name: /^Vis kontaktpunkter/ }));
  const asking = await screen.findByRole('dialog', {
    name: 'Hva skal du bruke kontaktopplysningene til?',
  });
  expect(within(asking).getByText('Det blir logget at du ser dette.')).toBeVisible();
  await userEvent.click(within(asking).getByRole('button', { name: /^Krise/ }));

  const call = await screen.findByRole('link', { name: /Ring/ });
  expect(call).toHaveAttribute('href', 'tel:+4700000123');
  expect(call).toHaveFocus();
  expect(screen.getByRole('link', { name: /Skriv til/ })).toHaveAttribute(
    'href',
    'mailto:synne@example.no',
  );
  expect(screen.getByText('Vist for krise. Det er logget at du har sett dem.')).toBeVisible();
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
