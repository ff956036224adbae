// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

import { OrganisationScreen } from '#client/organisation/OrganisationScreen.tsx';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { NameUse } from '#schema/organisation/NameUse.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { aCatchment, aContactPoint, aName, anOrganisation } from '#seeds/organisation.ts';
import { anAffiliation, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import { draw } from '#test/support/draw.tsx';
import { aCoordinator, aReader } from '#test/support/viewers.ts';
import { personalKey, test, type World } from '#test/support/world.ts';

const show = (world: World, id: string, viewer = aCoordinator(), address = `/virksomhet/${id}`) =>
  draw(<OrganisationScreen id={id} />, world.as(viewer), address);

test('what works can be pressed first; what failed stands last and says so', async ({ world }) => {
  const organisation = anOrganisation({ name: 'Foreningen Prøve' });
  await world.has(
    organisation,
    aContactPoint(organisation, { position: 0, value: '+4700000001', bouncedOn: '2026-05-03' }),
    aContactPoint(organisation, {
      position: 1,
      channel: ContactChannel.EMAIL,
      value: 'post@example.no',
    }),
    aContactPoint(organisation, { position: 2, value: '+4700000003', lastWorkedOn: '2026-09-01' }),
    aContactPoint(organisation, {
      position: 3,
      channel: ContactChannel.MEETING_PLACE,
      value: 'Biblioteket',
    }),
  );

  show(world, organisation.id);
  const contact = await screen.findByRole('region', { name: 'Kontakt' });
  const links = within(contact).getAllByRole('link');

  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    '#kontakt',
    'tel:+4700000003',
    'mailto:post@example.no',
    'tel:+4700000001',
  ]);
  expect(within(contact).getByText('Kom i retur 3. mai 2026 – prøv en annen')).toBeVisible();
  expect(within(contact).getByText('Biblioteket').closest('a')).toBeNull();
});

test('a profile that nobody has looked after warns its readers', async ({ world }) => {
  const organisation = anOrganisation({ verifiedOn: '2022-01-20' });
  await world.has(organisation);

  show(world, organisation.id);

  expect(
    await screen.findByText('Utdatert – regn med at noe er endret.', { exact: false }),
  ).toBeVisible();
  expect(screen.getByText(/20\. januar 2022 på telefon/)).toHaveTextContent('20. januar 2024');
});

test('other names stand in their own language and direction', async ({ world }) => {
  const organisation = anOrganisation({ name: 'Somalisk forening' });
  const arabic = await world.em
    .fork({ keepTransactionContext: true })
    .findOneOrFail(Language, { code: 'ar' });
  await world.has(
    organisation,
    aName(organisation, 'الجمعية', { use: NameUse.TRANSLATION, language: arabic }),
  );

  show(world, organisation.id);

  expect(await screen.findByText('الجمعية')).toHaveAttribute('lang', 'ar');
  expect(screen.getByText('الجمعية').tagName).toBe('BDI');
});

test('whom to ask first is on top, and those who were there come when asked for', async ({
  world,
}) => {
  const [organisation, leader, member, former] = [
    anOrganisation(),
    aPerson({ givenName: 'Amina' }),
    aPerson({ givenName: 'Berit' }),
    aPerson({ givenName: 'Cato' }),
  ];
  await world.has(organisation, leader, member, former);
  await world.has(
    aPersonalContactPoint(leader, personalKey, {
      value: '+4700000007',
      lastWorkedOn: '2026-09-01',
    }),
    anAffiliation(member, organisation),
    anAffiliation(leader, organisation, { isPrimary: true }),
    anAffiliation(former, organisation, { until: '2025-06-30' }),
  );

  show(world, organisation.id);
  const people = await screen.findByRole('region', { name: 'Personer' });

  const [first, second] = within(people).getAllByRole('listitem');
  expect(first).toHaveTextContent(/Amina Prøve.*Spør først/);
  expect(within(first!).getByRole('button', { name: /^Vis nummer/ })).toBeVisible();
  expect(second).toHaveTextContent('Berit Prøve');
  expect(within(people).queryByText('Cato Prøve')).toBeNull();

  await userEvent.click(within(people).getByLabelText('Vis også tidligere'));
  expect(await within(people).findByText('Cato Prøve')).toBeVisible();
  expect(within(people).getByText(/januar 2024 – juni 2025/)).toBeVisible();
});

test('a reader learns that there is a way to reach a person, not what it is', async ({ world }) => {
  const [organisation, person] = [anOrganisation(), aPerson()];
  await world.has(organisation, person);
  await world.has(
    aPersonalContactPoint(person, personalKey, { value: '+4700000007' }),
    anAffiliation(person, organisation),
  );

  const { container } = show(world, organisation.id, aReader());

  expect(await screen.findByText('Skjult for rollen din')).toBeVisible();
  expect(container.innerHTML).not.toContain('0000007');
});

test('many branches come a page at a time', async ({ world }) => {
  const parent = anOrganisation({ name: 'Paraplyen' });
  const branches = Array.from({ length: 23 }, (_, at) =>
    anOrganisation({ name: `Lokallag ${String(at).padStart(2, '0')}`, parent }),
  );
  await world.has(parent, ...branches);

  show(world, parent.id);
  const region = await screen.findByRole('region', { name: 'Underliggende virksomheter (23)' });
  expect(within(region).getAllByRole('listitem')).toHaveLength(20);

  await userEvent.click(within(region).getByRole('button', { name: 'Vis flere' }));
  expect(await within(region).findByText('Lokallag 22')).toBeVisible();
  expect(within(region).getAllByRole('listitem')).toHaveLength(23);
});

test('a trust shows its catchment on the day in the address, and nothing before the first known day', async ({
  world,
}) => {
  const em = world.em.fork({ keepTransactionContext: true });
  const grorud = await em.findOneOrFail(Area, { code: '030110' });
  const trust = anOrganisation({ name: 'Prøve HF', kind: OrganisationKind.HEALTH_TRUST });
  await world.has(trust);
  await world.has(
    aCatchment(grorud, trust, { since: '2025-01-01', localHospital: 'Prøve sykehus' }),
  );

  const { unmount } = show(world, trust.id);
  expect(await screen.findByRole('link', { name: 'Grorud, Oslo' })).toHaveAttribute(
    'href',
    '/omrade/030110',
  );
  expect(screen.getByRole('heading', { name: 'Lokalsykehus: Prøve sykehus' })).toBeVisible();
  unmount();

  show(world, trust.id, aCoordinator(), `/virksomhet/${trust.id}?per=2024-12-31`);
  expect(await screen.findByText('Ingen områder er kjent denne dagen.')).toBeVisible();
  expect(screen.getByLabelText('Slik det var')).toHaveValue('2024-12-31');
});

test('what is not there and what may not be seen look the same', async ({ world }) => {
  show(world, '00000000-0000-4000-8000-000000000001');

  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Siden finnes ikke');
  expect(screen.getByRole('link', { name: 'Gå til søket' })).toHaveAttribute('href', '/');
});
