import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { AffiliationRole } from '#schema/person/AffiliationRole.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { anAffiliation, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import { violationsOf } from '#test/browser/violationsOf.ts';
import { WholeSite } from '#test/browser/WholeSite.ts';
import { personalKey, today } from '#test/support/world.ts';

let site: WholeSite;
beforeAll(async () => {
  site = await WholeSite.open();
});
afterAll(() => site[Symbol.asyncDispose]());

/** An organisation of one's own, with a leader and a secretary. */
async function led(name: string) {
  const em = site.database.orm.em.fork();
  const organisation = anOrganisation({ name });
  const [leader, secretary] = [
    aPerson({ givenName: 'Leder', familyName: 'Prøve' }),
    aPerson({ givenName: 'Sekretær', familyName: 'Prøve' }),
  ];
  await em.persist([organisation, leader, secretary]).flush();
  await em
    .persist([
      anAffiliation(leader, organisation, { role: AffiliationRole.LEADER, isPrimary: true }),
      anAffiliation(secretary, organisation, { role: AffiliationRole.SECRETARY }),
      aPersonalContactPoint(leader, personalKey, { value: '+4700000123' }),
    ])
    .flush();
  return { organisation, leader, secretary };
}

/** Signed in as an editor, where they wanted to go. */
async function signedIn(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await site.browser.newContext({
    baseURL: site.origin,
    locale: 'nb-NO',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  // The browser's day is that of the server.
  await page.clock.setFixedTime(`${today}T12:00:00Z`);
  await page.goto(`/signin?${new URLSearchParams({ returnTo: path })}`);
  await page.getByRole('button', { name: 'Ragnar' }).first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function expectAccessible(page: Page, what: string): Promise<void> {
  expect(await violationsOf(page), what).toEqual([]);
}

/** Whether the page fits its window: nothing is to be scrolled sideways. */
const isWithin = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

/** Presses Tab until the focus is at what has this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const it = document.activeElement;
      if (!(it instanceof HTMLElement)) return '';
      const labels = 'labels' in it ? [...(it.labels as NodeListOf<HTMLElement>)] : [];
      return [it.ariaLabel, it.textContent, ...labels.map((one) => one.textContent)].join(' ');
    });
    if (name.test(label)) return;
  }
  throw new Error(`Tab never comes to ${String(name)}`);
}

test.each([
  ['light', 390],
  ['dark', 1440],
] as const)(
  'no longer the leader, by keyboard alone: %s, %i pixels wide',
  async (colorScheme, width) => {
    const { organisation } = await led(`Foreningen ${colorScheme}`);
    const page = await signedIn(`/virksomhet/${organisation.id}`, {
      colorScheme,
      viewport: { width, height: 800 },
    });
    await page.getByRole('link', { name: 'Leder Prøve' }).waitFor();
    await expectAccessible(page, 'the page');

    await tabTo(page, /Ikke leder lenger/);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Leder Prøve er ikke leder lenger' });
    await dialog.getByLabel('Hvem er leder nå?').waitFor();
    await dialog.getByText(/ingen å kontakte i/).waitFor();
    await expectAccessible(page, 'the gesture');
    expect(await isWithin(page)).toBe(true);

    await tabTo(page, /Hvem er leder nå/);
    await page.keyboard.type('En ny');
    await dialog.getByLabel('Fornavn').waitFor();
    await expectAccessible(page, 'somebody new');
    await tabTo(page, /^ ?.*Fornavn/);
    await page.keyboard.type('Nyvalgt');
    await tabTo(page, /Telefon eller e-post/);
    await page.keyboard.type('00 00 04 56');
    await page.keyboard.press('Control+Enter');

    await page.getByRole('link', { name: 'Nyvalgt' }).waitFor();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('status').getByText('Leder Prøve er ikke leder lenger.').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: /^Ikke leder lenger.*Leder Prøve$/ }).waitFor();
    expect(await page.getByRole('link', { name: 'Nyvalgt' }).count()).toBe(0);
    await expectAccessible(page, 'the page as it was');
    expect(await isWithin(page)).toBe(true);
    await page.context().close();
  },
);

test('what is typed of a person survives that the page is fetched anew, rows and all', async () => {
  const { leader } = await led('Foreningen på nytt');
  const page = await signedIn(`/person/${leader.id}`, { viewport: { width: 390, height: 800 } });
  await page.getByRole('button', { name: 'Rediger', exact: true }).click();
  await page.getByLabel('Etternavn').fill('Halvferdig');
  await page.getByRole('button', { name: 'Legg til kontaktpunkt' }).click();
  const row = page.getByRole('group', { name: 'Nytt kontaktpunkt' });
  await row.getByLabel('Kontaktmåte').selectOption('EMAIL');
  await row.getByLabel('Nummer eller adresse').fill('halvferdig@example.org');
  await page.getByRole('button', { name: 'Legg til språk' }).click();
  await page.getByLabel('Språk', { exact: true }).last().selectOption({ label: 'Somali' });
  await expectAccessible(page, 'the form');
  expect(await isWithin(page)).toBe(true);

  await page.reload();

  await page.getByText(/Det du skrev/).waitFor();
  expect(await page.getByLabel('Etternavn').inputValue()).toBe('Halvferdig');
  expect(await row.getByLabel('Nummer eller adresse').inputValue()).toBe('halvferdig@example.org');
  expect(await row.getByLabel('Kontaktmåte').inputValue()).toBe('EMAIL');
  expect(await page.getByLabel('Språk', { exact: true }).last().inputValue()).toBe('so');

  await page.getByRole('button', { name: 'Lagre' }).click();
  await page.getByRole('heading', { level: 1, name: 'Leder Halvferdig' }).waitFor();
  await page.getByText('h•••@example.org').waitFor();
  await expectAccessible(page, 'what waits for a yes');
  await page.context().close();
});

test('somebody new is entered, with what they are to an organisation', async () => {
  const { organisation } = await led('Foreningen for nye');
  const page = await signedIn('/person/ny', {
    colorScheme: 'dark',
    viewport: { width: 390, height: 800 },
  });
  await page.getByRole('heading', { level: 1, name: 'Ny person' }).waitFor();
  await page.getByRole('button', { name: 'Legg til personen' }).click();
  await page.getByText('Rett feltet som er merket.').waitFor();
  await expectAccessible(page, 'what is missing');
  await page.getByLabel('Fornavn').fill('Nykommer');
  await page.getByLabel('Etternavn').fill('Prøve');
  const finder = page.getByRole('combobox', { name: 'Finn virksomheten' });
  await finder.fill('Foreningen for nye');
  await page.getByRole('option', { name: /Foreningen for nye/ }).click();
  await page.getByLabel('Rolle').selectOption({ label: 'Nestleder' });
  expect(await isWithin(page)).toBe(true);
  await page.getByRole('button', { name: 'Legg til personen' }).click();

  await page.getByRole('heading', { level: 1, name: 'Nykommer Prøve' }).waitFor();
  await page.getByRole('link', { name: organisation.name }).waitFor();
  await expectAccessible(page, 'the page of somebody new');

  // Two may be called the same: whoever says so is believed.
  await page.goto('/person/ny');
  await page.getByLabel('Fornavn').fill('Nykommer');
  await page.getByLabel('Etternavn').fill('Prøve');
  await page.getByRole('complementary', { name: /Er det / }).waitFor();
  await page.getByRole('button', { name: 'Legg til personen' }).click();
  await page.getByText('Dette navnet er i registeret fra før. Er det en annen?').waitFor();
  await expectAccessible(page, 'a name that is there already');
  await page.getByLabel('Jeg har sett etter: det er en annen').check();
  await page.getByRole('button', { name: 'Legg til personen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Nykommer Prøve' }).waitFor();
  await page.context().close();
});
