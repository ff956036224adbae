import { describe, expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { permissionsOf } from '#server/access/permissions.ts';
import { aViewer } from '#test/support/viewers.ts';
import { test, today, type World } from '#test/support/world.ts';
import { hasStaff, own } from './Reception.ts';

const issuer = 'https://id.example.org';

const list = `query ($text: Text, $first: Int, $after: String, $last: Int, $before: String) {
  staffUsers(text: $text, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { id version name email role scope { name organisationId areaCode } subject disabledAt lastSignedInAt isViewer viewerMay { changeRole disable enable } }
  }
}`;
const admit =
  'mutation ($input: AdmitStaffInput!) { done: admitStaff(input: $input) { id name role } }';
const changeRole =
  'mutation ($input: ChangeRoleInput!) { done: changeRole(input: $input) { version role } }';
const disable =
  'mutation ($input: DisableStaffInput!) { done: disableStaff(input: $input) { version disabledAt viewerMay { enable } } }';
const enable =
  'mutation ($input: EnableStaffInput!) { done: enableStaff(input: $input) { version disabledAt } }';

interface Told {
  readonly staffUsers: {
    readonly totalCount: number;
    readonly pageInfo: { readonly endCursor: string; readonly startCursor: string };
    readonly nodes: readonly { readonly id: string; readonly name: string }[];
  };
}

/** An administrator who signed in anew just now. */
async function anAdministrator(world: World, subject = 'adam', ofIssuer = issuer): Promise<Viewer> {
  const role = Role.ADMINISTRATOR;
  const id = await hasStaff(world.pool, { subject, issuer: ofIssuer, role });
  return { ...aViewer(role), id, steppedUpAt: new Date(`${today}T11:55:00Z`) };
}

async function outcome(world: World, viewer: Viewer | null, document: string, input: object) {
  const { data, errors } = await world.ask<{ done: unknown }>(viewer, document, { input });
  const { code, reason, fields } = errors?.[0]?.extensions ?? {};
  return errors
    ? { code, ...(reason ? { reason } : {}), ...(fields ? { fields } : {}) }
    : data?.done;
}

const kept = async ({ pool }: World, id: string) => {
  const { rows } = await pool.query<Record<string, unknown>>(
    'select name, role, version, disabled_at is not null as disabled from staff_user where id = $1',
    [id],
  );
  return rows[0];
};

const toldOf = async ({ pool }: World, id: string) => {
  const { rows } = await pool.query(
    `select record, version, verb, by_id as by, reason, fields from change where record_id = $1 order by version`,
    [id],
  );
  return rows;
};

describe('who may', () => {
  test('only an administrator sees who has access, and changes it', async ({ world }) => {
    const id = await hasStaff(world.pool, { subject: 'kari', issuer });
    const seen = { id, expectedVersion: 1 };
    for (const role of Object.values(Role).filter((it) => it !== Role.ADMINISTRATOR)) {
      const viewer = { ...aViewer(role), steppedUpAt: new Date(`${today}T11:55:00Z`) };
      expect((await world.ask(viewer, list)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
      for (const [document, input] of [
        [admit, { subject: 'ny', name: 'Ny', role: 'READER' }],
        [changeRole, { ...seen, role: 'EDITOR' }],
        [disable, seen],
        [enable, seen],
      ] as const) {
        expect(await outcome(world, viewer, document, input)).toEqual({ code: 'FORBIDDEN' });
      }
    }
    expect(await kept(world, id)).toEqual({
      name: 'kari',
      role: 'reader',
      version: 1,
      disabled: false,
    });
    expect(await toldOf(world, id)).toEqual([]);
  });

  test('who has not signed in anew is told to, and nothing is done', async ({ world }) => {
    const administrator = await anAdministrator(world);
    const id = await hasStaff(world.pool, { subject: 'kari', issuer });
    const seen = { id, expectedVersion: 1 };
    const longAgo = { ...administrator, steppedUpAt: new Date(`${today}T11:50:00Z`) };
    const withToken = { ...administrator, steppedUpAt: null, via: 'token' as const };
    for (const viewer of [longAgo, withToken]) {
      for (const [document, input] of [
        [admit, { subject: 'ny', name: 'Ny', role: 'READER' }],
        [changeRole, { ...seen, role: 'EDITOR' }],
        [disable, seen],
        [enable, seen],
      ] as const) {
        expect(await outcome(world, viewer, document, input)).toEqual({ code: 'STEP_UP_REQUIRED' });
      }
    }
    expect(await kept(world, id)).toMatchObject({ version: 1 });
  });

  test('an administrator who was demoted meanwhile is obeyed no longer', async ({ world }) => {
    const former = await anAdministrator(world);
    await anAdministrator(world, 'eva');
    const id = await hasStaff(world.pool, { subject: 'kari', issuer });
    await world.pool.query("update staff_user set role = 'reader' where id = $1", [former.id]);

    expect(await outcome(world, former, disable, { id, expectedVersion: 1 })).toEqual({
      code: 'FORBIDDEN',
    });
  });
});

describe('letting somebody in', () => {
  test('lets them sign in where the administrator does, and tells of it', async ({ world }) => {
    const administrator = await anAdministrator(world);
    const input = {
      subject: 'a1b2',
      name: ' Kari Prøve ',
      email: 'kari@example.org',
      role: 'EDITOR',
      reason: 'Ny i Finnmark',
    };

    const done = (await outcome(world, administrator, admit, input)) as { id: string };

    expect(done).toEqual({ id: expect.any(String), name: 'Kari Prøve', role: 'EDITOR' });
    const { rows } = await world.pool.query(
      'select issuer, subject, email from staff_user where id = $1',
      [done.id],
    );
    expect(rows).toEqual([{ issuer, subject: 'a1b2', email: 'kari@example.org' }]);
    expect(await toldOf(world, done.id)).toEqual([
      {
        record: 'staff_user',
        version: 1,
        verb: 'admitStaff',
        by: administrator.id,
        reason: 'Ny i Finnmark',
        fields: expect.arrayContaining([{ field: 'role', before: null, after: 'editor' }]),
      },
    ]);
  });

  test('what will not do is said at its field, all at once', async ({ world }) => {
    const administrator = await anAdministrator(world);
    await hasStaff(world.pool, { subject: 'known', issuer });
    const wrong = async (input: object) => {
      const good = { subject: 'ny', name: 'Ny', role: 'READER' };
      const told = (await outcome(world, administrator, admit, { ...good, ...input })) as {
        fields?: object;
      };
      return told.fields;
    };

    expect(await wrong({ subject: '', name: ' ', email: 'kari', role: 'SYSTEM' })).toEqual({
      subject: 'REQUIRED',
      name: 'REQUIRED',
      email: 'NOT_AN_EMAIL_ADDRESS',
      role: 'NOT_FOR_PEOPLE',
    });
    expect(await wrong({ subject: '01010112345' })).toEqual({
      subject: 'NATIONAL_IDENTITY_NUMBER',
    });
    expect(await wrong({ subject: '010101 12345' })).toEqual({
      subject: 'NATIONAL_IDENTITY_NUMBER',
    });
    expect(await wrong({ subject: 'two words' })).toEqual({ subject: 'NOT_A_SUBJECT' });
    expect(await wrong({ subject: 'known' })).toEqual({ subject: 'ALREADY_ADMITTED' });
    expect(await wrong({ name: 'x'.repeat(201) })).toEqual({ name: 'TOO_LONG' });
    expect(await wrong({ name: 'Kari\nPrøve' })).toEqual({ name: 'NOT_ONE_LINE' });
    const { rows } = await world.pool.query("select from staff_user where subject = 'ny'");
    expect(rows).toEqual([]);
  });
});

describe('another role', () => {
  test('is given once, to the version that was seen, with a row in the change log', async ({
    world,
  }) => {
    const administrator = await anAdministrator(world);
    const id = await hasStaff(world.pool, { subject: 'kari', issuer, role: Role.EDITOR });
    const input = { id, expectedVersion: 1, role: 'COORDINATOR', reason: 'Nytt ansvar' };

    expect(await outcome(world, administrator, changeRole, input)).toEqual({
      version: 2,
      role: 'COORDINATOR',
    });
    expect(await outcome(world, administrator, changeRole, input)).toEqual({
      code: 'CONFLICT',
      reason: 'STALE_VERSION',
    });
    expect(await toldOf(world, id)).toEqual([
      {
        record: 'staff_user',
        version: 2,
        verb: 'changeRole',
        by: administrator.id,
        reason: 'Nytt ansvar',
        fields: [{ field: 'role', before: 'editor', after: 'coordinator' }],
      },
    ]);
  });

  test('holds where it is said to, and signs out those who had it elsewhere', async ({ world }) => {
    const administrator = await anAdministrator(world);
    const id = await hasStaff(world.pool, { subject: 'kari', issuer, role: Role.EDITOR });
    const trust = anOrganisation({ name: 'Prøve HF', kind: OrganisationKind.HEALTH_TRUST });
    const club = anOrganisation({ name: 'En forening' });
    await world.has(trust, club);
    await world.pool.query(
      `insert into session (hash, user_id, created_at, last_seen_at, expires_at)
       values (repeat('b', 64), $1, '2026-11-22T10:00Z', '2026-11-22T11:50Z', '2026-11-22T18:00Z')`,
      [id],
    );
    const give = (expectedVersion: number, scope?: object) =>
      outcome(world, administrator, changeRole, { id, expectedVersion, role: 'EDITOR', scope });
    const shown = async () => {
      const { data } = await world.ask<{ staffUsers: { nodes: { scope: object | null }[] } }>(
        administrator,
        list,
        { text: 'kari' },
      );
      return data?.staffUsers.nodes[0]?.scope;
    };

    for (const scope of [
      { organisationId: club.id },
      { organisationId: crypto.randomUUID() },
      { organisationId: 'nothing' },
      { areaCode: '9999' },
      { areaCode: 'NO' },
    ]) {
      expect(await give(1, scope)).toEqual({
        code: 'INVALID_INPUT',
        fields: { scope: 'UNKNOWN' },
      });
    }
    expect(await give(1, { organisationId: trust.id, areaCode: '0301' })).toEqual({
      code: 'INVALID_INPUT',
      fields: { scope: 'ONE_OF_TWO' },
    });
    await give(1, { organisationId: trust.id });
    expect(await shown()).toEqual({ name: 'Prøve HF', organisationId: trust.id, areaCode: null });
    const { rows } = await world.pool.query('select from session where ended_at is null');
    expect(rows).toEqual([]);
    await give(2);
    expect(await shown()).toMatchObject({ organisationId: trust.id });
    await give(2, { areaCode: '0301' });
    expect(await shown()).toEqual({ name: 'Oslo', organisationId: null, areaCode: '0301' });
    await give(3, {});
    expect(await shown()).toBeNull();
  });

  test('is for people only, and for those who are there', async ({ world }) => {
    const administrator = await anAdministrator(world);
    const id = await hasStaff(world.pool, { subject: 'kari', issuer });

    for (const role of ['SYSTEM', 'ORGANISATION_CONTACT', 'PERSON']) {
      const notForPeople = { code: 'INVALID_INPUT', fields: { role: 'NOT_FOR_PEOPLE' } };
      const input = { subject: 'ny', name: 'Ny', role };
      expect(await outcome(world, administrator, admit, input)).toEqual(notForPeople);
      expect(
        await outcome(world, administrator, changeRole, { id, expectedVersion: 1, role }),
      ).toEqual(notForPeople);
    }
    for (const other of [crypto.randomUUID(), 'nobody']) {
      const input = { id: other, expectedVersion: 1, role: 'EDITOR' };
      expect(await outcome(world, administrator, changeRole, input)).toEqual({ code: 'NOT_FOUND' });
    }
  });
});

test('who is disabled signs in no longer, until they are let in again', async ({ world }) => {
  const administrator = await anAdministrator(world);
  const id = await hasStaff(world.pool, { subject: 'kari', issuer });
  await world.pool.query(
    `insert into session (hash, user_id, created_at, last_seen_at, expires_at)
     values (repeat('a', 64), $1, '2026-11-22T10:00Z', '2026-11-22T11:50Z', '2026-11-22T18:00Z')`,
    [id],
  );

  expect(await outcome(world, administrator, disable, { id, expectedVersion: 1 })).toEqual({
    version: 2,
    disabledAt: '2026-11-22T12:00:00.000Z',
    viewerMay: { enable: true },
  });
  const { rows } = await world.pool.query('select ended_at is not null as ended from session');
  expect(rows).toEqual([{ ended: true }]);
  expect(await outcome(world, administrator, enable, { id, expectedVersion: 2 })).toEqual({
    version: 3,
    disabledAt: null,
  });
  expect((await toldOf(world, id)).map(({ verb }) => verb)).toEqual([
    'disableStaff',
    'enableStaff',
  ]);
});

test('nobody decides over their own access', async ({ world }) => {
  const administrator = await anAdministrator(world);
  await anAdministrator(world, 'eva');
  const seen = { id: administrator.id, expectedVersion: 1 };

  for (const [document, input] of [
    [changeRole, { ...seen, role: 'PROGRAMME_LEAD' }],
    [disable, seen],
    [enable, seen],
  ] as const) {
    expect(await outcome(world, administrator, document, input)).toEqual({
      code: 'CONFLICT',
      reason: 'OWN_ACCESS',
    });
  }
  expect(await kept(world, administrator.id)).toMatchObject({ role: 'administrator', version: 1 });
});

test('the last administrator of an issuer stays one, whichever way it is tried', async ({
  world,
}) => {
  const elsewhere = await anAdministrator(world, 'olga', 'https://another.example.org');
  const last = await anAdministrator(world, 'adam');
  const refused = { code: 'CONFLICT', reason: 'LAST_ADMINISTRATOR' };
  const seen = { id: last.id, expectedVersion: 1 };

  expect(await outcome(world, elsewhere, disable, seen)).toEqual(refused);
  expect(await outcome(world, elsewhere, changeRole, { ...seen, role: 'READER' })).toEqual(refused);
  await world.pool.query('savepoint attempt');
  for (const set of ["role = 'reader'", "disabled_at = '2026-11-22'", "issuer = 'another'"]) {
    await expect(
      world.pool.query(`update staff_user set ${set} where id = $1`, [last.id]),
    ).rejects.toThrow('staff_user_keeps_an_administrator');
    await world.pool.query('rollback to savepoint attempt');
  }
  await anAdministrator(world, 'eva');
  expect(await outcome(world, elsewhere, disable, seen)).toMatchObject({ version: 2 });
});

test('of two administrators who shut each other out at once, one stays', async ({ committed }) => {
  const [adam, eva] = [
    await anAdministrator(committed, 'adam'),
    await anAdministrator(committed, 'eva'),
  ];
  const outcomes = await Promise.all([
    outcome(committed, adam, disable, { id: eva.id, expectedVersion: 1 }),
    outcome(committed, eva, disable, { id: adam.id, expectedVersion: 1 }),
  ]);

  const { rows } = await committed.pool.query(
    "select id from staff_user where role = 'administrator' and disabled_at is null",
  );
  expect(rows).toHaveLength(1);
  expect(outcomes).toEqual(
    expect.arrayContaining([expect.objectContaining({ version: 2 }), { code: 'FORBIDDEN' }]),
  );
});

describe('the list', () => {
  const ask = async (world: World, viewer: Viewer, variables = {}) => {
    const { data, errors } = await world.ask<Told>(viewer, list, variables);
    expect(errors).toBeUndefined();
    return data!.staffUsers;
  };

  test('is by name, and says of each what may be done about them', async ({ world }) => {
    const administrator = await anAdministrator(world);
    const id = await hasStaff(world.pool, { subject: 'b', issuer, name: 'Berit Prøve' });
    await world.pool.query('update staff_user set disabled_at = $2 where id = $1', [
      id,
      '2026-11-20T08:00:00Z',
    ]);

    const { nodes } = await ask(world, administrator);

    expect(nodes.map(({ name }) => name)).toEqual(nodes.map(({ name }) => name).toSorted());
    expect(nodes).toContainEqual({
      id,
      version: 1,
      name: 'Berit Prøve',
      email: null,
      role: 'READER',
      scope: null,
      subject: 'b',
      disabledAt: '2026-11-20T08:00:00.000Z',
      lastSignedInAt: null,
      isViewer: false,
      viewerMay: { changeRole: true, disable: false, enable: true },
    });
    expect(nodes).toContainEqual(
      expect.objectContaining({
        id: administrator.id,
        isViewer: true,
        viewerMay: { changeRole: false, disable: false, enable: false },
      }),
    );
  });

  test('is narrowed by words, wherever they stand', async ({ world }) => {
    const administrator = await anAdministrator(world);
    await hasStaff(world.pool, { subject: 'b', issuer, name: 'Berit Ås_Prøve 100%' });
    const namesOf = async (text: string) =>
      (await ask(world, administrator, { text })).nodes.map(({ name }) => name);

    for (const text of ['berit', 'ÅS ber', 'prøve', '100%', 's_p']) {
      expect(await namesOf(text), text).toEqual(['Berit Ås_Prøve 100%']);
    }
    expect(await namesOf('berit kari')).toEqual([]);
    expect(await namesOf('%')).toEqual(['Berit Ås_Prøve 100%']);
  });

  test('is read page by page, both ways, and counted', async ({ world }) => {
    const administrator = await anAdministrator(world);
    for (const name of ['C', 'A', 'B', 'B', 'D']) {
      await hasStaff(world.pool, { subject: crypto.randomUUID(), issuer, name: `Side ${name}` });
    }
    const walk = async (size: 'first' | 'last') => {
      const seen: string[] = [];
      const [from, cursor] =
        size === 'first' ? (['after', 'endCursor'] as const) : (['before', 'startCursor'] as const);
      for (let at: string | null = null, turn = 0; turn < 3; turn += 1) {
        const page = await ask(world, administrator, { text: 'side', [size]: 2, [from]: at });
        expect(page.totalCount).toBe(5);
        const names = page.nodes.map(({ name }) => name.slice(-1));
        if (size === 'first') seen.push(...names);
        else seen.unshift(...names);
        at = page.pageInfo[cursor];
      }
      return seen.join('');
    };

    expect(await walk('first')).toBe('ABBCD');
    expect(await walk('last')).toBe('ABBCD');
  });
});

test('whoever is refused learns whom to ask', async ({ world }) => {
  await anAdministrator(world, own('adam'));
  await hasStaff(world.pool, { subject: 'vera', issuer, role: Role.PRIVACY_OFFICER });
  const gone = await hasStaff(world.pool, { subject: 'gone', issuer, role: Role.PRIVACY_OFFICER });
  await world.pool.query('update staff_user set disabled_at = $2 where id = $1', [
    gone,
    '2026-11-20',
  ]);
  const id = await hasStaff(world.pool, { subject: 'kari', issuer });
  await anAdministrator(world, 'olga', 'https://another.example.org');

  const { data } = await world.ask({ ...aViewer(Role.READER), id }, '{ whomToAsk { name role } }');

  expect(data).toEqual({
    whomToAsk: [
      { name: own('adam'), role: 'ADMINISTRATOR' },
      { name: 'vera', role: 'PRIVACY_OFFICER' },
    ],
  });
});

test('what looks after access is an administrator’s alone', () => {
  for (const permission of ['staff.manage', 'token.manage'] as const) {
    const roles = Object.values(Role).filter((role) => permissionsOf(role).has(permission));
    expect(roles).toEqual([Role.ADMINISTRATOR]);
  }
});
