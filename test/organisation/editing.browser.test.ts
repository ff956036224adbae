import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { expectForEverybody } from '#test/browser/expectForEverybody.ts';
import { WholeSite } from '#test/browser/WholeSite.ts';

let site: WholeSite;
let id: string;
beforeAll(async () => {
  site = await WholeSite.open({ role: 'Registerkontakt' });
  const page = await open('/om');
  const found = await ask<{ organisations: { nodes: { id: string }[] } }>(
    page,
    '{ organisations(text: "hibiskus", first: 1) { nodes { id } } }',
  );
  id = found.organisations.nodes[0]!.id;
  await page.context().close();
});
afterAll(() => site[Symbol.asyncDispose]());

async function open(path: string): Promise<Page> {
  const context = await site.visit();
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** As somebody else who is at it meanwhile. */
const ask = <Data>(page: Page, query: string, variables: object = {}): Promise<Data> =>
  page.evaluate(
    async ([text, values]) => {
      const answer = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: text, variables: values }),
      });
      return ((await answer.json()) as { data: never }).data;
    },
    [query, variables] as const,
  );

const versionOf = async (page: Page) =>
  (
    await ask<{ organisation: { version: number } }>(
      page,
      'query ($id: ID!) { organisation(id: $id) { version } }',
      { id },
    )
  ).organisation.version;

const name = (page: Page) => page.getByRole('textbox', { name: 'Navn', exact: true });
const title = (page: Page) => page.getByRole('heading', { level: 1 });

const looks = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 320 },
] as const;

async function isForEverybody(page: Page): Promise<void> {
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await expectForEverybody(page);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('an organisation is edited by keys alone: what was typed survives that the page is fetched anew, and that somebody else was faster', async () => {
  const page = await open(`/virksomhet/${id}`);
  const before = await title(page).textContent();
  await page.keyboard.press('e');
  await name(page).fill('Hibiskus familieforening');
  await page.getByRole('combobox', { name: 'Temaer' }).fill('psyk');
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Legg til en måte å nå dem på' }).click();
  await page
    .getByRole('group', { name: 'Nytt kontaktpunkt' })
    .getByLabel('Nummer eller adresse')
    .fill('22 22 22 22');

  await page.reload();
  await page.getByText('Det du skrev, er her fortsatt').waitFor();
  expect(await name(page).inputValue()).toBe('Hibiskus familieforening');
  await isForEverybody(page);

  const version = await versionOf(page);
  await ask(
    page,
    'mutation ($input: EditOrganisationInput!) { editOrganisation(input: $input) { id } }',
    { input: { id, expectedVersion: version, name: 'Hibiskus Grorud', communities: ['SO'] } },
  );
  await name(page).press('Control+Enter');

  const conflict = page.getByRole('radiogroup', { name: 'Navn' });
  await conflict.waitFor();
  expect(await page.getByRole('radiogroup').count()).toBe(1);
  expect(await conflict.getByText('Hibiskus familieforening').count()).toBe(1);
  expect(await conflict.getByText('Hibiskus Grorud').count()).toBe(1);
  await isForEverybody(page);
  await conflict.getByRole('radio', { name: /^Det du skrev/ }).check();
  await page.keyboard.press('Control+Enter');

  await page.getByRole('heading', { level: 1, name: 'Hibiskus familieforening' }).waitFor();
  await page.getByRole('link', { name: '+47 22 22 22 22' }).first().waitFor();
  // What the other did to another field stands.
  expect(await page.getByRole('link', { name: 'Djibouti' }).count()).toBe(0);
  await page.getByText('Hibiskus familieforening er lagret.').waitFor();
  await page.keyboard.press('Control+z');

  await page.getByText('Angret. Alt er som før.').waitFor();
  await page.getByRole('heading', { level: 1, name: 'Hibiskus Grorud' }).waitFor();
  expect(await page.getByRole('link', { name: '+47 22 22 22 22' }).count()).toBe(0);
  expect(before).not.toBe('Hibiskus Grorud');
  await page.context().close();
}, 180_000);

test('whoever leaves is asked first, where they have typed; whoever goes elsewhere finds it when they come back', async () => {
  const page = await open(`/virksomhet/${id}?rediger=ja`);
  await name(page).press('Escape');
  await page.getByRole('button', { name: 'Rediger', exact: true }).waitFor();

  await page.keyboard.press('e');
  await name(page).fill('Noe annet');
  await page.getByRole('link', { name: 'Søk', exact: true }).click();
  await page.getByRole('searchbox').waitFor();
  await page.goBack();
  await page.getByText('Det du skrev, er her fortsatt').waitFor();
  expect(await name(page).inputValue()).toBe('Noe annet');

  await name(page).press('Escape');
  const dialog = page.getByRole('dialog', { name: 'Forkaste det du skrev?' });
  await dialog.getByRole('button', { name: 'Skriv videre' }).click();
  expect(await name(page).inputValue()).toBe('Noe annet');
  await page.getByRole('button', { name: 'Avbryt' }).click();
  await dialog.getByRole('button', { name: 'Forkast' }).click();
  await page.getByRole('button', { name: 'Rediger', exact: true }).click();
  await name(page).waitFor();
  expect(await name(page).inputValue()).not.toBe('Noe annet');
  await page.context().close();
});

test('what will not do is said at its field; off the line, what was typed stays', async () => {
  const page = await open(`/virksomhet/${id}?rediger=ja`);
  await name(page).fill('x'.repeat(10_000));
  await name(page).press('Control+Enter');
  await page.getByText('Dette er for langt.').waitFor();
  expect(await name(page).getAttribute('aria-invalid')).toBe('true');
  await name(page).fill('Hibiskus på nett');
  const number = page.getByRole('textbox', { name: 'Organisasjonsnummer' });
  await number.fill('999 999 998');
  await number.press('Control+Enter');
  await page.getByText('Dette er ikke et organisasjonsnummer').waitFor();
  await number.fill('');

  await page.context().setOffline(true);
  await number.press('Control+Enter');
  await page.getByText('Vi vet ikke om dette ble gjort').waitFor();
  expect(await name(page).inputValue()).toBe('Hibiskus på nett');
  await page.context().setOffline(false);
  await page.getByText('Du er på nett igjen.').waitFor();
  expect(await page.getByText('Prøv igjen når du er på nett').count()).toBe(0);
  await number.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: 'Hibiskus på nett' }).waitFor();
  await page.context().close();
});

test('a name that is there already is asked about before it is entered once more', async () => {
  const page = await open('/virksomhet/ny');
  await name(page).fill('Fjellampa kurdisk forening');
  await page.getByLabel('Type').selectOption('Uformell gruppe');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Dette navnet er i registeret fra før. Er det en annen?').waitFor();
  await page.getByLabel('Jeg har sett etter: det er en annen').waitFor();
  await isForEverybody(page);
  await page.context().close();
});

test('one is entered, archived after it is said what that is, and is back when that is undone', async () => {
  const page = await open('/virksomhet/ny');
  await isForEverybody(page);
  await name(page).fill('Kaffegruppa i Prøvedalen');
  await page.getByLabel('Type').selectOption('Uformell gruppe');
  await page.getByRole('combobox', { name: 'Når folk i' }).fill('grorud');
  await page.getByRole('option', { name: 'Grorud' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');

  await page.getByRole('heading', { level: 1, name: 'Kaffegruppa i Prøvedalen' }).waitFor();
  await page.getByText('Ingen måte å nå denne virksomheten på virker.').waitFor();
  await page.getByRole('button', { name: 'Arkiver' }).click();
  const dialog = page.getByRole('dialog', { name: 'Arkivere Kaffegruppa i Prøvedalen?' });
  await dialog.getByText('Ingen finner den lenger i søk').waitFor();
  await dialog.getByRole('button', { name: 'Arkiver' }).click();
  await page.getByText('Kaffegruppa i Prøvedalen er arkivert.').waitFor();
  await page.getByText(/^Arkivert 22\. november 2026\./).waitFor();
  await isForEverybody(page);
  await page.getByRole('button', { name: 'Angre', exact: true }).click();
  await page.getByRole('button', { name: 'Arkiver' }).click();
  await dialog.getByRole('button', { name: 'Arkiver' }).click();
  await page.getByRole('button', { name: 'Hent frem igjen' }).waitFor();
  await page.goto('/arkiv');
  await page.getByRole('searchbox', { name: 'Søk i navn' }).fill('kaffe');
  await isForEverybody(page);
  await page.getByRole('link', { name: 'Kaffegruppa i Prøvedalen' }).click();
  await page.getByRole('button', { name: 'Hent frem igjen' }).click();
  await page.getByRole('button', { name: 'Arkiver' }).waitFor();
  await page.context().close();
});
