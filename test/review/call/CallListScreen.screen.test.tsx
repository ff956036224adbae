// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

import { CallListScreen } from '#client/review/call/CallListScreen.tsx';
import { OfferedUndo, UndoProvider } from '#client/ui/OfferedUndo.tsx';
import { Purpose } from '#schema/access/Purpose.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { aConsent, anAffiliation, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import { draw } from '#test/support/draw.tsx';
import { anEditor } from '#test/support/viewers.ts';
import { personalKey, test, type World } from '#test/support/world.ts';
import { anOpenRound, aRequest, oneToRing } from './callExamples.ts';

const show = (world: World, address = '/ringeliste') =>
  draw(
    <UndoProvider>
      <CallListScreen />
      <OfferedUndo />
    </UndoProvider>,
    world.as(anEditor()),
    address,
  );

test('where nobody is to be rung, the page says who comes there', async ({ world }) => {
  show(world);
  expect(await screen.findByText('Ingen å ringe')).toBeVisible();
  expect(screen.getByText(/fem dager etter siste påminnelse/)).toBeVisible();
});

test('narrowed to what nobody is in, it says that there may be more', async ({ world }) => {
  await oneToRing(world, { area: '0301' });
  show(world, '/ringeliste?kommune=4601');
  expect(await screen.findByText('Ingen å ringe her')).toBeVisible();
  await userEvent.selectOptions(screen.getByLabelText('Kommune'), '');
  expect(await screen.findByText('Én å ringe')).toBeVisible();
});

test('what was taken by somebody else in the meantime says by whom, and is not noted', async ({
  world,
}) => {
  const { id } = await oneToRing(world);
  show(world);
  await userEvent.click(await screen.findByRole('button', { name: 'Stille forening' }));
  await screen.findByRole('button', { name: /Ingen svarte/ });
  await world.pool.query(
    `insert into work_claim (kind, subject, by_id, by_name, expires_at)
     values ('call', $1, gen_random_uuid(), 'Kari Prøve', '2026-11-22T13:00:00Z')`,
    [id],
  );
  await userEvent.click(screen.getByRole('button', { name: /Jeg ringer/ }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Kari Prøve');
  await userEvent.click(screen.getByRole('button', { name: /Ingen svarte/ }));
  await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(2));
  expect((await world.pool.query('select from review_call')).rowCount).toBe(0);
});

test('a wrong number is chosen, marked, and is the caller’s to undo', async ({ world }) => {
  const { phoneId } = await oneToRing(world);
  show(world);
  await userEvent.click(await screen.findByRole('button', { name: 'Stille forening' }));
  await userEvent.click(await screen.findByRole('button', { name: /Feil nummer/ }));
  const choice = await screen.findByRole('group', { name: 'Hvilket nummer var feil?' });
  expect(within(choice).getByRole('radio')).toBeChecked();
  await userEvent.click(screen.getByRole('button', { name: 'Merk som feil' }));
  const bounced = async () =>
    (
      await world.pool.query<{ on: string | null }>(
        'select bounced_on::text as "on" from organisation_contact_point where id = $1',
        [phoneId],
      )
    ).rows[0]?.on;
  await waitFor(async () => expect(await bounced()).toBe('2026-11-22'));
  await waitFor(() => expect(screen.getByRole('button', { name: /Feil nummer/ })).toBeDisabled());
  await userEvent.click(screen.getByRole('button', { name: 'Angre' }));
  await waitFor(async () => expect(await bounced()).toBeNull());
});

test('only what is uncertain is read out, and what is not right is not verified', async ({
  world,
}) => {
  const { id, organisationId } = await aRequest(world, await anOpenRound(world));
  await world.pool.query(
    `insert into verification (id, organisation_id, groups, method, verified_on, at, via)
     values (gen_random_uuid(), $1, '{name,areas,topics,languages}', 'link', '2026-11-20', '2026-11-20T12:00:00Z', 'link')`,
    [organisationId],
  );
  show(world);
  await userEvent.click(await screen.findByRole('button', { name: 'Stille forening' }));
  const group = await screen.findByRole('group', { name: /Les opp/ });
  const ticks = within(group).getAllByRole('checkbox');
  expect(ticks).toHaveLength(2);
  expect(group).toHaveTextContent('Kontaktopplysninger');
  await userEvent.click(within(group).getByRole('checkbox', { name: /Personer/ }));
  await userEvent.click(screen.getByRole('button', { name: /Det stemmer/ }));
  expect(await screen.findByText('Ingen å ringe')).toBeVisible();
  const { rows } = await world.pool.query(
    `select v.groups, q.outcome from verification v join review_request q on q.organisation_id = v.organisation_id
     where q.id = $1 and v.method = 'phone'`,
    [id],
  );
  expect(rows).toEqual([{ groups: ['contact'], outcome: 'confirmed' }]);
});

test('what is different leads to where it is changed, and a new contact to the hand-over', async ({
  world,
}) => {
  const round = await anOpenRound(world);
  const one = await aRequest(world, round, { name: 'Endret forening' });
  const other = await aRequest(world, round, { name: 'Ny leder' });
  show(world);
  await userEvent.click(await screen.findByRole('button', { name: 'Endret forening' }));
  await userEvent.click(await screen.findByRole('button', { name: /Noe er endret/ }));
  await waitFor(() => expect(location.pathname).toBe(`/virksomhet/${one.organisationId}`));
  expect(location.search).toBe('?rediger=ja');
  await userEvent.click(await screen.findByRole('button', { name: 'Ny leder' }));
  await userEvent.click(await screen.findByRole('button', { name: /Ny kontakt/ }));
  await waitFor(() => expect(location.pathname).toBe(`/virksomhet/${other.organisationId}`));
  expect(location.search).toBe('?overlevering=ny');
});

test('on the sheet of a call the number of a person is shown when somebody asks, and that they did is logged', async ({
  world,
}) => {
  const { organisationId } = await oneToRing(world);
  const organisation = await world.em.findOneOrFail(Organisation, { id: organisationId });
  const leader = aPerson({ givenName: 'Amina' });
  await world.has(
    leader,
    anAffiliation(leader, organisation),
    aPersonalContactPoint(leader, personalKey, { value: '+4700000077' }),
    aConsent(leader, Purpose.REGISTER_CARE),
  );
  const reads = async () =>
    (
      await world.pool.query<{ purpose: string }>(
        'select purpose from read_log where person_id = $1',
        [leader.id],
      )
    ).rows;
  const { container } = show(world);
  await userEvent.click(await screen.findByRole('button', { name: 'Stille forening' }));
  const button = await screen.findByRole('button', { name: 'Vis nummer, Amina Prøve' });
  expect(container.innerHTML).not.toContain('0000077');

  await userEvent.click(button);
  await userEvent.click(await screen.findByRole('button', { name: /^Stell av registeret/ }));
  const link = await screen.findByRole('link', { name: /^Ring.*Amina Prøve/ });
  expect(link).toHaveAttribute('href', 'tel:+4700000077');
  expect(await reads()).toEqual([{ purpose: 'register_care' }]);
});
