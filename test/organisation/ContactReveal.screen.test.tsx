// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, vi } from 'vitest';

import { endPurpose, statePurpose } from '#client/access/purpose.ts';
import { BreakGlassBanner } from '#client/access/crisis/BreakGlassBanner.tsx';
import { CloseBreakGlass } from '#client/access/crisis/CloseBreakGlassDialog.tsx';
import { maskShown } from '#client/access/shown.ts';
import { OrganisationScreen } from '#client/organisation/OrganisationScreen.tsx';
import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import type { Person } from '#schema/person/Person.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { aConsent, anAffiliation, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { opened, someone } from '#test/access/crisis/someone.ts';
import { draw } from '#test/support/draw.tsx';
import { aCoordinator, aReader, aViewer } from '#test/support/viewers.ts';
import { personalKey, test, type World } from '#test/support/world.ts';

/** Two people of an organisation, both of whom can be rung in a crisis. */
async function hasTwo(world: World, consents: readonly Purpose[] = [Purpose.CRISIS]) {
  const organisation = anOrganisation();
  const people = [aPerson({ givenName: 'Amina' }), aPerson({ givenName: 'Berit' })];
  await world.has(organisation, ...people);
  await world.has(
    ...people.flatMap((person, at) => [
      aPersonalContactPoint(person, personalKey, { value: `+470000000${at + 1}` }),
      anAffiliation(person, organisation),
      ...consents.map((purpose) => aConsent(person, purpose)),
    ]),
  );
  return { organisation, people };
}

const show = (world: World, { id }: { id: string }, viewer: Viewer = aCoordinator()) =>
  draw(<OrganisationScreen id={id} />, world.as(viewer), `/virksomhet/${id}`);

const button = (name: string) => screen.findByRole('button', { name: `Vis nummer, ${name} Prøve` });

/** The questions that were sent, each with what it was for. */
function listen(world: World) {
  const ask = vi.spyOn(world, 'ask');
  return () =>
    ask.mock.calls.flatMap(([, query, variables]) =>
      String(query).includes('@purpose') ? [[variables?.['id'], variables?.['purpose']]] : [],
    );
}

test('who has no purpose is not asked for one, and sees that it is not for them', async ({
  world,
}) => {
  const { organisation } = await hasTwo(world);

  show(world, organisation, aReader());

  expect(await screen.findAllByText('Skjult for rollen din')).toHaveLength(2);
  expect(screen.queryByRole('button', { name: /^Vis nummer/ })).toBeNull();
});

test('nothing is read in full before the purpose is stated, nor where one thinks better of it', async ({
  world,
}) => {
  const { organisation } = await hasTwo(world);
  const sent = listen(world);
  const { container } = show(world, organisation);

  await userEvent.click(await button('Amina'));
  const asking = await screen.findByRole('dialog', { name: 'Hva skal du bruke nummeret til?' });
  await userEvent.click(within(asking).getByRole('button', { name: 'Lukk' }));

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(await button('Amina')).toBeVisible();
  expect(sent()).toEqual([]);
  expect(container.innerHTML).not.toContain('0000001');
});

test('the purpose is asked for once in a tab; each press shows one person, and reads that one alone, once', async ({
  world,
}) => {
  const { organisation, people } = await hasTwo(world);
  const [amina, berit] = people as [Person, Person];
  const sent = listen(world);
  const { container } = show(world, organisation);

  await userEvent.click(await button('Amina'));
  await userEvent.click(await screen.findByRole('button', { name: /^Krise/ }));
  const first = await screen.findByRole('link', { name: /^Ring.*Amina Prøve/ });
  expect(first).toHaveAttribute('href', 'tel:+4700000001');
  expect(first).toHaveFocus();
  expect(sent()).toEqual([[amina.id, 'CRISIS']]);
  expect(container.innerHTML).not.toContain('0000002');

  await userEvent.click(await button('Berit'));
  const second = await screen.findByRole('link', { name: /^Ring.*Berit Prøve/ });
  expect(second).toHaveFocus();
  expect(sent()).toEqual([
    [amina.id, 'CRISIS'],
    [berit.id, 'CRISIS'],
  ]);
});

test('when the purpose ends, what was shown is masked, and stating it again shows nothing by itself', async ({
  world,
}) => {
  const { organisation } = await hasTwo(world);
  const viewer = aCoordinator();
  const sent = listen(world);
  statePurpose('CRISIS', viewer);
  const { container } = show(world, organisation, viewer);
  await userEvent.click(await button('Amina'));
  await screen.findByRole('link', { name: /^Ring.*Amina Prøve/ });

  act(() => endPurpose());
  expect(await button('Amina')).toBeVisible();
  expect(container.innerHTML).not.toContain('0000001');

  act(() => statePurpose('CRISIS', viewer));
  expect(await button('Amina')).toBeVisible();
  expect(sent()).toHaveLength(1);
});

test('what is shown is not asked for again when what let it be shown changes, and is masked when that ends', async ({
  world,
}) => {
  const { organisation, people } = await hasTwo(world);
  const viewer = aCoordinator();
  const client = world.as(viewer);
  const sent = listen(world);
  statePurpose('CRISIS', viewer);
  draw(<OrganisationScreen id={organisation.id} />, client, `/virksomhet/${organisation.id}`);
  await userEvent.click(await button('Amina'));
  await screen.findByRole('link', { name: /^Ring.*Amina Prøve/ });

  // Another's, so that what is on the screen still holds.
  const another = await opened(world, someone(Role.COORDINATOR, 'Ola'));
  await act(async () => {
    await client
      .mutation(
        CloseBreakGlass,
        { input: { id: another.id, expectedVersion: 1 } },
        {
          additionalTypenames: ['PersonContactPoint', 'Person', 'Consent', 'BreakGlass', 'Crisis'],
        },
      )
      .toPromise();
  });
  dispatchEvent(new Event('focus'));
  dispatchEvent(new Event('online'));
  // A question that comes after would come after whatever these had caused.
  await userEvent.click(await button('Berit'));
  await screen.findByRole('link', { name: /^Ring.*Berit Prøve/ });
  expect(screen.getByRole('link', { name: /^Ring.*Amina Prøve/ })).toBeVisible();
  expect(sent().map(([id]) => id)).toEqual(people.map(({ id }) => id));

  act(() => maskShown());
  expect(await button('Amina')).toBeVisible();
  expect(screen.queryByRole('link', { name: /^Ring.*Prøve/ })).toBeNull();
  expect(sent()).toHaveLength(2);
});

test('when emergency access is ended, what it let be shown is masked without a question to the server', async ({
  world,
}) => {
  const { organisation } = await hasTwo(world);
  const elsewhere = someone(Role.COORDINATOR, 'Kari', { scope: new Set<number>() });
  const viewer = { ...elsewhere, breakGlass: (await opened(world, elsewhere)).id };
  const sent = listen(world);
  statePurpose('CRISIS', viewer);
  const { container } = draw(
    <>
      <BreakGlassBanner />
      <OrganisationScreen id={organisation.id} />
    </>,
    world.as(viewer),
  );
  const end = { name: 'Avslutt nødtilgang' };
  const ending = await screen.findByRole('button', end);
  await userEvent.click(await button('Amina'));
  await screen.findByRole('link', { name: /^Ring.*Amina Prøve/ });

  await userEvent.click(ending);
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', end));

  expect(await screen.findByRole('link', { name: 'Gjør rede' })).toBeVisible();
  expect(await button('Amina')).toBeVisible();
  expect(container.innerHTML).not.toContain('0000001');
  expect(sent()).toHaveLength(1);
});

test('who has not said yes stays masked; those who see consents are led to them', async ({
  world,
}) => {
  const { organisation, people } = await hasTwo(world, [Purpose.MEETING]);
  const viewer = aCoordinator();
  statePurpose('CRISIS', viewer);
  const { container } = show(world, organisation, viewer);
  await userEvent.click(await button('Amina'));

  expect(await screen.findByText(/Har ikke sagt ja til å bli kontaktet i krise\./)).toHaveFocus();
  expect(screen.getByRole('link', { name: 'Se hva personen har sagt ja til' })).toHaveAttribute(
    'href',
    `/person/${people[0]?.id}#samtykker`,
  );
  expect(container.innerHTML).not.toContain('0000001');
});

test('who does not see consents is told who can ask', async ({ world }) => {
  const { organisation } = await hasTwo(world);
  const viewer = aViewer(Role.RECRUITER);
  statePurpose('COUNCIL', viewer);
  show(world, organisation, viewer);
  await userEvent.click(await button('Amina'));

  expect(
    await screen.findByText(/Har ikke sagt ja til å bli spurt om råd og utvalg/),
  ).toHaveTextContent('Registerkontakten kan spørre personen.');
  expect(screen.queryByRole('link', { name: /sagt ja til/ })).toBeNull();
});

test('who belongs elsewhere stays masked, and it says whom to ask', async ({ world }) => {
  const { organisation } = await hasTwo(world);
  const viewer: Viewer = { ...aCoordinator(), scope: new Set<number>() };
  statePurpose('CRISIS', viewer);
  const { container } = show(world, organisation, viewer);
  await userEvent.click(await button('Amina'));

  expect(await screen.findByText(/Utenfor området ditt\./)).toHaveTextContent(
    'Spør en som har ansvar der personen hører til.',
  );
  expect(container.innerHTML).not.toContain('0000001');
});

test('whoever lost their purpose meanwhile is refused in plain words, and tries again with the same button', async ({
  world,
}) => {
  const { organisation } = await hasTwo(world);
  const viewer = { ...aCoordinator() };
  const { permissions } = viewer;
  statePurpose('CRISIS', viewer);
  show(world, organisation, viewer);
  const show1 = await button('Amina');
  viewer.permissions = aReader().permissions;
  await userEvent.click(show1);

  expect(await screen.findByText('Ikke hentet. Du har ikke tilgang til dette.')).toBeVisible();
  expect(show1).toHaveFocus();
  expect(show1).toHaveTextContent('Prøv igjen');

  viewer.permissions = permissions;
  await userEvent.click(show1);
  expect(await screen.findByRole('link', { name: /^Ring.*Amina Prøve/ })).toHaveFocus();
});

test('nothing is asked for where there would be nothing to press', async ({ world }) => {
  const [organisation, failed, placed, mailed] = [
    anOrganisation(),
    aPerson({ givenName: 'Amina' }),
    aPerson({ givenName: 'Berit' }),
    aPerson({ givenName: 'Cato' }),
  ];
  await world.has(organisation, failed, placed, mailed);
  await world.has(
    aPersonalContactPoint(failed, personalKey, { bouncedOn: '2026-05-03' }),
    aPersonalContactPoint(placed, personalKey, {
      channel: ContactChannel.MEETING_PLACE,
      value: 'Biblioteket',
    }),
    aPersonalContactPoint(mailed, personalKey, {
      channel: ContactChannel.EMAIL,
      value: 'cato@example.no',
    }),
    ...[failed, placed, mailed].map((person) => anAffiliation(person, organisation)),
  );

  show(world, organisation);

  expect(await screen.findByText('Nummeret eller adressen virker ikke')).toBeVisible();
  expect(screen.getByText('Ingen kontaktvei å bruke herfra')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Vis e-postadresse, Cato Prøve' })).toBeVisible();
});
