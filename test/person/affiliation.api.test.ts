import { describe, expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { AffiliationRole } from '#schema/person/AffiliationRole.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { anAffiliation, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import { names } from '#test/directory/found.ts';
import { aReader, aViewer, anEditor } from '#test/support/viewers.ts';
import { personalKey, test, today, type World } from '#test/support/world.ts';
import { aKey, does, done, places } from './editing.ts';

const { LEADER, CONTACT } = AffiliationRole;

/** An organisation with a leader who can be reached, and somebody who is nothing there. */
async function led(world: World, own: Parameters<typeof anOrganisation>[0] = {}) {
  const organisation = anOrganisation({ name: 'Sambandsprøven', ...own });
  const leader = aPerson({ givenName: 'Leder', familyName: 'Prøve' });
  const other = aPerson({ givenName: 'Annen', familyName: 'Prøve' });
  await world.has(organisation, leader, other);
  const affiliation = anAffiliation(leader, organisation, {
    role: LEADER,
    since: '2024-01-01',
    title: 'Forkvinne',
    isPrimary: true,
  });
  const phone = aPersonalContactPoint(leader, personalKey);
  await world.has(affiliation, phone, aPersonalContactPoint(other, personalKey));
  return { organisation, leader, other, affiliation, phone };
}

/** What is told in the history of a record, the latest first. */
async function historyOf(world: World, type: 'person' | 'organisation', id: string) {
  const { data } = await world.ask<
    Record<
      string,
      {
        history: {
          nodes: {
            id: string;
            verb: string;
            currentVersion: number | null;
            about: { kind: string; name: string };
            viewerMay: { undo: boolean };
            fields: { field: string; before: string | null; after: string | null }[];
          }[];
          totalCount: number;
        };
      }
    >
  >(
    anEditor(),
    `query ($id: ID!) { ${type}(id: $id) { history(first: 10) { totalCount nodes { id verb currentVersion about { kind name }
      viewerMay { undo } fields { field before after } } } } }`,
    { id },
  );
  return data![type]!.history;
}

const lacksContact = async (world: World, id: string) => {
  const { data } = await world.ask<{ organisation: { lacksContact: boolean } }>(
    anEditor(),
    'query ($id: ID!) { organisation(id: $id) { lacksContact } }',
    { id },
  );
  return data?.organisation.lacksContact;
};

describe('what will not do', () => {
  test('ends before it begins, is said of days that cannot be, or twice of the same', async ({
    world,
  }) => {
    const { organisation, leader, affiliation } = await led(world);
    const start = (more: object) =>
      does(world, 'startAffiliation', {
        idempotencyKey: aKey(),
        personId: leader.id,
        organisationId: organisation.id,
        role: 'CONTACT',
        since: '2025-01-01',
        ...more,
      });
    const wrong = async (more: object) => (await start(more)).refusal?.fields;

    expect(await wrong({ until: '2024-12-31' })).toEqual({ until: 'ENDS_BEFORE_IT_BEGINS' });
    expect(await wrong({ since: '0202-01-01' })).toEqual({ since: 'BEFORE_1900' });
    expect(await wrong({ until: '2126-01-01' })).toEqual({ until: 'TOO_FAR_AHEAD' });
    expect(await wrong({ role: 'LEADER' })).toEqual({ since: 'IS_SO_ALREADY' });
    expect(await wrong({ role: 'LEADER', since: '2020-01-01', until: '2024-01-01' })).toEqual({
      since: 'IS_SO_ALREADY',
    });
    expect(await wrong({ title: 'x'.repeat(201) })).toEqual({ title: 'TOO_LONG' });
    expect(await wrong({ title: '01819080050' })).toEqual({
      title: 'NATIONAL_IDENTITY_NUMBER_IN_TEXT',
    });
    expect(await wrong({ idempotencyKey: 'x' })).toEqual({ idempotencyKey: 'NOT_A_UUID' });
    expect((await start({ since: '2025-02-30' })).refusal?.code).toBe('BAD_USER_INPUT');
    // The day before is free.
    expect(
      await wrong({ role: 'LEADER', since: '2020-01-01', until: '2023-12-31' }),
    ).toBeUndefined();

    const input = { id: affiliation.id, expectedVersion: 1 };
    const ended = await does(world, 'endAffiliation', { ...input, until: '2023-12-31' });
    expect(ended.refusal?.fields).toEqual({ until: 'ENDS_BEFORE_IT_BEGINS' });
    const moved = await does(world, 'editAffiliation', { ...input, since: '2022-01-01' });
    expect(moved.refusal?.fields).toEqual({ since: 'IS_SO_ALREADY' });
  });

  test('is about somebody or something that is not there, or put away', async ({ world }) => {
    const { organisation, other } = await led(world);
    const start = (more: object) =>
      does(world, 'startAffiliation', {
        idempotencyKey: aKey(),
        personId: other.id,
        organisationId: organisation.id,
        role: 'CONTACT',
        since: today,
        ...more,
      });
    for (const nobody of [crypto.randomUUID(), 'x']) {
      expect((await start({ personId: nobody })).refusal?.code).toBe('NOT_FOUND');
      expect((await start({ organisationId: nobody })).refusal?.code).toBe('NOT_FOUND');
      const input = { id: nobody, expectedVersion: 1, until: today };
      expect((await does(world, 'endAffiliation', input)).refusal?.code).toBe('NOT_FOUND');
    }
    await world.pool.query('update person set archived_on = $1 where id = $2', [today, other.id]);
    expect((await start({})).refusal?.fields).toEqual({ personId: 'ARCHIVED' });
  });

  test('is not for whoever may not correct the organisation', async ({ world }) => {
    const { oslo, bergen, editor } = await places(world);
    const { organisation, other, affiliation } = await led(world, { servedAreas: [bergen] });
    const there = await led(world, { servedAreas: [], seat: oslo });
    const verbs = [
      [
        'startAffiliation',
        {
          idempotencyKey: aKey(),
          personId: other.id,
          organisationId: organisation.id,
          role: 'CONTACT',
          since: today,
        },
      ],
      ['editAffiliation', { id: affiliation.id, expectedVersion: 9, role: 'CONTACT' }],
      ['endAffiliation', { id: affiliation.id, expectedVersion: 9, until: today }],
      [
        'handOverRole',
        { idempotencyKey: aKey(), affiliationId: affiliation.id, expectedVersion: 9, until: today },
      ],
    ] as const;
    for (const [verb, input] of verbs) {
      expect((await does(world, verb, input, editor)).refusal?.code, verb).toBe('FORBIDDEN');
      expect((await does(world, verb, input, null)).refusal?.code, verb).toBe('UNAUTHENTICATED');
    }
    for (const role of Object.values(Role)) {
      const may = [Role.EDITOR, Role.PROGRAMME_LEAD, Role.SYSTEM].includes(role);
      const viewer = { ...aViewer(role), scope: editor.scope };
      const input = { id: there.affiliation.id, expectedVersion: 9, until: today };
      const { refusal } = await does(world, 'endAffiliation', input, viewer);
      expect(refusal?.code, role).toBe(may ? 'CONFLICT' : 'FORBIDDEN');
    }
  });

  test('comes from who saw an older version: they hear what was changed', async ({ world }) => {
    const { affiliation } = await led(world);
    const input = { id: affiliation.id, expectedVersion: 1 };
    await done(world, 'editAffiliation', { ...input, role: 'DEPUTY_LEADER', title: 'Ny tittel' });

    const { refusal } = await does(world, 'endAffiliation', { ...input, until: today });

    expect(refusal).toMatchObject({ reason: 'STALE_VERSION', version: 2 });
    expect(refusal?.changes).toMatchObject([
      { field: 'role', before: 'leader', after: 'deputy_leader' },
      { field: 'title', before: null, after: null },
    ]);
  });
});

describe('an affiliation', () => {
  test('begins once, however often the same is sent, and is found by', async ({ world }) => {
    const { organisation, other } = await led(world);
    const input = {
      idempotencyKey: aKey(),
      personId: other.id,
      organisationId: organisation.id,
      role: 'SECRETARY',
      title: 'Skriver',
      since: '2025-01-01',
    };

    const one = await done(world, 'startAffiliation', input);
    const again = await done(world, 'startAffiliation', { ...input, title: 'Noe annet' });

    expect(again).toEqual(one);
    expect(one).toMatchObject({ version: 1, role: 'SECRETARY', title: 'Skriver', until: null });
    expect(await names(world, 'Sambandsprøven Annen')).toContain('Annen Prøve');
  });

  test('to be asked first takes the place of the one before', async ({ world }) => {
    const { organisation, other, affiliation } = await led(world);
    const started = await done(world, 'startAffiliation', {
      idempotencyKey: aKey(),
      personId: other.id,
      organisationId: organisation.id,
      role: 'CONTACT',
      since: '2025-01-01',
      isPrimary: true,
    });

    const { rows } = await world.pool.query(
      'select id, is_primary, version from affiliation where organisation_id = $1 order by is_primary',
      [organisation.id],
    );
    expect(rows).toEqual([
      { id: affiliation.id, is_primary: false, version: 2 },
      { id: started.id, is_primary: true, version: 1 },
    ]);

    // Taken back as one.
    const changeId = started.history.nodes[0]?.id;
    await done(world, 'undoChange', { changeId, expectedVersion: 1, reason: 'Feil' });
    const after = await world.pool.query(
      'select id, is_primary from affiliation where organisation_id = $1',
      [organisation.id],
    );
    expect(after.rows).toEqual([{ id: affiliation.id, is_primary: true }]);
  });

  test('stands in the history of the person and of the organisation, its title sealed', async ({
    world,
  }) => {
    const { organisation, leader, affiliation } = await led(world);
    await done(world, 'editAffiliation', {
      id: affiliation.id,
      expectedVersion: 1,
      title: 'Styreleder',
      until: '2026-06-30',
    });

    const told = {
      verb: 'editAffiliation',
      currentVersion: 2,
      about: { kind: 'AFFILIATION', name: 'Leder Prøve – Sambandsprøven' },
      viewerMay: { undo: true },
      fields: [
        { field: 'title', before: 'Forkvinne', after: 'Styreleder' },
        { field: 'until', before: null, after: '2026-06-30' },
      ],
    };
    const ofPerson = await historyOf(world, 'person', leader.id);
    expect(ofPerson.totalCount).toBe(1);
    expect(ofPerson.nodes).toMatchObject([told]);
    expect((await historyOf(world, 'organisation', organisation.id)).nodes).toMatchObject([told]);
    const { rows } = await world.pool.query<{ fields: string }>(
      'select fields::text from change where record_id = $1',
      [affiliation.id],
    );
    expect(rows[0]?.fields).not.toMatch(/Forkvinne|Styreleder/);
    expect(rows[0]?.fields).toContain('2026-06-30');
  });

  test('says whom it leaves without anybody to turn to', async ({ world }) => {
    const { organisation, other, affiliation, phone } = await led(world);
    const edit = (more: object, expectedVersion: number) =>
      done(world, 'editAffiliation', { id: affiliation.id, expectedVersion, ...more });

    expect(await lacksContact(world, organisation.id)).toBe(false);
    expect(await edit({ title: 'A' }, 1)).toMatchObject({ leavesWithoutContact: true });

    const second = anAffiliation(other, organisation, {
      role: CONTACT,
      until: '2026-12-31',
      isPrimary: true,
    });
    await world.has(second);
    expect(await edit({ title: 'B' }, 2)).toMatchObject({ leavesWithoutContact: false });
    // Who is there until the new year is nobody to turn to after it.
    expect(await edit({ until: '2026-12-31' }, 3)).toMatchObject({ leavesWithoutContact: true });

    const ended = await done(world, 'endAffiliation', {
      id: second.id,
      expectedVersion: 1,
      until: '2026-11-01',
    });
    expect(ended).toMatchObject({ until: '2026-11-01', leavesWithoutContact: false });
    expect(await lacksContact(world, organisation.id)).toBe(false);

    const bounced = (table: string, day: string | null, id: string) =>
      world.pool.query(`update ${table} set bounced_on = $1 where id = $2`, [day, id]);
    await bounced('person_contact_point', today, phone.id);
    expect(await lacksContact(world, organisation.id)).toBe(true);

    // What the organisation has of its own is somewhere to turn to as well.
    await bounced('person_contact_point', null, phone.id);
    const office = aContactPoint(organisation);
    await world.has(office);
    expect(await edit({ title: 'C' }, 4)).toMatchObject({ leavesWithoutContact: false });
    await bounced('organisation_contact_point', today, office.id);
    expect(await edit({ title: 'D' }, 5)).toMatchObject({ leavesWithoutContact: true });
  });

  test('says who may change it, and a reader may not', async ({ world }) => {
    const { affiliation, organisation } = await led(world);
    const ask = async (viewer: Parameters<World['ask']>[0]) => {
      const { data } = await world.ask<{
        organisation: {
          affiliations: { nodes: { id: string; viewerMay: { edit: boolean } }[] };
        };
      }>(
        viewer,
        'query ($id: ID!) { organisation(id: $id) { affiliations(first: 5) { nodes { id viewerMay { edit } } } } }',
        { id: organisation.id },
      );
      return data?.organisation.affiliations.nodes;
    };
    expect(await ask(anEditor())).toEqual([{ id: affiliation.id, viewerMay: { edit: true } }]);
    expect(await ask(aReader())).toEqual([{ id: affiliation.id, viewerMay: { edit: false } }]);
  });
});

describe('no longer the leader', () => {
  const handOver = (
    world: World,
    { affiliation, ...more }: { affiliation: { id: string } } & Record<string, unknown>,
  ) =>
    does(world, 'handOverRole', {
      idempotencyKey: aKey(),
      affiliationId: affiliation.id,
      expectedVersion: 1,
      until: '2026-11-21',
      ...more,
    });

  test('and nobody knows who is: the role is free, and that is said', async ({ world }) => {
    const { organisation, affiliation } = await led(world);
    const { done: answer } = await handOver(world, { affiliation });
    expect(answer).toMatchObject({
      ended: { until: '2026-11-21', leavesWithoutContact: true, isPrimary: true },
      started: null,
    });
    expect(await lacksContact(world, organisation.id)).toBe(true);
  });

  test('somebody in the register is, from the day after, and is asked first where the one before was', async ({
    world,
  }) => {
    const { organisation, leader, other, affiliation } = await led(world);

    const { done: answer } = await handOver(world, {
      affiliation,
      successor: { personId: other.id, title: 'Forkvinne' },
    });

    expect(answer).toMatchObject({
      ended: { until: '2026-11-21', isPrimary: false, leavesWithoutContact: false },
      started: {
        role: 'LEADER',
        since: '2026-11-22',
        title: 'Forkvinne',
        isPrimary: true,
        person: { id: other.id },
      },
    });
    for (const [type, id] of [
      ['organisation', organisation.id],
      ['person', leader.id],
      ['person', other.id],
    ] as const) {
      const { nodes } = await historyOf(world, type, id);
      expect(nodes.map(({ verb }) => verb)).toContain('handOverRole');
    }
    expect(await names(world, 'Sambandsprøven Annen')).toContain('Annen Prøve');
  });

  test('somebody new is, who is made with it, once', async ({ world }) => {
    const { affiliation } = await led(world);
    const input = {
      affiliation,
      idempotencyKey: aKey(),
      successor: {
        newPerson: {
          givenName: 'Helt',
          familyName: 'Nyvalgt',
          contactPoints: [{ channel: 'PHONE', value: '+4700000456' }],
        },
      },
    };
    const one = await handOver(world, input);
    const again = await handOver(world, input);
    expect(again.done).toEqual(one.done);
    expect(one.done?.started).toMatchObject({ role: 'LEADER', person: { name: 'Helt Nyvalgt' } });
    expect(await names(world, 'Nyvalgt')).toEqual(['Helt Nyvalgt']);
  });

  test('is refused as a whole where a part of it will not do', async ({ world }) => {
    const { affiliation, other, organisation } = await led(world);
    const wrong = async (more: object) =>
      (await handOver(world, { affiliation, ...more })).refusal?.fields;

    expect(await wrong({ until: '2023-01-01' })).toEqual({ until: 'ENDS_BEFORE_IT_BEGINS' });
    expect(await wrong({ successor: { newPerson: { givenName: '' } } })).toEqual({
      'successor.newPerson.givenName': 'REQUIRED',
    });
    expect(
      await wrong({ successor: { personId: other.id, newPerson: { givenName: 'To' } } }),
    ).toEqual({ 'successor.personId': 'ONE_OF_TWO' });
    expect(await wrong({ successor: { personId: other.id, title: 'x'.repeat(201) } })).toEqual({
      'successor.title': 'TOO_LONG',
    });
    expect(await wrong({ reason: '01819080050' })).toEqual({
      reason: 'NATIONAL_IDENTITY_NUMBER_IN_TEXT',
    });
    await world.has(anAffiliation(other, organisation, { role: LEADER, since: '2020-01-01' }));
    expect(await wrong({ successor: { personId: other.id } })).toEqual({
      'successor.since': 'IS_SO_ALREADY',
    });
    const stale = await handOver(world, { affiliation, expectedVersion: 7 });
    expect(stale.refusal?.reason).toBe('STALE_VERSION');
    const { rows } = await world.pool.query(
      'select until from affiliation where until is not null',
    );
    expect(rows).toEqual([]);
  });

  test('is taken back as one, from the history of any of them', async ({ world }) => {
    const { organisation, affiliation, leader } = await led(world);
    const { done: answer } = await handOver(world, {
      affiliation,
      successor: {
        newPerson: { givenName: 'Helt', familyName: 'Nyvalgt' },
      },
    });
    const { nodes } = await historyOf(world, 'person', leader.id);

    const undone = await done(world, 'undoChange', {
      changeId: nodes[0]?.id,
      expectedVersion: nodes[0]?.currentVersion,
      reason: 'Feil person',
    });

    expect(undone.verb).toBe('undoChange');
    const { rows } = await world.pool.query(
      'select id, until, is_primary, version from affiliation where organisation_id = $1',
      [organisation.id],
    );
    expect(rows).toEqual([{ id: affiliation.id, until: null, is_primary: true, version: 3 }]);
    expect(await names(world, 'Nyvalgt')).toEqual([]);
    // What is gone stands in the history of the organisation all the same.
    const told = await historyOf(world, 'organisation', organisation.id);
    expect(told.nodes.map(({ verb }) => verb).toSorted()).toEqual([
      'handOverRole',
      'handOverRole',
      'undoChange',
      'undoChange',
    ]);
    expect(answer?.started).toBeTruthy();
  });

  test('is not taken back where somebody has gone on since', async ({ world }) => {
    const { affiliation, other } = await led(world);
    const { done: answer } = await handOver(world, {
      affiliation,
      successor: { personId: other.id },
    });
    await done(world, 'editAffiliation', {
      id: answer?.started?.id,
      expectedVersion: 1,
      title: 'Valgt på årsmøtet',
      since: '2026-11-23',
    });

    const { refusal } = await does(world, 'undoChange', {
      changeId: answer?.ended.history.nodes[0]?.id,
      expectedVersion: 2,
      reason: 'Feil',
    });

    expect(refusal).toMatchObject({ code: 'CONFLICT', reason: 'CHANGED_SINCE' });
    expect(refusal?.changes).toMatchObject([{ field: 'since', after: '2026-11-23' }]);
  });
});
