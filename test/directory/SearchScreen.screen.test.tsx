// @vitest-environment jsdom
import { screen, within, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, vi } from 'vitest';

import { SearchScreen } from '#client/directory/SearchScreen.tsx';
import { Purpose } from '#schema/access/Purpose.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { seedsFolder } from '#seeds/common/seedsFolder.ts';
import { aContactPoint, aName, anOrganisation } from '#seeds/organisation.ts';
import { aConsent, aPerson, aPersonalContactPoint, aPersonLanguage } from '#seeds/person.ts';
import { readVocabulary } from '#seeds/vocabulary/readVocabulary.ts';
import { draw } from '#test/support/draw.tsx';
import { aCoordinator, aReader } from '#test/support/viewers.ts';
import { personalKey, test, type World } from '#test/support/world.ts';
import { hasStrangers } from './hasStrangers.ts';

const vocabulary = readVocabulary(seedsFolder);
const somali = vocabulary.languages.get('so')!;
const grorud = vocabulary.areas.get('030110')!;

// A document without a screen has no media: a wide one with a mouse stands in for it.
beforeEach(() => {
  vi.stubGlobal('matchMedia', (media: string) => ({
    matches: media !== '(pointer: coarse)',
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  vi.stubGlobal('scrollTo', () => undefined);
});

async function hasSpeaker(world: World) {
  const person = aPerson({
    givenName: 'Hodan',
    familyName: 'Prøve',
    areas: [grorud],
    verifiedOn: '2026-03-14',
  });
  await world.has(
    person,
    aPersonLanguage(person, world.em.getReference(Language, somali.number as never) as never),
    aPersonalContactPoint(person, personalKey, { value: '+4700000123' }),
    aConsent(person, Purpose.CRISIS),
  );
  return person;
}

const field = () => screen.findByRole('searchbox', { name: 'Hvem vil du nå?' });

test('each letter is answered: who it is, why, how fresh, and the way to ring', async ({
  world,
}) => {
  await hasSpeaker(world);
  await world.has(anOrganisation({ name: 'Noen helt andre' }));
  draw(<SearchScreen />, world.as(aCoordinator()));

  await userEvent.type(await field(), 'somali grorud');
  const hit = (await screen.findByRole('link', { name: 'Hodan Prøve' })).closest('li')!;

  // The first letters find her, too, and are answered on the way.
  await waitFor(() => expect(hit).toHaveTextContent('Dekker Grorud'));
  expect(hit).toHaveTextContent('Snakker somali');
  expect(hit).toHaveTextContent('Bekreftet mars 2026');
  await userEvent.click(within(hit).getByRole('button', { name: 'Vis nummer, Hodan Prøve' }));
  await userEvent.click(await screen.findByRole('button', { name: /^Krise/ }));
  expect(await within(hit).findByRole('link', { name: /^Ring/ })).toHaveAttribute(
    'href',
    'tel:+4700000123',
  );
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('1 treff');
  expect(location.search).toBe('?q=somali+grorud');
});

test('who may not see personal contact details is shown them masked, with nothing to press', async ({
  world,
}) => {
  await hasSpeaker(world);
  draw(<SearchScreen />, world.as(aReader()), '/?q=hodan');

  const hit = (await screen.findByRole('link', { name: 'Hodan Prøve' })).closest('li')!;
  expect(within(hit).queryByRole('link', { name: /^Ring/ })).toBeNull();
  expect(hit).not.toHaveTextContent('00000123');
});

test('by keys from the field: what it is for is asked once, then each press is nearer to ringing', async ({
  world,
}) => {
  await hasSpeaker(world);
  draw(<SearchScreen />, world.as(aCoordinator()), '/?q=hodan');
  await screen.findByRole('link', { name: 'Hodan Prøve' });

  await userEvent.click(await field());
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  const asking = await screen.findByRole('dialog', { name: 'Hva skal du bruke nummeret til?' });
  await userEvent.click(within(asking).getByRole('button', { name: /^Krise/ }));
  expect(await screen.findByRole('link', { name: /^Ring/ })).toHaveFocus();
  expect(screen.queryByRole('dialog')).toBeNull();

  // Back in the field it goes to what is shown already.
  await userEvent.click(await field());
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.getByRole('link', { name: /^Ring/ })).toHaveFocus();
});

test('a misspelt word says what it was read as', async ({ world }) => {
  await hasSpeaker(world);
  draw(<SearchScreen />, world.as(aCoordinator()), '/?q=smali');

  const hit = (await screen.findByRole('link', { name: 'Hodan Prøve' })).closest('li')!;
  expect(hit).toHaveTextContent('Snakker somali (skrevet «smali»)');
});

test('what two words found is said once', async ({ world }) => {
  await hasSpeaker(world);
  draw(<SearchScreen />, world.as(aCoordinator()), '/?q=somali+somalisk');

  const hit = (await screen.findByRole('link', { name: 'Hodan Prøve' })).closest('li')!;
  expect(hit.querySelector('.hit-why')!.textContent.match(/snakker/gi)).toHaveLength(1);
});

test('another name explains itself, and what is due says since when it should have been confirmed', async ({
  world,
}) => {
  const organisation = anOrganisation({ name: 'Foreningen Prøve', verifiedOn: '2024-09-02' });
  await world.has(anOrganisation({ name: 'Громада Проба', verifiedOn: '2024-03-02' }));
  await world.has(organisation, aName(organisation, 'Громада Дніпро'), aContactPoint(organisation));
  draw(<SearchScreen />, world.as(aCoordinator()), '/?q=громада');

  const hit = (await screen.findByRole('link', { name: 'Foreningen Prøve' })).closest('li')!;
  expect(hit).toHaveTextContent('Også kjent som Громада Дніпро');
  expect(hit).toHaveTextContent('Skulle vært bekreftet i september 2026');
  const other = (await screen.findByRole('link', { name: 'Громада Проба' })).closest('li')!;
  expect(other).toHaveTextContent('Utdatert, skulle vært bekreftet i mars 2026');
});

test('a filter is chosen by its count, shown as a chip, and taken away there', async ({
  world,
}) => {
  await hasSpeaker(world);
  await world.has(anOrganisation({ name: 'Prøve uten telefon' }));
  draw(<SearchScreen />, world.as(aCoordinator()), '/?q=prøve');
  await screen.findByRole('heading', { level: 2, name: '2 treff' });

  await userEvent.click(screen.getByRole('checkbox', { name: 'Har telefon 1' }));
  await screen.findByRole('heading', { level: 2, name: '1 treff' });
  expect(location.search).toBe('?q=pr%C3%B8ve&hasPhone=true');

  await userEvent.click(screen.getByRole('button', { name: /^Har telefon.*fjern/ }));
  await screen.findByRole('heading', { level: 2, name: '2 treff' });
});

test('people and organisations are seen apart, with how many there are of each', async ({
  world,
}) => {
  await hasSpeaker(world);
  await world.has(anOrganisation({ name: 'Prøveforeningen' }));
  draw(<SearchScreen />, world.as(aCoordinator()), '/?q=prøve');

  await userEvent.click(await screen.findByRole('radio', { name: 'Personer 1' }));
  await screen.findByRole('heading', { level: 2, name: '1 treff' });
  expect(screen.queryByRole('link', { name: 'Prøveforeningen' })).toBeNull();
});

test('before the first letter it says what the register holds and what may be written', async ({
  world,
}) => {
  await hasSpeaker(world);
  draw(<SearchScreen />, world.as(aCoordinator()));

  expect(await screen.findByRole('link', { name: 'somali grorud' })).toHaveAttribute(
    'href',
    '/?q=somali+grorud',
  );
  expect(await screen.findByRole('link', { name: '1 personer' })).toHaveAttribute(
    'href',
    '/?only=PERSON',
  );
});

test('when nothing is found, it offers what to let go of', async ({ world }) => {
  await hasSpeaker(world);
  draw(<SearchScreen />, world.as(aCoordinator()), '/?q=hodan&freshness=STALE');

  await userEvent.click(await screen.findByRole('button', { name: /^Uten aktualitet.*1 treff/i }));
  expect(await screen.findByRole('link', { name: 'Hodan Prøve' })).toBeInTheDocument();
});

test('where no filter alone is to blame, and where one names what is no more, it goes on without them', async ({
  world,
}) => {
  await hasSpeaker(world);
  const { unmount } = draw(
    <SearchScreen />,
    world.as(aCoordinator()),
    '/?q=hodan&freshness=STALE&only=ORGANISATION',
  );
  await userEvent.click(await screen.findByRole('link', { name: 'Søk uten filtre' }));
  expect(await screen.findByRole('link', { name: 'Hodan Prøve' })).toBeInTheDocument();
  unmount();

  draw(<SearchScreen />, world.as(aCoordinator()), '/?q=hodan&areas=9999');
  expect(await screen.findByRole('alert')).toHaveTextContent('snevret inn med noe som ikke finnes');
  await userEvent.click(await screen.findByRole('link', { name: 'Søk uten filtre' }));
  expect(await screen.findByRole('link', { name: 'Hodan Prøve' })).toBeInTheDocument();
  expect(location.search).toBe('?q=hodan');
});

test('what is too much to count says so, and of how many its numbers are', async ({
  committed: world,
}) => {
  await hasSpeaker(world);
  await hasStrangers(world, 14_000);
  draw(<SearchScreen />, world.as(aCoordinator()), '/?only=PERSON');

  const heading = await screen.findByRole(
    'heading',
    { level: 2, name: /^Over \d+\s\d+ treff$/ },
    { timeout: 10_000 },
  );
  const [, count = ''] = /Over (.+) treff/.exec(heading.textContent) ?? [];
  const filters = screen.getByRole('complementary', { name: 'Filtre' });
  expect(filters).toHaveTextContent(
    `Tallene gjelder de første ${count.replaceAll(/\s/g, ' ')} treffene.`,
  );
  expect(screen.getByRole('radio', { name: 'Personer' })).toBeChecked();
  expect(await screen.findByRole('link', { name: 'Hodan Prøve' })).toBeVisible();
});
