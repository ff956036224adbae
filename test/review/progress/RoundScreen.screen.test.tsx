// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

import { AnnexScreen } from '#client/review/progress/AnnexScreen.tsx';
import { NewRoundScreen } from '#client/review/progress/NewRoundScreen.tsx';
import { RoundRequestsScreen } from '#client/review/progress/RoundRequestsScreen.tsx';
import { RoundScreen } from '#client/review/progress/RoundScreen.tsx';
import { RoundsScreen } from '#client/review/progress/RoundsScreen.tsx';
import { Role } from '#schema/access/Role.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { draw } from '#test/support/draw.tsx';
import { aViewer } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';
import { aLead, madeRound } from '#test/review/round/roundExamples.ts';
import { aRound } from './aRound.ts';
import { twoTrusts } from './twoTrusts.ts';

const lead = aViewer(Role.PROGRAMME_LEAD);

/** One has confirmed, one is silent, one cannot be written to, of one all is known to be right: all of one trust. */
async function aRoundUnderWay(world: World) {
  const { one, editor } = await twoTrusts(world);
  const [confirmed, silent, hindered, certain] = [
    'Svarlaget',
    'Stillelaget',
    'Adresseløst lag',
    'Sikkerlaget',
  ].map((name) => anOrganisation({ name })) as [never, never, never, never];
  await world.has(confirmed, silent, hindered, certain);
  const id = await aRound(world, [
    { organisation: confirmed, trust: one, happened: ['sent'], outcome: 'confirmed' },
    { organisation: silent, trust: one, happened: ['sent'] },
    { organisation: hindered, trust: one, hindrance: 'no_address' },
    { organisation: certain, trust: one, hindrance: 'certain' },
  ]);
  return { id, one, editor };
}

test('where there are no rounds it is said what comes there, and whoever leads may start one', async ({
  world,
}) => {
  draw(<RoundsScreen />, world.as(lead));
  expect(await screen.findByRole('heading', { name: 'Ingen runder ennå' })).toBeVisible();
  expect(await screen.findByRole('link', { name: 'Start en runde' })).toHaveAttribute(
    'href',
    '/runder/ny',
  );
});

test('a round that there is not is said not to be there', async ({ world }) => {
  draw(<RoundScreen id={crypto.randomUUID()} />, world.as(lead));
  expect(await screen.findByRole('heading', { name: 'Denne runden finnes ikke' })).toBeVisible();
});

test('the picture and the table tell the same, and each figure leads to those behind it', async ({
  world,
}) => {
  const { id, one, editor } = await aRoundUnderWay(world);
  draw(<RoundScreen id={id} />, world.as(editor));
  expect(await screen.findByText('1 av 3 har svart.')).toBeVisible();
  expect(
    screen.getAllByRole('img', {
      name: 'Bekreftet: 1, Trengte ikke å spørres: 1, Ikke åpnet: 1 og Kan ikke skrives til: 1',
    }).length,
  ).toBeGreaterThan(0);
  const row = screen.getByRole('row', { name: /Prøve universitetssykehus/ });
  expect(within(row).getByRole('link', { name: /Ikke åpnet: 1/ })).toHaveAttribute(
    'href',
    `/runder/${id}/virksomheter?foretak=${one.id}&tilstand=SILENT`,
  );
});

test('those behind a figure are the ones it counts', async ({ world }) => {
  const { id, one, editor } = await aRoundUnderWay(world);
  draw(
    <RoundRequestsScreen id={id} />,
    world.as(editor),
    `/runder/${id}/virksomheter?foretak=${one.id}&tilstand=HINDERED`,
  );
  expect(await screen.findByText('Én virksomhet')).toBeVisible();
  expect(screen.getByText('Adresseløst lag')).toBeVisible();
  expect(screen.getByText(/har ingen adresse i registeret/)).toBeVisible();
  expect(screen.queryByText('Stillelaget')).toBeNull();
});

test('a letter on paper that nobody has sent is told as that, not as something that went wrong', async ({
  world,
}) => {
  const { one, editor } = await twoTrusts(world);
  const [paper, mail] = [anOrganisation({ name: 'Papirlaget' }), anOrganisation()];
  await world.has(paper, mail);
  const id = await aRound(world, [
    { organisation: paper, trust: one, channel: 'letter', happened: ['failed'] },
    { organisation: mail, trust: one, happened: ['failed'] },
  ]);
  draw(<RoundRequestsScreen id={id} />, world.as(editor), `/runder/${id}/virksomheter`);

  const told = (await screen.findByText('Papirlaget')).closest('li');
  expect(told).toHaveTextContent('Brevet på papir ble ikke skrevet ut og sendt');
  expect(screen.getAllByText('Sending mislyktes', { selector: 'strong' })).toHaveLength(1);
});

test('one is told exactly what one signs for, signs, and takes it back', async ({ world }) => {
  const { id, editor } = await aRoundUnderWay(world);
  draw(<RoundScreen id={id} />, world.as(editor));
  await userEvent.click(await screen.findByRole('button', { name: /^Godkjenn/ }));
  const dialog = within(screen.getByRole('dialog'));
  expect(
    dialog.getByText(/1 av 4 har svart. Én trengte ikke å spørres. 1 har bekreftet/),
  ).toBeVisible();
  expect(dialog.getByText(/1 kan ikke skrives til og 1 ikke åpnet/)).toBeVisible();
  await userEvent.type(dialog.getByLabelText(/Merknad/), 'Gjennomgått.');
  await userEvent.click(dialog.getByRole('button', { name: 'Godkjenn' }));
  expect(await screen.findByText(/da 1 av 4 hadde svart/)).toBeVisible();
  expect(screen.getByText('Gjennomgått.')).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: /Trekk godkjenningen/ }));
  expect(await screen.findByRole('button', { name: /^Godkjenn/ })).toBeVisible();
});

test('a round is made of a name and those whom it asks; the rest is there already', async ({
  world,
}) => {
  const { unmount } = draw(<NewRoundScreen />, world.as(lead), '/runder/ny');
  const usual = await screen.findByLabelText<HTMLInputElement>('Hva runden heter');
  const second = `${usual.value} (2)`;
  await world.pool.query(
    `insert into review_round (id, name, state, search, opens_on, due_on, signed_by, made_by, made_at)
     select gen_random_uuid(), name, 'cancelled', '{}', '2026-10-01', '2026-12-31', 'Prøve', gen_random_uuid(), now()
     from unnest(array[$1::text]) as name`,
    [usual.value],
  );
  unmount();
  draw(<NewRoundScreen />, world.as(lead), '/runder/ny');
  const name = await screen.findByLabelText('Hva runden heter');
  expect(name).toHaveValue(second);
  await userEvent.clear(name);
  await userEvent.type(name, 'Høstrunden');
  await userEvent.type(screen.getByLabelText(/Hvem som skriver under/), 'Prøve Leder');
  await userEvent.click(screen.getByRole('button', { name: 'Lag utkast og se hvem det gjelder' }));
  await waitFor(() => expect(location.pathname).toMatch(/^\/runder\/[0-9a-f-]{36}$/));
  const { rows } = await world.pool.query(
    `select name, state, reminder_days as reminders, signed_by as "signedBy" from review_round where state = 'draft'`,
  );
  expect(rows).toEqual([
    {
      name: 'Høstrunden',
      state: 'draft',
      reminders: [7, 21],
      signedBy: expect.stringContaining('Prøve Leder'),
    },
  ]);
});

test('the annex tells of each organisation what is missing', async ({ world }) => {
  const { id, one, editor } = await aRoundUnderWay(world);
  draw(<AnnexScreen id={id} />, world.as(editor), `/runder/${id}/vedlegg?foretak=${one.id}`);
  const row = await screen.findByRole('row', { name: /Stillelaget/ });
  expect(row).toHaveTextContent('ikke svart');
  expect(row).toHaveTextContent('Aldri');
  expect(screen.getByText('Ikke godkjent.')).toBeVisible();
});

test('a round is started for a saved search; where that is gone, somebody has to choose whom', async ({
  world,
}) => {
  const saved = await world.ask<{ saveAudience: { id: string } }>(
    lead,
    `mutation { saveAudience(input: { name: "Lag på somali", search: { text: "", filter: { languages: ["so"] } } }) { id } }`,
    {},
  );
  const { unmount } = draw(
    <NewRoundScreen />,
    world.as(lead),
    `/runder/ny?utvalg=${saved.data?.saveAudience.id}`,
  );
  expect(await screen.findByLabelText('Hvem som spørres')).toHaveDisplayValue('Lag på somali');
  unmount();
  draw(<NewRoundScreen />, world.as(lead), `/runder/ny?utvalg=${crypto.randomUUID()}`);
  expect(await screen.findByText(/Utvalget i lenken finnes ikke lenger/)).toBeVisible();
  expect(screen.getByLabelText('Hvem som spørres')).toHaveDisplayValue('Velg hvem');
  await userEvent.click(screen.getByRole('button', { name: /^Lag utkast/ }));
  await waitFor(() => expect(screen.getByLabelText('Hvem som spørres')).toBeInvalid());
  expect((await world.pool.query('select from review_round')).rowCount).toBe(0);
});

test('of two who change a draft each keeps what they wrote, and where both wrote the same both are shown', async ({
  world,
}) => {
  const id = await madeRound(world);
  draw(<RoundScreen id={id} />, world.as(lead), `/runder/${id}`);
  await screen.findByText(/får brev\.$/);
  await userEvent.click(screen.getByRole('button', { name: 'Endre utkastet' }));
  const name = await screen.findByLabelText('Hva runden heter');
  await userEvent.clear(name);
  await userEvent.type(name, 'Mitt navn');
  await userEvent.click(screen.getByLabelText('etter 14 dager'));
  const { errors } = await world.ask(
    aLead('Prøve Annen'),
    `mutation ($input: EditReviewRoundInput!) { editReviewRound(input: $input) { id } }`,
    { input: { id, expectedVersion: 1, name: 'Deres navn', signedBy: 'Prøve Annen' } },
  );
  expect(errors).toBeUndefined();

  await userEvent.click(screen.getByRole('button', { name: 'Lagre' }));
  const both = await screen.findByRole('radiogroup', { name: 'Hva runden heter' });
  expect(both).toHaveTextContent('Mitt navn');
  expect(both).toHaveTextContent('Deres navn');
  expect(screen.getByLabelText('Hva runden heter')).toHaveValue('Mitt navn');
  await userEvent.click(within(both).getByRole('radio', { name: /Mitt navn/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Lagre' }));

  expect(await screen.findByRole('heading', { level: 1, name: 'Mitt navn' })).toBeVisible();
  expect(await screen.findByText('Prøve Annen')).toBeVisible();
  expect(screen.getByText('etter 7 dager, etter 14 dager og etter 21 dager')).toBeVisible();
});

test('a draft that somebody changed is read again before it is opened, and may be put away with a reason', async ({
  world,
}) => {
  const id = await madeRound(world);
  draw(<RoundScreen id={id} />, world.as(lead), `/runder/${id}`);
  await screen.findByText(/får brev\.$/);
  await userEvent.click(screen.getByRole('button', { name: 'Avlys runden' }));
  await world.ask(
    aLead('Prøve Annen'),
    `mutation ($input: EditReviewRoundInput!) { editReviewRound(input: $input) { id } }`,
    { input: { id, expectedVersion: 1, name: 'Deres navn' } },
  );
  const dialog = within(screen.getByRole('dialog'));
  await userEvent.type(dialog.getByLabelText(/Hvorfor/), 'Vi venter til våren.');
  await userEvent.click(dialog.getByRole('button', { name: 'Avlys runden' }));
  expect(await screen.findByText(/Noen andre endret dette samtidig/)).toBeVisible();
  expect(await screen.findByRole('heading', { level: 1, name: 'Deres navn' })).toBeInTheDocument();
  expect(dialog.getByLabelText(/Hvorfor/)).toHaveValue('Vi venter til våren.');
  await userEvent.click(dialog.getByRole('button', { name: 'Avlys runden' }));
  expect(await screen.findByText('Avlyst')).toBeVisible();
  const { rows } = await world.pool.query(
    `select reason from change where record = 'review_round' and verb = 'cancelReviewRound'`,
  );
  expect(rows).toEqual([{ reason: 'Vi venter til våren.' }]);
});
