import { expect } from 'vitest';

import { Organisation } from '#schema/organisation/Organisation.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { aCoordinator } from '#test/support/viewers.ts';
import { test } from '#test/support/world.ts';

test('finds by name', async ({ world }) => {
  await world.has(
    new Organisation('Somalisk forening i Grorud', OrganisationKind.IMMIGRANT_ORGANISATION),
  );
  const { data, errors } = await world.ask(
    aCoordinator(),
    `{ search(text: "somalisk grorud") { totalCount nodes { ... on OrganisationHit { id organisation { name } why { kind word text exact } isReachable } } understood { word kind value label } facets { kinds { value count } } } }`,
  );

  expect(errors).toBeUndefined();
});
