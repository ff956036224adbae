// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect } from 'vitest';

import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { AreaScreen } from '#client/vocabulary/AreaScreen.tsx';
import { aCatchment, anOrganisation } from '#seeds/organisation.ts';
import { draw } from '#test/support/draw.tsx';
import { aReader } from '#test/support/viewers.ts';
import { test } from '#test/support/world.ts';

test('an area tells who answers for it, and that it is unknown before the first known day', async ({
  world,
}) => {
  const em = world.em.fork({ keepTransactionContext: true });
  const grorud = await em.findOneOrFail(Area, { code: '030110' });
  const trust = anOrganisation({ name: 'Prøve HF', kind: OrganisationKind.HEALTH_TRUST });
  await world.has(trust);
  await world.has(
    aCatchment(grorud, trust, { since: '2025-01-01', localHospital: 'Prøve sykehus' }),
  );

  const { unmount } = draw(<AreaScreen code="030110" />, world.as(aReader()), '/omrade/030110');
  const responsible = await screen.findByRole('region', { name: 'Hvem har ansvaret' });
  expect(within(responsible).getByRole('link', { name: 'Prøve HF' })).toHaveAttribute(
    'href',
    `/virksomhet/${trust.id}`,
  );
  expect(within(responsible).getByText('Prøve sykehus')).toBeVisible();
  unmount();

  draw(<AreaScreen code="030110" />, world.as(aReader()), '/omrade/030110?per=2024-12-31');
  expect(await screen.findByText(/^Ukjent\./)).toBeVisible();
});

test('one goes up and down the tree, and to those who serve the area', async ({ world }) => {
  draw(<AreaScreen code="0301" />, world.as(aReader()), '/omrade/0301');

  const above = await screen.findByRole('navigation', { name: 'Ligger i' });
  expect(within(above).getByRole('link', { name: 'Norge' })).toHaveAttribute('href', '/omrade/NO');
  expect(screen.getByRole('link', { name: 'Grorud' })).toHaveAttribute('href', '/omrade/030110');
  expect(screen.getByRole('link', { name: 'Finn dem som når folk i Oslo' })).toHaveAttribute(
    'href',
    '/?areas=0301',
  );
});

test('there is no such area', async ({ world }) => {
  draw(<AreaScreen code="9999" />, world.as(aReader()), '/omrade/9999');

  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Siden finnes ikke');
});
