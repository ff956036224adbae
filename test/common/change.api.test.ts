import { describe, expect } from 'vitest';

import { ApiToken } from '#schema/access/ApiToken.ts';
import { BreakGlass } from '#schema/access/BreakGlass.ts';
import { Crisis } from '#schema/access/Crisis.ts';
import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { Audience } from '#schema/directory/audience/Audience.ts';
import { NameUse } from '#schema/organisation/NameUse.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { OrganisationContactPoint } from '#schema/organisation/OrganisationContactPoint.ts';
import { Catchment } from '#schema/organisation/Catchment.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { Person } from '#schema/person/Person.ts';
import { PersonContactPoint } from '#schema/person/PersonContactPoint.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { aCatchment, aContactPoint, aName, anOrganisation } from '#seeds/organisation.ts';
import { aConsent, aPerson } from '#seeds/person.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { apiSchema } from '#server/apiSchema.ts';
import { change } from '#server/common/change.ts';
import { changeRecords } from '#server/common/changeRecords.ts';
import type { Run } from '#server/common/inTransaction.ts';
import {
  destroyPersonKey,
  openPersonKey,
  openSealed,
  personKeyOf,
  type Sealed,
} from '#server/common/personKey.ts';
import { hasStaff } from '#test/access/Reception.ts';
import { names } from '#test/directory/found.ts';
import { directoryExamples } from '#test/directory/directoryExamples.ts';
import { correct, correctOrganisation } from '#test/organisation/correct.ts';
import { personExamples } from '#test/person/personExamples.ts';
import { reviewExamples } from '#test/review/reviewExamples.ts';
import { aCoordinator, anEditor, aViewer } from '#test/support/viewers.ts';
import { personalKey, test, today, type World } from '#test/support/world.ts';

const now = new Date('2026-11-22T11:00:00Z');

const inACrisis = (): Viewer => ({
  ...aCoordinator(),
  steppedUpAt: new Date('2026-11-22T12:00:00Z'),
});
const anOfficer = (): Viewer => aViewer(Role.PRIVACY_OFFICER);

/** A question about what is open; it is the viewer's own where they are not who all the others are. */
async function opened(
  world: World,
  name: string,
  type: string,
  more: object,
  viewer: Viewer,
  state: Partial<BreakGlass> = {},
): Promise<[string, object, Viewer]> {
  const crisis = new Crisis('Meslinger i Prøvedalen', 'Prøve', now);
  const opener = viewer.id === aCoordinator().id ? { ...viewer, id: crypto.randomUUID() } : viewer;
  const it = Object.assign(new BreakGlass(crisis, opener, 'Må nå ledere', now), state);
  await world.has(crisis, it);
  return [
    `mutation ($input: ${type}!) { ${name}(input: $input) { id } }`,
    { input: { id: it.id, expectedVersion: 1, ...more } },
    viewer,
  ];
}

/** A question to each mutation that changes something. A new mutation has one here. */
const examples: Readonly<
  Record<string, (world: World) => Promise<[document: string, variables: object, viewer?: Viewer]>>
> = {
  async correctOrganisation(world) {
    const organisation = anOrganisation({ name: 'Før' });
    await world.has(organisation);
    return [
      correctOrganisation,
      { input: { id: organisation.id, expectedVersion: 1, name: 'Etter' } },
    ];
  },
  ...personExamples,
  ...directoryExamples,
  ...reviewExamples,
  async createOrganisation() {
    const input = { idempotencyKey: crypto.randomUUID(), name: 'Ny', kind: 'INFORMAL_GROUP' };
    return [asked('createOrganisation'), { input }];
  },
  async editOrganisation(world) {
    const organisation = anOrganisation({ name: 'Før' });
    await world.has(organisation);
    const input = { id: organisation.id, expectedVersion: 1, name: 'Etter' };
    return [asked('editOrganisation'), { input }];
  },
  async archiveOrganisation(world) {
    const organisation = anOrganisation();
    await world.has(organisation);
    return [
      archiving('archiveOrganisation'),
      { input: { id: organisation.id, expectedVersion: 1 } },
    ];
  },
  async restoreOrganisation(world) {
    const organisation = Object.assign(anOrganisation(), { archivedOn: today });
    await world.has(organisation);
    return [
      archiving('restoreOrganisation'),
      { input: { id: organisation.id, expectedVersion: 1 } },
    ];
  },
  async declareCrisis() {
    return [
      'mutation { declareCrisis(input: { name: "Meslinger i Prøvedalen" }) { id } }',
      {},
      inACrisis(),
    ];
  },
  async endCrisis(world) {
    const crisis = new Crisis('Meslinger i Prøvedalen', 'Prøve', now);
    await world.has(crisis);
    return [
      'mutation ($input: EndCrisisInput!) { endCrisis(input: $input) { id } }',
      { input: { id: crisis.id, expectedVersion: 1 } },
      inACrisis(),
    ];
  },
  async openBreakGlass(world) {
    const crisis = new Crisis('Meslinger i Prøvedalen', 'Prøve', now);
    await world.has(crisis);
    return [
      'mutation ($input: OpenBreakGlassInput!) { openBreakGlass(input: $input) { id } }',
      { input: { crisisId: crisis.id, reason: 'Må nå ledere utenfor området' } },
      { ...inACrisis(), id: crypto.randomUUID() },
    ];
  },
  confirmBreakGlass: (world) =>
    opened(world, 'confirmBreakGlass', 'BreakGlassInput', {}, inACrisis()),
  closeBreakGlass: (world) => opened(world, 'closeBreakGlass', 'BreakGlassInput', {}, anOfficer()),
  accountForBreakGlass: (world) =>
    opened(
      world,
      'accountForBreakGlass',
      'AccountForBreakGlassInput',
      { account: 'Ringte tre ledere i Bergen' },
      { ...inACrisis(), id: crypto.randomUUID() },
      { closedAt: now },
    ),
  reviewBreakGlass: (world) =>
    opened(
      world,
      'reviewBreakGlass',
      'ReviewBreakGlassInput',
      { finding: 'I orden' },
      anOfficer(),
      { closedAt: now, account: 'Ringte tre ledere', accountedAt: now },
    ),
  async erasePerson(world) {
    const person = aPerson();
    await world.has(person);
    return [
      'mutation ($input: ErasePersonInput!) { erasePerson(input: $input) }',
      { input: { id: person.id, expectedVersion: 1, reason: 'Bedt om det' } },
      { ...anOfficer(), steppedUpAt: new Date('2026-11-22T12:00:00Z') },
    ];
  },
  async recordConsent(world) {
    const person = aPerson();
    await world.has(person);
    return [
      'mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { id } }',
      {
        input: {
          personId: person.id,
          purpose: 'CRISIS',
          method: 'PHONE',
          givenOn: '2026-11-22',
          language: 'nb',
        },
      },
    ];
  },
  async withdrawConsent(world) {
    const person = aPerson();
    const consent = aConsent(person, Purpose.CRISIS);
    await world.has(person, consent);
    return [
      'mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { id } }',
      { input: { id: consent.id, expectedVersion: 1, method: 'PHONE' } },
    ];
  },
  async undoChange(world) {
    const organisation = anOrganisation({ name: 'Før' });
    await world.has(organisation);
    await correct(world, { id: organisation.id, name: 'Etter' });
    const { rows } = await world.pool.query<{ id: string }>(
      'select id from change where record_id = $1',
      [organisation.id],
    );
    return [
      'mutation ($input: UndoChangeInput!) { undoChange(input: $input) { id } }',
      { input: { changeId: rows[0]?.id, expectedVersion: 2, reason: 'Prøve' } },
    ];
  },
  async issuePersonalLink(world) {
    return [issuePersonalLink, { input: await aLinkToIssue(world) }];
  },
  async revokePersonalLink(world) {
    const { data } = await world.ask<{ issuePersonalLink: { id: string } }>(
      anEditor(),
      issuePersonalLink,
      { input: await aLinkToIssue(world) },
    );
    return [
      'mutation ($id: ID!) { revokePersonalLink(input: { id: $id }) { id } }',
      { id: data?.issuePersonalLink.id },
    ];
  },
  async subscribeToAudience(world) {
    const viewer = await aFollower(world);
    return [
      asked('subscribeToAudience'),
      { input: { id: await anAudience(world, viewer), every: 'DAY' } },
      viewer,
    ];
  },
  async unsubscribeFromAudience(world) {
    const viewer = await aFollower(world);
    const input = { id: await anAudience(world, viewer) };
    await world.ask(viewer, asked('subscribeToAudience'), { input: { ...input, every: 'WEEK' } });
    return [asked('unsubscribeFromAudience'), { input }, viewer];
  },
  async applyBulkEdit(world) {
    const { id } = anOrganisation();
    await world.has(Object.assign(anOrganisation(), { id }));
    const { data } = await world.ask<{ prepareBulkEdit: { id: string } }>(
      anEditor(),
      asked('prepareBulkEdit'),
      { input: { selection: { ids: [id] }, action: 'ARCHIVE' } },
    );
    return [asked('applyBulkEdit'), { input: { id: data?.prepareBulkEdit.id } }];
  },
  async admitStaff(world) {
    const input = { subject: 'a1b2', name: 'Kari Prøve', role: 'READER' };
    return [asked('admitStaff'), { input }, await anAdministrator(world)];
  },
  async changeRole(world) {
    const input = { id: await hasColleague(world), expectedVersion: 1, role: 'EDITOR' };
    return [asked('changeRole'), { input }, await anAdministrator(world)];
  },
  async disableStaff(world) {
    const input = { id: await hasColleague(world), expectedVersion: 1 };
    return [asked('disableStaff'), { input }, await anAdministrator(world)];
  },
  async enableStaff(world) {
    const id = await hasColleague(world);
    await world.pool.query('update staff_user set disabled_at = $2 where id = $1', [id, today]);
    return [
      asked('enableStaff'),
      { input: { id, expectedVersion: 1 } },
      await anAdministrator(world),
    ];
  },
  async createApiToken(world) {
    const input = { label: 'Prøve', expiresOn: '2026-12-24' };
    return [
      asked('createApiToken', '{ apiToken { id } }'),
      { input },
      await anAdministrator(world),
    ];
  },
  async revokeApiToken(world) {
    const token = new ApiToken(
      'a'.repeat(64),
      'Prøve',
      Role.READER,
      new Date(today),
      new Date('2026-12-24'),
    );
    await world.has(token);
    return [asked('revokeApiToken'), { input: { id: token.id } }, await anAdministrator(world)];
  },
  saveAudience: () =>
    Promise.resolve([
      asked('saveAudience'),
      { input: { name: 'Solsikker', search: { text: 'solsikke' } } },
    ]),
  async editAudience(world) {
    const input = { id: await anAudience(world), expectedVersion: 1, name: 'Andre' };
    return [asked('editAudience'), { input }];
  },
  async archiveAudience(world) {
    return [
      asked('archiveAudience'),
      { input: { id: await anAudience(world), expectedVersion: 1 } },
    ];
  },
};

const asked = (name: string, selection = '{ id }') =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) ${selection} }`;

/** Saved by whoever does what nobody else is named for. */
async function anAudience(world: World, owner = anEditor()): Promise<string> {
  const audience = new Audience(crypto.randomUUID(), owner, new Date(today));
  await world.has(Object.assign(audience, { text: 'solsikke' }));
  return audience.id;
}

/** Somebody with an address. */
async function aFollower({ pool }: World): Promise<Viewer> {
  const id = await hasStaff(pool, { subject: crypto.randomUUID(), role: Role.EDITOR });
  await pool.query(`update staff_user set email = 'kari@example.org' where id = $1`, [id]);
  return { ...anEditor(), id };
}
const archiving = (name: string) =>
  `mutation ($input: ArchiveOrganisationInput!) { ${name}(input: $input) { id } }`;

const hasColleague = ({ pool }: World) => hasStaff(pool, { subject: crypto.randomUUID() });

/** Somebody who signed in anew just now. */
async function anAdministrator({ pool }: World): Promise<Viewer> {
  const role = Role.ADMINISTRATOR;
  const id = await hasStaff(pool, { subject: crypto.randomUUID(), role });
  return { ...aViewer(role), id, steppedUpAt: new Date(`${today}T11:59:00Z`) };
}

const issuePersonalLink = `mutation ($input: IssuePersonalLinkInput!) {
  issuePersonalLink(input: $input) { id }
}`;

async function aLinkToIssue(world: World) {
  const organisation = anOrganisation();
  const email = aContactPoint(organisation, {
    channel: ContactChannel.EMAIL,
    value: 'post@example.org',
  });
  await world.has(organisation, email);
  return {
    recordId: organisation.id,
    contactPointId: email.id,
    purpose: 'REVIEW',
    language: 'NB',
    expiresOn: '2026-12-24',
  };
}

/** What changes nothing of any record: where somebody is signed in and what they speak, what is only counted or got ready, and who is on to what. */
const ofNoRecord = [
  'claimCall',
  'releaseCall',
  'setCallerLanguages',
  'claimWork',
  'discardImport',
  'endOtherSessions',
  'endSession',
  'mapImportColumns',
  'mendImportRow',
  'prepareBulkEdit',
  'prepareExport',
  'releaseWork',
];
/** What is told by the row of the proposal, by a job in its own time, or goes by the link that somebody came by: tests of their own look. */
const toldElsewhere = ['applyImport', 'askAboutChangeProposal', 'reopenProposal'];

const changesIn = async ({ pool }: World) => {
  const { rows } = await pool.query(
    'select record_id as id, version, verb, by_id as by, fields from change order by version',
  );
  return rows;
};

test('every mutation leaves a row in the change log, by its name', async ({ world }) => {
  const mutations = Object.keys((await apiSchema()).getMutationType()?.getFields() ?? {});
  expect([...Object.keys(examples), ...ofNoRecord, ...toldElsewhere].toSorted()).toEqual(
    mutations.toSorted(),
  );

  for (const [name, example] of Object.entries(examples)) {
    const [document, variables, viewer = anEditor()] = await example(world);
    const { errors } = await world.ask(viewer, document, variables as never);
    expect(errors, name).toBeUndefined();
    const told = expect.objectContaining({ verb: name, by: viewer.id }) as object;
    expect(await changesIn(world), name).toContainEqual(told);
  }
});

test('of people and their titles, the change log takes only what is sealed', async ({ world }) => {
  const id = '00000000-0000-4000-8000-000000000001';
  const attempt = async (
    { record, person = null, organisation = null }: Record<string, string | null>,
    version: number,
    field: object,
  ) => {
    await world.pool.query('savepoint attempt');
    const told = await world.pool
      .query(
        `insert into change (record, record_id, version, verb, by_id, via, at, request_id, fields, person_id, organisation_id)
         values ($1, $2, $3, 'rename', $2, 'session', '2026-11-22', 'test', $4, $5, $6)`,
        [record, id, version, JSON.stringify([field]), person, organisation],
      )
      .then(
        () => 'told',
        (error: Error) => error.message,
      );
    if (told !== 'told') await world.pool.query('rollback to savepoint attempt');
    return told;
  };
  const tell = (version: number, before: unknown, after: unknown) =>
    attempt({ record: 'person' }, version, { field: 'givenName', before, after });
  const sealed = { sealed: 'AQID' };

  expect(await tell(2, null, sealed)).toBe('told');
  expect(await tell(3, sealed, sealed)).toBe('told');
  for (const clear of ['Synne', 7, true, ['a'], { value: 'Synne' }]) {
    expect(await tell(4, sealed, clear), JSON.stringify(clear)).toContain('keeps_people_sealed');
    expect(await tell(4, clear, sealed), JSON.stringify(clear)).toContain('keeps_people_sealed');
  }
  expect(await tell(3, null, sealed)).toContain('makes_a_version_once');

  const whose = { record: 'affiliation', person: id, organisation: id };
  const title = { field: 'title', before: null, after: 'Leder' };
  expect(await attempt(whose, 4, title)).toContain('keeps_titles_of_people_sealed');
  const former = { ...title, before: 'Leder', after: null };
  expect(await attempt(whose, 4, former)).toContain('keeps_titles_of_people_sealed');
  expect(await attempt(whose, 4, { ...title, after: sealed })).toBe('told');
  const since = { field: 'since', before: null, after: '2026-11-22' };
  expect(await attempt(whose, 5, since)).toBe('told');
  for (const other of [
    { ...whose, person: null },
    { ...whose, organisation: null },
    { ...whose, record: 'organisation' },
    { record: 'organisation', organisation: id },
  ]) {
    expect(await attempt(other, 6, since)).toContain('of_an_affiliation_says_whose');
  }
});

describe('a use case on entities', () => {
  const deed = { verb: 'tryOut', reason: 'Prøve' };

  test('tells what its unit of work has written, of the record and its parts', async ({
    world,
  }) => {
    const organisation = anOrganisation({ name: 'Før' });
    const [phone, gone] = [aContactPoint(organisation), aContactPoint(organisation)];
    await world.has(organisation, phone, gone);
    const { id } = organisation;
    let added = '';

    await change(world.context(anEditor()), deed, async (em) => {
      const found = await em.findOneOrFail(Organisation, id);
      const points = await em.find(OrganisationContactPoint, { organisation: id });
      found.name = 'Etter';
      points.find((point) => point.id === phone.id)!.value = '+4700123456';
      em.remove(points.find((point) => point.id === gone.id)!);
      const name = aName(found, 'EF', { use: NameUse.SHORT });
      added = name.id;
      em.persist(name);
    });

    const [told, ...others] = await changesIn(world);
    expect(others).toEqual([]);
    expect(told).toMatchObject({ id, version: 2, verb: 'tryOut', by: anEditor().id });
    expect(told?.fields).toEqual(
      expect.arrayContaining([
        { field: 'name', before: 'Før', after: 'Etter' },
        {
          field: 'contactPoints.value',
          part: phone.id,
          before: '+4700000000',
          after: '+4700123456',
        },
        { field: 'contactPoints.value', part: gone.id, before: '+4700000000', after: null },
        { field: 'names.name', part: added, before: null, after: 'EF' },
      ]),
    );
    expect(await names(world, 'etter')).toEqual(['Etter']);
  });

  test('gives a record a new version also when only a part of it has changed', async ({
    world,
  }) => {
    const organisation = anOrganisation();
    const phone = aContactPoint(organisation);
    await world.has(organisation, phone);

    for (const value of ['+4700123456', '+4700123457']) {
      await change(world.context(anEditor()), deed, async (em) => {
        const point = await em.findOneOrFail(OrganisationContactPoint, phone.id);
        point.value = value;
      });
    }

    expect((await world.pool.query('select version from organisation')).rows).toEqual([
      { version: 3 },
    ]);
    expect(await changesIn(world)).toMatchObject([{ version: 2 }, { version: 3 }]);
  });

  test('tells of what is new, as its first version', async ({ world }) => {
    const organisation = anOrganisation({ name: 'Ny' });

    await change(world.context(anEditor()), deed, async (em) => {
      em.persist(organisation);
    });

    const [told] = await changesIn(world);
    expect(told).toMatchObject({ id: organisation.id, version: 1 });
    expect(told?.fields).toContainEqual({ field: 'name', before: null, after: 'Ny' });
  });

  test('tells what was in what it removes', async ({ world }) => {
    const organisation = anOrganisation({ name: 'Borte' });
    await world.has(organisation);

    await change(world.context(anEditor()), deed, async (em) => {
      em.remove(await em.findOneOrFail(Organisation, organisation.id));
    });

    const [told] = await changesIn(world);
    expect(told).toMatchObject({ id: organisation.id, version: 2 });
    expect(told?.fields).toContainEqual({ field: 'name', before: 'Borte', after: null });
  });

  test('is told when somebody else was faster, and has written nothing', async ({
    committed: world,
  }) => {
    const organisation = anOrganisation({ name: 'Før' });
    await world.has(organisation);
    const rename = (name: string, meanwhile = async () => {}) =>
      change(world.context(anEditor()), deed, async (em) => {
        const found = await em.findOneOrFail(Organisation, organisation.id);
        await meanwhile();
        found.name = name;
      });

    const slow = rename('Sen', () => rename('Rask'));

    await expect(slow).rejects.toMatchObject({
      extensions: {
        code: 'CONFLICT',
        reason: 'STALE_VERSION',
        version: 2,
        changes: [{ field: 'name', before: 'Før', after: 'Rask' }],
      },
    });
    expect(await changesIn(world)).toHaveLength(1);
    expect(await names(world, 'sen')).toEqual([]);
  });

  test('is stopped where nothing would tell of what it writes', async ({ world }) => {
    const area = await world.em.findOneOrFail(Area, { code: '0301' });
    const trust = anOrganisation();
    await world.has(trust);
    const catchment = aCatchment(area, trust, { note: 'Før' });
    await world.has(catchment);

    const changing = change(world.context(anEditor()), deed, async (em) => {
      const found = await em.findOneOrFail(Catchment, catchment.id);
      found.note = 'Taus';
    });

    await expect(changing).rejects.toThrow('Catchment belongs to no record with a version');
    const { rows } = await world.pool.query('select note from catchment where id = $1', [
      catchment.id,
    ]);
    expect(rows).toEqual([{ note: 'Før' }]);
  });
});

describe('of a person, the change log', () => {
  const deed = { verb: 'tryOut' };

  /** Every row of every table, as a copy of the database has it. */
  const dump = async ({ pool }: World): Promise<string> => {
    const { rows: tables } = await pool.query<{ name: string }>(
      `select relname as name from pg_class
       where relkind in ('r', 'p') and not relispartition and relnamespace = 'public'::regnamespace`,
    );
    const texts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await pool.query<{ text: string }>(
        `select t::text as text from "${name}" as t`,
      );
      texts.push(...rows.map(({ text }) => text));
    }
    return texts.join('\n');
  };

  const renamed = async (world: World) => {
    const person = new Person('Unevnelig', 'Prøve');
    const phone = new PersonContactPoint(person, ContactChannel.PHONE).sealed(
      '+4700000123',
      personalKey,
    );
    await world.has(person, phone);
    const context = world.context(anEditor());
    await change(context, deed, async (em) => {
      const found = await em.findOneOrFail(Person, person.id);
      const [point] = await em.find(PersonContactPoint, { person: person.id });
      found.givenName = 'Omdøpt';
      point?.sealed('+4700000456', personalKey);
    });
    const seen = { type: Person, id: person.id, version: 2 };
    const fields = [{ field: 'givenName', before: 'Omdøpt', after: 'Endelig' }];
    await changeRecords(world.context(anEditor()), deed, [{ ...seen, fields }]);
    return person.id;
  };

  const firstOf = ([told]: Awaited<ReturnType<typeof changesIn>>): Sealed => {
    const { fields } = told as { fields: [{ before: Sealed }] };
    return fields[0].before;
  };

  test('keeps nothing in clear, and all of it for the key of the person', async ({ world }) => {
    const id = await renamed(world);

    const told = await changesIn(world);
    expect(told).toMatchObject([
      { id, version: 2, verb: 'tryOut' },
      { id, version: 3, verb: 'tryOut' },
    ]);
    const copy = await dump(world);
    expect(copy.includes('Endelig')).toBe(true);
    expect(copy.match(/Unevnelig|Omdøpt|00000123|00000456/)).toBeNull();

    const { rows } = await world.pool.query<{ key: Buffer }>(
      'select sealed_key as key from person_key where person_id = $1',
      [id],
    );
    const key = openPersonKey(personalKey, rows[0]!.key, id);
    const opened = told.flatMap(({ fields }) =>
      (fields as { field: string; before: Sealed; after: Sealed }[]).map((it) => [
        it.field,
        openSealed(key, id, it.before),
        openSealed(key, id, it.after),
      ]),
    );
    expect(opened).toContainEqual(['givenName', 'Unevnelig', 'Omdøpt']);
    expect(opened).toContainEqual(['givenName', 'Omdøpt', 'Endelig']);
    expect(opened.map(([field]) => field)).toContain('contactPoints.sealedValue');
    expect(() => openSealed(personalKey, id, firstOf(told))).toThrow('unable to authenticate');
  });

  test('stays when the key is destroyed, and nobody opens it again', async ({ world }) => {
    const id = await renamed(world);
    const before = await changesIn(world);
    const run: Run = async (text, values = []) =>
      (await world.pool.query(text, [...values])).rows as never[];

    await destroyPersonKey(run, id, new Date('2026-11-22T12:00:00Z'));

    expect(await changesIn(world)).toEqual(before);
    const { rows } = await world.pool.query('select sealed_key from person_key');
    expect(rows).toEqual([{ sealed_key: null }]);
    const another = await personKeyOf(run, personalKey, id);
    expect(() => openSealed(another, id, firstOf(before))).toThrow('unable to authenticate');
    expect((await world.pool.query('select sealed_key from person_key')).rows).toEqual([
      { sealed_key: null },
    ]);
  });
});
