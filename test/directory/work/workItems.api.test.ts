import { describe, expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { anAffiliation, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { aProposal } from '#test/directory/register/aProposal.ts';
import { aReader, aViewer } from '#test/support/viewers.ts';
import { type Answer, personalKey, test, type World } from '#test/support/world.ts';

const someone = (name: string, more: Partial<Viewer> = {}): Viewer => ({
  ...aViewer(Role.EDITOR, name),
  id: crypto.randomUUID(),
  ...more,
});
const ragnar = someone('Ragnar');
const live = someone('Live');

const list = `query ($kinds: [WorkKind!], $trust: ID, $isMine: Boolean, $first: Int, $after: String, $last: Int, $before: String) {
  workItems(kinds: $kinds, trust: $trust, isMine: $isMine, first: $first, after: $after, last: $last, before: $before) {
    nodes {
      id kind since channel organisation { name } person { name } proposal { kind viewerMay { decide } }
      areas { code successors { code } } claim { by isMine until }
    }
    counts { kind count isCapped }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount
  }
}`;
const claim = `mutation ($id: ID!) { claimWork(input: { id: $id }) { by isMine until } }`;
const release = `mutation ($id: ID!) { releaseWork(input: { id: $id }) }`;

interface Item {
  readonly id: string;
  readonly kind: string;
  readonly since: string | null;
  readonly organisation: { name: string } | null;
  readonly person: { name: string } | null;
  readonly claim: object | null;
}
interface Told {
  readonly workItems: {
    nodes: Item[];
    counts: { kind: string; count: number; isCapped: boolean }[];
    pageInfo: {
      hasNextPage: boolean;
      hasPreviousPage: boolean;
      startCursor: string;
      endCursor: string;
    };
    totalCount: number;
  };
}

const ask = (world: World, variables: object = {}, viewer: Viewer | null = ragnar) =>
  world.ask<Told>(viewer, list, { ...variables });
const listed = async (world: World, variables: object = {}, viewer: Viewer = ragnar) => {
  const { data, errors } = await ask(world, variables, viewer);
  expect(errors).toBeUndefined();
  return data!.workItems;
};
const namesOf = ({ nodes }: Told['workItems']) =>
  nodes.map(({ kind, organisation, person }) => [kind, organisation?.name ?? person?.name]);
const refusalOf = ({ errors }: Pick<Answer, 'errors'>) => errors?.[0]?.extensions;

const area = (world: World, code: string) => world.em.findOneOrFail(Area, { code });

/** One thing of each kind, all in Oslo. */
async function aScene(world: World) {
  const oslo = await area(world, '0301');
  const reached = (name: string, more: object = {}) => {
    const organisation = anOrganisation({ name, seat: oslo, ...more });
    return [organisation, aContactPoint(organisation)] as const;
  };
  const renamed = reached('Med forslag');
  const due = reached('Skal bekreftes', { verifiedOn: '2024-10-01' });
  const fresh = reached('Nylig bekreftet', { verifiedOn: '2026-10-01' });
  const closed = anOrganisation({
    name: 'Nedlagt',
    seat: oslo,
    closedOn: '2020-01-01',
    verifiedOn: '2019-01-01',
  });
  const silent = anOrganisation({ name: 'Uten kontakt', seat: oslo });
  const halfSilent = reached('En virker ikke');
  const person = aPerson({ givenName: 'Synne', familyName: 'Prøve', areas: [oslo] });
  await world.has(...renamed, ...due, ...fresh, closed, silent, ...halfSilent, person);
  await world.has(
    aContactPoint(halfSilent[0], { bouncedOn: '2026-11-01', position: 1 }),
    aPersonalContactPoint(person, personalKey, { bouncedOn: '2026-10-01' }),
  );
  await aProposal(world, renamed[0]);
  return { renamed: renamed[0], due: due[0], silent };
}

test('whoever does not keep the register has no list', async ({ world }) => {
  for (const viewer of [
    null,
    aReader(),
    aViewer(Role.COORDINATOR),
    aViewer(Role.PRIVACY_OFFICER),
  ]) {
    expect(refusalOf(await ask(world, {}, viewer))).toMatchObject({
      code: viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED',
    });
  }
});

test('a trust that is none, and a cursor of another list, are refused', async ({ world }) => {
  expect(refusalOf(await ask(world, { trust: 'Oslo' }))).toMatchObject({
    fields: { trust: 'UNKNOWN_TRUST' },
  });
  expect(refusalOf(await ask(world, { trust: crypto.randomUUID() }))).toMatchObject({
    fields: { trust: 'UNKNOWN_TRUST' },
  });
  expect(refusalOf(await ask(world, { after: 'x' }))).toMatchObject({
    fields: { after: 'NOT_A_CURSOR_OF_THIS_LIST' },
  });
  expect(refusalOf(await ask(world, { first: 101 }))).toMatchObject({ code: 'INVALID_INPUT' });
});

test('it holds what is to be done of each kind, the most urgent first', async ({ world }) => {
  await aScene(world);
  const work = await listed(world);
  expect(namesOf(work)).toEqual([
    ['PROPOSAL', 'Med forslag'],
    ['WITHOUT_CONTACT', 'Uten kontakt'],
    ['BOUNCED', 'En virker ikke'],
    ['BOUNCED', 'Synne Prøve'],
    ['DUE', 'Skal bekreftes'],
  ]);
  expect(work.nodes.map(({ since }) => since)).toEqual([
    '2026-11-20',
    null,
    '2026-11-01',
    '2026-10-01',
    '2024-10-01',
  ]);
  expect(Object.fromEntries(work.counts.map(({ kind, count }) => [kind, count]))).toEqual({
    PROPOSAL: 1,
    AREA: 0,
    WITHOUT_CONTACT: 1,
    BOUNCED: 2,
    DUPLICATE: 0,
    DUE: 1,
  });
  expect(work.totalCount).toBe(5);
});

test('what is done is not on it any more', async ({ world }) => {
  const { due, silent } = await aScene(world);
  await world.pool.query(
    `insert into verification (id, organisation_id, groups, method, verified_on, at, via)
     values ($1, $2, '{name,contact,people,languages,areas,topics}', 'phone', '2026-11-22', now(), 'system')`,
    [crypto.randomUUID(), due.id],
  );
  await world.pool.query(
    `update organisation set verified_on = '2026-11-22', verified_by = 'phone' where id = $1`,
    [due.id],
  );
  await world.pool.query(`update organisation set archived_on = '2026-11-22' where id = $1`, [
    silent.id,
  ]);
  await world.pool.query(`update register_proposal set state = 'overtaken', decided_at = now()`);
  await world.pool.query('update organisation_contact_point set bounced_on = null');
  await world.pool.query('update person_contact_point set bounced_on = null');
  expect(namesOf(await listed(world))).toEqual([]);
});

test('an editor sees what is theirs; a trust what is in its catchment', async ({ world }) => {
  await aScene(world);
  const [bergen, oslo] = await Promise.all([area(world, '4601'), area(world, '0301')]);
  await world.has(
    anOrganisation({ name: 'I Bergen', servedAreas: [bergen] }),
    anOrganisation({ name: 'Ingen vet hvor' }),
  );
  const names = async (viewer: Viewer) =>
    namesOf(await listed(world, { kinds: ['WITHOUT_CONTACT'] }, viewer)).map(([, name]) => name);
  expect(new Set(await names(ragnar))).toEqual(
    new Set(['I Bergen', 'Ingen vet hvor', 'Uten kontakt']),
  );
  expect(await names(someone('Siri', { scope: new Set([bergen.number]) }))).toEqual(['I Bergen']);
  expect(await names(someone('Ola', { scope: new Set([oslo.number]) }))).toEqual(['Uten kontakt']);
});

test('a page goes on where the one before ended, both ways, whatever is done meanwhile', async ({
  world,
}) => {
  await aScene(world);
  const seen: (string | undefined)[] = [];
  let after: string | null = null;
  for (;;) {
    const { nodes, pageInfo }: Told['workItems'] = await listed(world, { first: 2, after });
    seen.push(...nodes.map(({ organisation, person }) => organisation?.name ?? person?.name));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
    // The one that the page ended at may be done.
    await world.pool.query(`update register_proposal set state = 'overtaken', decided_at = now()`);
  }
  expect(seen).toEqual([
    'Med forslag',
    'Uten kontakt',
    'En virker ikke',
    'Synne Prøve',
    'Skal bekreftes',
  ]);

  const last = await listed(world, { last: 2 });
  expect(namesOf(last).map(([, name]) => name)).toEqual(['Synne Prøve', 'Skal bekreftes']);
  const before = await listed(world, { last: 2, before: last.pageInfo.startCursor });
  expect(namesOf(before).map(([, name]) => name)).toEqual(['Uten kontakt', 'En virker ikke']);
  expect(before.pageInfo.hasPreviousPage).toBe(false);
});

test('one asks for one kind, or for what one has taken', async ({ world }) => {
  await aScene(world);
  expect(namesOf(await listed(world, { kinds: ['DUE', 'BOUNCED'] })).map(([kind]) => kind)).toEqual(
    ['BOUNCED', 'BOUNCED', 'DUE'],
  );
  expect((await listed(world, { isMine: true })).totalCount).toBe(0);
  const { nodes } = await listed(world);
  await world.ask(ragnar, claim, { id: nodes[4]?.id });
  const mine = await listed(world, { isMine: true });
  expect(namesOf(mine)).toEqual([['DUE', 'Skal bekreftes']]);
  expect(mine.totalCount).toBe(1);
});

test('it takes a few statements however much is on it, and counts only when asked', async ({
  world,
}) => {
  await aScene(world);
  const whole = await ask(world);
  expect(whole.statements).toBeLessThanOrEqual(6);
  const bare = await world.ask<Told>(ragnar, '{ workItems { nodes { id } } }');
  expect(bare.statements).toBe(1);
  const figures = await world.ask<Told>(ragnar, '{ workItems { counts { kind count } } }');
  expect(figures.statements).toBe(1);
});

test('pairs that may be the same stand together, the likeliest first, until somebody knows better', async ({
  world,
}) => {
  const oslo = await area(world, '0301');
  const organisations = ['Foreningen', 'Foreninga', 'Laget', 'Laget Oslo'].map((name) =>
    anOrganisation({ name, seat: oslo }),
  );
  const people = ['Synne', 'Sunniva'].map((givenName) =>
    aPerson({ givenName, familyName: 'Prøve', areas: [oslo] }),
  );
  await world.has(...organisations, ...people);
  const pair = async (
    kind: string,
    [one, other]: { id: string }[],
    score: number,
    openScore = score,
  ) => {
    const [first, second] = [one!.id, other!.id].toSorted((a, b) => (a < b ? -1 : 1));
    await world.pool.query(
      `insert into duplicate_candidate (one_id, other_id, record_kind, score, open_score, reasons) values ($1, $2, $3, $4, $5, '{name}')`,
      [first, second, kind, score, openScore],
    );
    return `duplicate:${first}:${second}`;
  };
  const likely = await pair('organisation', organisations.slice(0, 2), 60);
  const likelier = await pair('organisation', organisations.slice(2), 90);
  const same = await pair('person', people, 95, 70);
  const ids = async (viewer = ragnar) =>
    (await listed(world, { kinds: ['DUPLICATE'] }, viewer)).nodes.map(({ id }) => id);
  expect(await ids()).toEqual([likelier, likely, same]);
  const bergen = await area(world, '4601');
  expect(await ids(someone('Siri', { scope: new Set([bergen.number]) }))).toEqual([]);
  expect((await world.ask(ragnar, claim, { id: same })).data).toMatchObject({
    claimWork: { by: 'Ragnar' },
  });

  // A telephone in common is nothing that everybody may know.
  await world.pool.query(
    `update duplicate_candidate set open_score = 10 where record_kind = 'person'`,
  );
  const [, one, other] = likely.split(':');
  await world.pool.query(
    `insert into duplicate_decision (id, record_kind, one_id, other_id, decided_by, decided_at) values ($1, 'organisation', $2, $3, $4, now())`,
    [crypto.randomUUID(), other, one, ragnar.id],
  );
  expect(await ids()).toEqual([likelier]);
});

test('without contact are those of whom the database says so', async ({ world }) => {
  const [asked, notAsked] = [
    anOrganisation({ name: 'Spør henne' }),
    anOrganisation({ name: 'Ikke først' }),
  ];
  const [reachable, failing] = [aPerson(), aPerson()];
  const bounced = anOrganisation({ name: 'Virker ikke' });
  await world.has(asked, notAsked, bounced, anOrganisation({ name: 'Ingen' }), reachable, failing);
  await world.has(
    aContactPoint(bounced, { bouncedOn: '2026-11-01' }),
    aPersonalContactPoint(reachable, personalKey),
    aPersonalContactPoint(failing, personalKey, { bouncedOn: '2026-11-01' }),
    anAffiliation(reachable, asked, { isPrimary: true }),
    anAffiliation(reachable, notAsked),
    anAffiliation(failing, bounced, { isPrimary: true }),
  );
  const { rows } = await world.pool.query<{ name: string }>(
    `select name from organisation where organisation_without_contact(id, '2026-11-22')`,
  );
  const listedNames = namesOf(await listed(world, { kinds: ['WITHOUT_CONTACT'] })).map(
    ([, name]) => name,
  );
  expect(new Set(listedNames)).toEqual(new Set(['Ikke først', 'Virker ikke', 'Ingen']));
  expect(new Set(listedNames)).toEqual(new Set(rows.map(({ name }) => name)));
});

describe('whoever is on to something', () => {
  test('has it for an hour, and it says who', async ({ world }) => {
    await aScene(world);
    const [first] = (await listed(world)).nodes;
    const { data } = await world.ask(ragnar, claim, { id: first?.id });
    expect(data).toEqual({
      claimWork: { by: 'Ragnar', isMine: true, until: '2026-11-22T13:00:00.000Z' },
    });
    expect((await listed(world, {}, live)).nodes[0]?.claim).toEqual({
      by: 'Ragnar',
      isMine: false,
      until: '2026-11-22T13:00:00.000Z',
    });
  });

  test('keeps it from others, who hear whose it is; and may give it up', async ({ world }) => {
    await aScene(world);
    const [first] = (await listed(world)).nodes;
    await world.ask(ragnar, claim, { id: first?.id });
    expect(refusalOf(await world.ask(live, claim, { id: first?.id }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'TAKEN',
      changes: [{ by: 'Ragnar', until: '2026-11-22T13:00:00.000Z' }],
    });
    expect((await world.ask(live, release, { id: first?.id })).data).toEqual({
      releaseWork: false,
    });
    expect((await world.ask(ragnar, release, { id: first?.id })).data).toEqual({
      releaseWork: true,
    });
    expect((await world.ask(live, claim, { id: first?.id })).data).toMatchObject({
      claimWork: { by: 'Live' },
    });
  });

  test('loses it after that hour', async ({ world }) => {
    await aScene(world);
    const [first] = (await listed(world)).nodes;
    await world.ask(ragnar, claim, { id: first?.id });
    await world.pool.query(`update work_claim set expires_at = '2026-11-22T12:00:00Z'`);
    expect((await listed(world)).nodes[0]?.claim).toBeNull();
    expect((await world.ask(live, claim, { id: first?.id })).data).toMatchObject({
      claimWork: { by: 'Live' },
    });
  });

  test('is one, however many ask at once', async ({ committed: world }) => {
    await aScene(world);
    const [first] = (await listed(world)).nodes;
    const all = ['Ragnar', 'Live', 'Siri', 'Ola'].map((name) => someone(name));
    const answers = await Promise.all(
      all.map((viewer) => world.ask(viewer, claim, { id: first?.id })),
    );
    expect(answers.filter(({ data }) => data?.['claimWork'])).toHaveLength(1);
  });

  test('takes only what is to be done, and theirs', async ({ world }) => {
    const { due } = await aScene(world);
    const bergen = await area(world, '4601');
    const elsewhere = someone('Siri', { scope: new Set([bergen.number]) });
    for (const id of [
      'due',
      `due:${crypto.randomUUID()}`,
      `due:${due.id}x`,
      `nonsense:${due.id}`,
      `due:${due.id}:${due.id}:${due.id}`,
    ]) {
      expect(refusalOf(await world.ask(ragnar, claim, { id }))).toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    expect(refusalOf(await world.ask(elsewhere, claim, { id: `due:${due.id}` }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(refusalOf(await world.ask(aReader(), claim, { id: `due:${due.id}` }))).toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
