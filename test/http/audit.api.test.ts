import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { Site } from '#test/launch/Site.ts';
import { tokenOf } from './tokenOf.ts';

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site[Symbol.asyncDispose]());

test('the audit of GraphQL over HTTP finds no error', async () => {
  const authorization = `Bearer ${await tokenOf(site, Role.COORDINATOR)}`;
  const results = await auditServer({
    url: `http://127.0.0.1:${site.port}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...(init.headers as object), authorization } }),
  });
  const told = (status: string) =>
    results.filter((result) => result.status === status).map(({ name }) => name);
  expect(results.length).toBeGreaterThan(50);
  expect(told('error')).toEqual([]);
  // As Apollo Server does, and the newer draft wants: what cannot be answered is no 200.
  expect(told('warn')).toEqual([
    'SHOULD use 200 status code on document parsing failure when accepting application/json',
    'SHOULD use 200 status code on document validation failure when accepting application/json',
    'SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
  ]);
  // GET is for nobody.
  expect(told('notice')).toEqual([
    'MAY accept application/x-www-form-urlencoded formatted GET requests',
    'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
    'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
  ]);
});
