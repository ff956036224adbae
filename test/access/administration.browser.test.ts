import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { expectForEverybody } from '#test/browser/expectForEverybody.ts';
import { WholeSite } from '#test/browser/WholeSite.ts';

let site: WholeSite;
beforeAll(async () => {
  site = await WholeSite.open({ role: 'Administrator' });
});
afterAll(() => site[Symbol.asyncDispose]());

/** A browser of one's own, signed in by the demo's door, where they wanted to go. */
async function signedIn(
  role: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await site.browser.newContext({
    baseURL: site.origin,
    locale: 'nb-NO',
    ...options,
  });
  const page = await context.newPage();
  await page.goto(`/signin?${new URLSearchParams({ returnTo: path })}`);
  await page.getByRole('button', { name: role }).first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** What the dialog asks for: signing in anew at the provider, as oneself. */
async function confirmIdentity(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Bekreft at det er deg' });
  await dialog.getByRole('link', { name: 'Logg inn på nytt' }).click();
  await page.getByRole('heading', { name: 'Bekreft at det er deg' }).waitFor();
  expect(await page.getByRole('listitem').count()).toBe(1);
  await page.getByRole('button', { name: 'Adam Okonjo-Berg' }).click();
}

const close = (page: Page): Promise<void> => (page.context() as BrowserContext).close();

test('an administrator lets somebody in: they sign in anew on the way, and what they typed is there when they are back', async () => {
  const page = await signedIn('Administrator', '/administrasjon/brukere?q=prøve');
  await page.getByText('Ingen heter det').waitFor();

  await page.getByRole('button', { name: 'Gi tilgang' }).click();
  const form = page.getByRole('region', { name: 'Gi tilgang' });
  await form.getByLabel('Navn').fill('Kari Prøve');
  await form.getByLabel('Kode fra innloggingen').fill('kari-1');
  await form.getByLabel('Rolle').selectOption('Registerkontakt');
  await form.getByLabel('Virkeområde').selectOption('Akershus universitetssykehus HF');
  await form.getByRole('button', { name: 'Gi tilgang' }).click();
  await confirmIdentity(page);

  await form.getByText('Det du skrev, er her fortsatt').waitFor();
  expect(await form.getByLabel('Navn').inputValue()).toBe('Kari Prøve');
  expect(await form.getByLabel('Rolle').inputValue()).toBe('EDITOR');
  expect(await form.getByLabel('Virkeområde').inputValue()).toMatch(/^organisation /);
  await form.getByLabel('Kode fra innloggingen').fill('010101 12345');
  await form.getByRole('button', { name: 'Gi tilgang' }).click();
  await form.getByText('Dette ser ut som et fødselsnummer').waitFor();
  expect(
    await form.getByLabel('Kode fra innloggingen').evaluate((it) => it === document.activeElement),
  ).toBe(true);

  await form.getByLabel('Kode fra innloggingen').fill('kari-1');
  await form.getByRole('button', { name: 'Gi tilgang' }).click();
  await page.getByText(/^Registerkontakt · Akershus universitetssykehus HF/).waitFor();
  expect(await form.count()).toBe(0);
  const kari = await signedIn('Kari Prøve', '/min-konto');
  expect(await kari.locator('.lead').textContent()).toBe('Kari Prøve, Registerkontakt');

  // Another role signs her out at once; a ban keeps her out.
  await page.getByRole('button', { name: 'Endre rolle Kari Prøve' }).click();
  const role = page.getByRole('dialog', { name: 'Endre rollen til Kari Prøve' });
  await role.getByLabel('Rolle').selectOption('Leser');
  await role.getByLabel('Virkeområde').selectOption('Oslo');
  await role.getByRole('button', { name: 'Endre rolle' }).click();
  await page.getByText(/^Leser · Oslo/).waitFor();
  await kari.goto('/min-konto');
  await kari.getByRole('heading', { name: 'Logg inn i Samband' }).waitFor();

  await page.getByRole('button', { name: 'Sperr Kari Prøve' }).click();
  const ban = page.getByRole('dialog', { name: 'Sperre Kari Prøve' });
  await ban.getByText('kan ikke logge inn før noen åpner igjen').waitFor();
  await ban.getByRole('button', { name: 'Sperr' }).click();
  await page.getByText('Sperret').waitFor();
  await page.getByRole('button', { name: 'Åpne igjen Kari Prøve' }).click();
  const lift = page.getByRole('dialog', { name: 'Åpne for Kari Prøve igjen' });
  await lift.getByRole('button', { name: 'Åpne igjen' }).click();
  await page.getByText('Sperret').waitFor({ state: 'detached' });
  await close(kari);
  await close(page);
});

test('a confirmation that was asked for survives the way to the provider', async () => {
  const page = await signedIn('Administrator', '/administrasjon/brukere?q=roza');
  await page.getByRole('button', { name: 'Sperr Roza Hawrami' }).click();
  const ban = page.getByRole('dialog', { name: 'Sperre Roza Hawrami' });
  await ban.getByLabel('Hvorfor').fill('Sluttet');
  await ban.getByRole('button', { name: 'Sperr' }).click();
  await confirmIdentity(page);

  await ban.waitFor();
  expect(await ban.getByLabel('Hvorfor').inputValue()).toBe('Sluttet');
  await ban.getByRole('button', { name: 'Avbryt' }).click();
  expect(await page.getByText('Sperret').count()).toBe(0);
  await close(page);
});

test('nobody can change their own access', async () => {
  const page = await signedIn('Administrator', '/administrasjon/brukere?q=adam');
  const own = page.getByRole('listitem').filter({ hasText: 'Adam Okonjo-Berg' });

  await own.getByText('Deg').waitFor();
  expect(await own.getByRole('button').count()).toBe(0);
  await close(page);
});

test('a token is shown once, lets a system in, and is taken back', async () => {
  const page = await signedIn('Administrator', '/administrasjon/nokler');
  await page.getByText('Ingen nøkler ennå').waitFor();
  await page.getByRole('button', { name: 'Lag nøkkel' }).click();
  const form = page.getByRole('region', { name: 'Lag nøkkel' });
  await form.getByLabel('Hva den er til').fill('Beredskapsplan');
  await form.getByLabel('Rettighetene til').selectOption('Koordinator');
  await form.getByLabel('Siste dag den virker').fill('2029-01-01');
  await form.getByRole('button', { name: 'Lag nøkkel' }).click();
  await confirmIdentity(page);
  await form.getByText('Det du skrev, er her fortsatt').waitFor();
  await form.getByRole('button', { name: 'Lag nøkkel' }).click();
  await form.getByText('Velg en dag som er høyst et år frem.').waitFor();
  await form.getByLabel('Siste dag den virker').fill('2026-12-31');
  await form.getByRole('button', { name: 'Lag nøkkel' }).click();

  await page.getByRole('heading', { name: 'Her er nøkkelen' }).waitFor();
  const token = String(await page.locator('.new-token code').textContent());
  const ask = async () => {
    const answer = await fetch(`${site.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: '{ viewer { name role } }' }),
    });
    return ((await answer.json()) as { data: object }).data;
  };
  expect(await ask()).toEqual({ viewer: { name: 'Beredskapsplan', role: 'COORDINATOR' } });
  await page.reload();
  await page.getByRole('listitem').filter({ hasText: 'Beredskapsplan' }).waitFor();
  expect(await page.content()).not.toContain(token);

  await page.getByRole('button', { name: 'Trekk tilbake Beredskapsplan' }).click();
  const revoke = page.getByRole('dialog', { name: 'Trekke tilbake «Beredskapsplan»' });
  await revoke.getByRole('button', { name: 'Trekk tilbake' }).click();
  await page.getByText('Trukket tilbake').waitFor();
  expect(await ask()).toEqual({ viewer: null });
  await close(page);
});

test('who may not is told so, and whom to ask', async () => {
  const page = await signedIn('Live Haugsgjerd', '/administrasjon/brukere');

  await page.getByRole('heading', { name: 'Dette er ikke åpent for deg' }).waitFor();
  await page.getByText('Adam Okonjo-Berg, som gir tilgang').waitFor();
  await page.getByText('Vera Persvold, som svarer for personvernet').waitFor();
  await page.getByRole('button', { name: /Live/ }).click();
  expect(await page.getByRole('link', { name: 'Min konto' }).count()).toBe(1);
  expect(await page.getByRole('link', { name: 'Brukere' }).count()).toBe(0);
  await close(page);
});

test('one sees where one is signed in, and ends it there', async () => {
  const elsewhere = await signedIn('Rekrutterer', '/min-konto');
  const page = await signedIn('Rekrutterer', '/min-konto');
  const rows = page.getByRole('region', { name: 'Her er du logget inn' }).getByRole('listitem');
  await rows.nth(1).waitFor();

  expect(await rows.first().textContent()).toContain('Denne nettleseren');
  await page.getByRole('button', { name: /^Avslutt Chrome/ }).click();
  await rows.nth(1).waitFor({ state: 'detached' });
  await elsewhere.reload();
  await elsewhere.getByRole('heading', { name: 'Logg inn i Samband' }).waitFor();

  const again = await signedIn('Rekrutterer', '/min-konto');
  await again.getByRole('button', { name: 'Avslutt alle andre' }).click();
  await again.getByText('Én annen økt er avsluttet.').waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Logg inn i Samband' }).waitFor();
  await Promise.all([elsewhere, page, again].map(close));
});

const looks = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 320 },
] as const;

test.each([
  '/min-konto',
  '/administrasjon/brukere?ny=ja',
  '/administrasjon/nokler?ny=ja',
  '/administrasjon/finnes-ikke',
])('%s is for everybody: light and dark, wide and 320 px', async (path) => {
  for (const { colorScheme, width } of looks) {
    const page = await signedIn('Administrator', path, {
      colorScheme,
      viewport: { width, height: 900 },
    });
    await page.waitForLoadState('networkidle');
    await expectForEverybody(page);
    await close(page);
  }
});
