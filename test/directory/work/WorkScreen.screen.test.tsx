// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

import { WorkScreen } from '#client/directory/work/WorkScreen.tsx';
import { OfferedUndo, UndoProvider } from '#client/ui/OfferedUndo.tsx';
import { Role } from '#schema/access/Role.ts';
import { ProposalKind } from '#schema/directory/register/ProposalKind.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { aProposal } from '#test/directory/register/aProposal.ts';
import { draw } from '#test/support/draw.tsx';
import { aViewer } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';

const ragnar: Viewer = { ...aViewer(Role.EDITOR, 'Ragnar'), id: crypto.randomUUID() };

function show(world: World, address = '/arbeidsliste') {
  draw(
    <UndoProvider>
      <WorkScreen />
      <OfferedUndo />
    </UndoProvider>,
    world.as(ragnar),
    address,
  );
  return userEvent.setup();
}

async function aScene(world: World) {
  const oslo = await world.em.findOneOrFail(Area, { code: '0301' });
  const [renamed, moved, silent] = ['Kvinneforeningen', 'Ungdomslaget', 'Helt stille'].map((name) =>
    anOrganisation({ name, seat: oslo }),
  );
  await world.has(renamed!, moved!, silent!);
  await world.has(aContactPoint(renamed!), aContactPoint(moved!));
  await aProposal(world, renamed!);
  await aProposal(world, moved!, {
    kind: ProposalKind.MOVED,
    fields: [{ field: 'seat', before: oslo.number, after: 4601 }],
    evidence: [{ fact: 'municipality', before: '0301 OSLO', after: '4601 BERGEN' }],
    foundAt: '2026-11-21T06:00:00Z',
  });
  return { renamed: renamed!, moved: moved!, silent: silent! };
}

const row = async (name: string) => {
  const link = await screen.findByRole('link', { name });
  return within(link.closest('li') as HTMLElement);
};

test('an empty list says what that means', async ({ world }) => {
  show(world);
  expect(await screen.findByRole('heading', { name: 'Ingenting å gjøre' })).toBeVisible();
  expect(screen.getByText(/^Alt i ditt område er bekreftet, kan nås/)).toBeVisible();
});

test('each thing says what it is, why, and where it is done', async ({ world }) => {
  const { renamed, silent } = await aScene(world);
  show(world);
  expect(await screen.findByRole('link', { name: 'Kvinneforeningen' })).toHaveAttribute(
    'href',
    `/virksomhet/${renamed.id}#registre`,
  );
  expect(screen.getByRole('link', { name: 'Helt stille' })).toHaveAttribute(
    'href',
    `/virksomhet/${silent.id}#kontakt`,
  );
  const proposal = await row('Kvinneforeningen');
  expect(proposal.getByText('Nytt navn')).toBeVisible();
  expect(proposal.getByText('KVINNEFORENINGEN')).toBeVisible();
  expect(proposal.getByText('Somaliske Kvinner')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Forslag (2)' })).toBeVisible();
  expect(screen.getByText('3 oppgaver')).toBeVisible();
});

test('one kind alone, by its address', async ({ world }) => {
  await aScene(world);
  show(world, '/arbeidsliste?slags=WITHOUT_CONTACT');
  expect(await screen.findByRole('link', { name: 'Helt stille' })).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Kvinneforeningen' })).toBeNull();
  expect(screen.getByRole('link', { name: 'Uten kontakt (1)' })).toHaveAttribute(
    'aria-current',
    'page',
  );
});

test('a proposal is taken where it stands, the next one has the focus, and for a while it can be taken back', async ({
  world,
}) => {
  const { renamed } = await aScene(world);
  const user = show(world);
  const accept = (await row('Kvinneforeningen')).getByRole('button', {
    name: 'Godta Kvinneforeningen',
  });
  await user.click(accept);

  await waitFor(() => expect(screen.queryByRole('link', { name: 'Kvinneforeningen' })).toBeNull());
  await waitFor(() => expect(screen.getByRole('link', { name: 'Ungdomslaget' })).toHaveFocus());
  const nameNow = async () =>
    (
      await world.pool.query<{ name: string }>('select name from organisation where id = $1', [
        renamed.id,
      ])
    ).rows[0]?.name;
  expect(await nameNow()).toBe('Somaliske Kvinner');

  await user.click(await screen.findByRole('button', { name: /^Angre/ }));
  expect(await screen.findByRole('link', { name: 'Kvinneforeningen' })).toBeVisible();
  expect(await nameNow()).toBe('Kvinneforeningen');
});

test('a no wants a reason; something put right is written instead', async ({ world }) => {
  const { moved } = await aScene(world);
  const user = show(world);
  const proposal = await row('Ungdomslaget');
  await user.click(proposal.getByRole('button', { name: 'Avslå Ungdomslaget' }));
  const refusing = screen.getByRole('dialog', { name: 'Avslå forslaget' });
  await user.click(within(refusing).getByRole('button', { name: 'Avslå' }));
  expect(await within(refusing).findByText('Fyll ut dette feltet.')).toBeVisible();
  await user.click(within(refusing).getByRole('button', { name: 'Lukk' }));

  await user.click(proposal.getByRole('button', { name: 'Rett og godta Ungdomslaget' }));
  const dialog = screen.getByRole('dialog', { name: 'Rett og godta' });
  const choice = await within(dialog).findByLabelText('Holder til i');
  expect(choice).toHaveValue('4601');
  await user.selectOptions(choice, '1103');
  await user.click(within(dialog).getByRole('button', { name: 'Godta dette' }));
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Ungdomslaget' })).toBeNull());
  const { rows } = await world.pool.query(
    'select seat_number as seat from organisation where id = $1',
    [moved.id],
  );
  expect(rows).toEqual([{ seat: 1103 }]);
});

test('J and K go from one to the next, T takes it; others see whose it is', async ({ world }) => {
  await aScene(world);
  const user = show(world);
  await screen.findByRole('link', { name: 'Kvinneforeningen' });
  await user.keyboard('j');
  expect(screen.getByRole('link', { name: 'Kvinneforeningen' })).toHaveFocus();
  await user.keyboard('jj');
  expect(screen.getByRole('link', { name: 'Helt stille' })).toHaveFocus();
  await user.keyboard('k');
  expect(screen.getByRole('link', { name: 'Ungdomslaget' })).toHaveFocus();
  await user.keyboard('t');
  expect(await (await row('Ungdomslaget')).findByText('Tatt av deg til 14:00')).toBeVisible();
});

test('what somebody else has taken says who, also to whoever was too late to see it', async ({
  world,
}) => {
  const { renamed } = await aScene(world);
  const user = show(world);
  const accept = (await row('Kvinneforeningen')).getByRole('button', {
    name: 'Godta Kvinneforeningen',
  });
  await world.pool.query(
    `insert into work_claim select 'proposal', id::text, $2, 'Live', '2026-11-22T12:30:00Z' from register_proposal where organisation_id = $1`,
    [renamed.id, crypto.randomUUID()],
  );
  await user.click(accept);
  expect(await screen.findByText(/^Live har tatt denne, og har den til/)).toBeVisible();
});

test('a municipality that was parted is placed by whoever knows: nothing is chosen beforehand', async ({
  world,
}) => {
  const stavanger = await world.em.findOneOrFail(Area, { code: '1103' });
  const organisation = anOrganisation({ name: 'I delt kommune', seat: stavanger });
  await world.has(organisation);
  await world.has(aContactPoint(organisation));
  await world.pool.query(
    `insert into area_change values ('1103', 'Stavanger', '1508', 'Ålesund', '2026-01-01', now()), ('1103', 'Stavanger', '1580', 'Haram', '2026-01-01', now())`,
  );
  const user = show(world);
  const there = await row('I delt kommune');
  const choices = there.getAllByRole('radio');
  expect(choices.map((it) => (it as HTMLInputElement).checked)).toEqual([false, false]);
  await user.click(there.getByRole('button', { name: /^Lagre kommune/ }));
  expect(await there.findByText('Velg en av kommunene som er kommet i stedet.')).toBeVisible();
  await user.click(there.getByRole('radio', { name: 'Haram' }));
  await user.click(there.getByRole('button', { name: /^Lagre kommune/ }));
  expect(await screen.findByRole('heading', { name: 'Ingenting å gjøre' })).toBeVisible();
  const { rows } = await world.pool.query(
    'select seat_number as seat from organisation where id = $1',
    [organisation.id],
  );
  expect(rows).toEqual([{ seat: 1580 }]);
});
