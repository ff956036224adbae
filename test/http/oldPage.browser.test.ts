import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { WholeSite } from '#test/browser/WholeSite.ts';

let site: WholeSite;
beforeAll(async () => {
  site = await WholeSite.open();
});
afterAll(() => site[Symbol.asyncDispose]());

interface Asked {
  query?: string;
  documentId?: string;
  extensions?: { persistedQuery?: { sha256Hash?: string } };
}

const isQuestion = (request: Request) => new URL(request.url()).pathname === '/graphql';
const field = (page: Page) => page.getByRole('searchbox');

test('a built page sends numbers, never the text of a question', async () => {
  const page = await (await site.visit()).newPage();
  const asked: Asked[] = [];
  page.on('request', (request) => {
    if (isQuestion(request)) asked.push(JSON.parse(request.postData() ?? '') as Asked);
  });
  await page.goto('/?q=somali+grorud');
  await page.locator('[data-hit]').first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();

  expect(asked.length).toBeGreaterThan(2);
  for (const { query, documentId, extensions } of asked) {
    expect([query, documentId]).toEqual([undefined, undefined]);
    expect(extensions?.persistedQuery?.sha256Hash).toMatch(/^[\da-f]{64}$/);
  }
  expect((await page.request.get('/trusted-documents.json')).status()).toBe(404);
});

test('a page that is older than the server says so, and keeps what is written in it', async () => {
  const page = await (await site.visit()).newPage();
  await page.goto('/');
  await field(page).fill('somali');
  await page.locator('[data-hit]').first().waitFor();
  // From here on it asks what this server has never heard of, as after an upgrade.
  await page.route('/graphql', (route) => {
    const asked = JSON.parse(route.request().postData() ?? '') as Asked;
    const extensions = { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } };
    return route.continue({ postData: JSON.stringify({ ...asked, extensions }) });
  });
  await field(page).fill('somali grorud');

  await page.getByText('Samband er fornyet etter at du åpnet denne siden. Ta vare på').waitFor();
  expect(await field(page).inputValue()).toBe('somali grorud');
  await page.unroute('/graphql');
  await page.getByRole('status').getByRole('button', { name: 'Last siden på nytt' }).click();
  await page.locator('[data-hit]').first().waitFor();
  expect(await field(page).inputValue()).toBe('somali grorud');
  expect(await page.getByText('Samband er fornyet').count()).toBe(0);
});
