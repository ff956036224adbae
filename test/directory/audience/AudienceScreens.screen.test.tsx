// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Route, Switch } from 'wouter';
import { beforeEach, expect, vi } from 'vitest';

import { AudienceScreen } from '#client/directory/audience/AudienceScreen.tsx';
import { AudiencesScreen } from '#client/directory/audience/AudiencesScreen.tsx';
import { SearchScreen } from '#client/directory/SearchScreen.tsx';
import { OfferedUndo, UndoProvider } from '#client/ui/OfferedUndo.tsx';
import { Role } from '#schema/access/Role.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { draw } from '#test/support/draw.tsx';
import { aReader } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';
import { saved, seen, somebody } from './audiences.ts';

// A document without a screen has no media: a wide one with a mouse stands in for it.
beforeEach(() => {
  vi.stubGlobal('matchMedia', (media: string) => ({
    matches: media !== '(pointer: coarse)',
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  vi.stubGlobal('scrollTo', () => undefined);
});

const drawAt = (world: World, viewer: Viewer, address: string) =>
  draw(
    <UndoProvider>
      <Switch>
        <Route path="/">
          <SearchScreen />
        </Route>
        <Route path="/utvalg">
          <AudiencesScreen />
        </Route>
        <Route path="/utvalg/:id">{({ id }) => <AudienceScreen key={id} id={id} />}</Route>
      </Switch>
      <OfferedUndo />
    </UndoProvider>,
    world.as(viewer),
    address,
  );

const button = (name: string) => screen.findByRole('button', { name });

test('who has saved nothing is told how to, and who may not is only told where to look', async ({
  world,
}) => {
  const { unmount } = drawAt(world, await somebody(world, Role.RECRUITER), '/utvalg');
  expect(await screen.findByRole('heading', { name: 'Du har ingen utvalg ennå' })).toBeVisible();
  expect(await screen.findByText(/trykk «Lagre søket»/)).toBeVisible();
  unmount();

  drawAt(world, aReader(), '/?q=solsikke');
  await screen.findByRole('heading', { level: 2, name: 'Ingen treff' });
  expect(screen.queryByRole('button', { name: 'Lagre søket' })).toBeNull();
});

test('a search is saved from where it was asked, and opens with those whom it finds', async ({
  world,
}) => {
  await world.has(anOrganisation({ name: 'Solsikken' }));
  const kari = await somebody(world, Role.COORDINATOR);
  drawAt(world, kari, '/?only=ORGANISATION&q=solsikke');

  await userEvent.click(await button('Lagre søket'));
  const dialog = await screen.findByRole('dialog', { name: 'Lagre søket' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Lagre' }));
  expect(within(dialog).getByText('Fyll ut dette feltet.')).toBeVisible();
  await userEvent.type(within(dialog).getByLabelText('Navn'), 'Solsikker');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Lagre' }));

  expect(await screen.findByRole('heading', { level: 1, name: 'Solsikker' })).toBeVisible();
  expect(screen.getByText('Virksomheter funnet med «solsikke»')).toBeVisible();
  expect(await screen.findByRole('link', { name: 'Solsikken' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Åpne i søket' })).toHaveAttribute(
    'href',
    '/?q=solsikke&only=ORGANISATION',
  );
  const [{ id } = { id: '' }] = await seen(world, kari);
  expect(location.pathname).toBe(`/utvalg/${id}`);
});

test('a name that one has already is refused at its field, and nothing typed is lost', async ({
  world,
}) => {
  const kari = await somebody(world, Role.COORDINATOR);
  await saved(world, kari, { name: 'Solsikker', search: { text: 'a' } });
  drawAt(world, kari, '/?q=solsikke');
  await userEvent.click(await button('Lagre søket'));
  const dialog = await screen.findByRole('dialog', { name: 'Lagre søket' });
  await userEvent.type(within(dialog).getByLabelText('Navn'), 'Solsikker');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Lagre' }));

  expect(await within(dialog).findByText(/Du har et utvalg med dette navnet/)).toBeVisible();
  expect(within(dialog).getByLabelText('Navn')).toHaveValue('Solsikker');
});

test('another search takes the place of the one that was saved', async ({ world }) => {
  const kari = await somebody(world, Role.COORDINATOR);
  await saved(world, kari, { name: 'Solsikker', search: { text: 'solsikke' } });
  drawAt(world, kari, '/?q=måneskinn');
  await userEvent.click(await button('Lagre søket'));
  const dialog = await screen.findByRole('dialog', { name: 'Lagre søket' });
  await userEvent.selectOptions(
    await within(dialog).findByLabelText('Lagre som'),
    'Erstatt søket i «Solsikker»',
  );
  await userEvent.click(within(dialog).getByRole('button', { name: 'Lagre' }));

  expect(await screen.findByText('Alle funnet med «måneskinn»')).toBeVisible();
});

test('one’s own stand apart from those of colleagues, each in words and with its number', async ({
  world,
}) => {
  await world.has(anOrganisation({ name: 'Solsikken' }), anOrganisation({ name: 'Solsikka' }));
  const [kari, parwin] = [
    await somebody(world, Role.COORDINATOR),
    await somebody(world, Role.PROGRAMME_LEAD),
  ];
  await saved(world, kari, { name: 'Mitt', search: { text: 'solsikke' } });
  await saved(world, parwin, { name: 'Deres', search: { text: 'finnes ikke' }, isShared: true });
  drawAt(world, kari, '/utvalg');

  const own = await screen.findByRole('region', { name: 'Mine' });
  const others = await screen.findByRole('region', { name: 'Delt av kolleger' });
  expect(await within(own).findByText('2 treff')).toBeVisible();
  expect(within(own).getByText('Alle funnet med «solsikke»')).toBeVisible();
  expect(await within(others).findByText('Ingen treff')).toBeVisible();
  expect(within(others).getByText(/Av Prøve programme_lead/)).toBeVisible();
});

test('it is shared, renamed, and put away with a way back', async ({ world }) => {
  const kari = await somebody(world, Role.COORDINATOR);
  const { data } = await saved(world, kari, { name: 'Solsikker', search: { text: 'solsikke' } });
  drawAt(world, kari, `/utvalg/${data!.saveAudience.id}`);

  await userEvent.click(await button('Del med kolleger'));
  expect(await screen.findByText(/delt med kolleger i samme område/)).toBeVisible();
  await userEvent.click(await button('Gi nytt navn'));
  const dialog = await screen.findByRole('dialog', { name: 'Gi nytt navn' });
  await userEvent.clear(within(dialog).getByLabelText('Navn'));
  await userEvent.type(within(dialog).getByLabelText('Navn'), 'Blomster');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Lagre' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Blomster' })).toBeVisible();

  await userEvent.click(await button('Arkiver'));
  expect(await screen.findByText('«Blomster» er arkivert.')).toBeVisible();
  expect(await seen(world, kari)).toEqual([]);
  await userEvent.click(await button('Angre'));
  expect(await button('Arkiver')).toBeVisible();
  expect((await seen(world, kari)).map(({ name }) => name)).toEqual(['Blomster']);
});

test('one is told each Monday, or never; who has no address is told why not', async ({ world }) => {
  const kari = await somebody(world, Role.COORDINATOR);
  const { data } = await saved(world, kari, {
    name: 'Solsikker',
    search: { text: 'solsikke' },
    isShared: true,
  });
  const address = `/utvalg/${data!.saveAudience.id}`;
  const { unmount } = drawAt(world, kari, address);
  await userEvent.click(await screen.findByRole('radio', { name: 'Hver mandag' }));
  expect(await screen.findAllByText(/Vi ser etter neste gang/)).not.toEqual([]);
  expect((await world.pool.query('select from audience_subscription')).rowCount).toBe(1);
  await userEvent.click(screen.getByRole('radio', { name: 'Aldri' }));
  expect(await screen.findAllByText('Du får ikke brev om dette utvalget.')).not.toEqual([]);
  expect((await world.pool.query('select from audience_subscription')).rowCount).toBe(0);
  unmount();

  drawAt(world, await somebody(world, Role.RECRUITER, { email: null }), address);
  expect(await screen.findByText(/Du har ingen e-postadresse i Samband/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Arkiver' })).toBeNull();
});

test('one that is not there, or not theirs, is said not to be', async ({ world }) => {
  const [kari, parwin] = [
    await somebody(world, Role.COORDINATOR),
    await somebody(world, Role.PROGRAMME_LEAD),
  ];
  const { data } = await saved(world, kari, { name: 'Mitt', search: { text: 'solsikke' } });
  drawAt(world, parwin, `/utvalg/${data!.saveAudience.id}`);
  expect(await screen.findByRole('heading', { name: 'Utvalget finnes ikke' })).toBeVisible();
});

test('what has gone from a search is named where it is opened', async ({ world }) => {
  const kari = await somebody(world, Role.COORDINATOR);
  const { data } = await saved(world, kari, {
    name: 'Somali',
    search: { filter: { languages: ['so'] } },
  });
  const { id } = data!.saveAudience;
  await world.pool.query(`update audience set filter = '{"languages": ["zz"]}' where id = $1`, [
    id,
  ]);
  drawAt(world, kari, `/utvalg/${id}`);

  expect(
    await screen.findByText(/zz finnes ikke lenger, og derfor finner utvalget ingen/),
  ).toBeVisible();
});
