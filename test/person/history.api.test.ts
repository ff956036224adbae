import { describe, expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { OrganisationContactPoint } from '#schema/organisation/OrganisationContactPoint.ts';
import { Person } from '#schema/person/Person.ts';
import { PersonContactPoint } from '#schema/person/PersonContactPoint.ts';
import { aStaffUser } from '#seeds/access.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { change } from '#server/common/change.ts';
import { runIn } from '#server/common/runIn.ts';
import type { Way } from '#server/context.ts';
import { destroyPersonKey } from '#server/common/personKey.ts';
import { names } from '#test/directory/found.ts';
import { correct, type Refusal } from '#test/organisation/correct.ts';
import { edit } from '#test/organisation/edit.ts';
import { aReader, aViewer, anEditor } from '#test/support/viewers.ts';
import { personalKey, test, type World } from '#test/support/world.ts';

interface ToldField {
  readonly field: string;
  readonly part: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly isSealed: boolean;
}

interface ToldChange {
  readonly id: string;
  readonly version: number;
  readonly at: string;
  readonly by: { readonly name: string; readonly role: string } | null;
  readonly via: string;
  readonly verb: string;
  readonly reason: string | null;
  readonly undoes: string | null;
  readonly isUndone: boolean;
  readonly viewerMay: { readonly undo: boolean };
  readonly fields: readonly ToldField[];
}

interface History {
  readonly nodes: readonly ToldChange[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const told = `id version at by { name role } via verb reason undoes isUndone viewerMay { undo }
  fields { field part before after isSealed }`;
const page = `nodes { ${told} } totalCount pageInfo { hasNextPage endCursor }`;

async function historyOf(
  world: World,
  type: 'organisation' | 'person',
  id: string,
  viewer: Viewer = anEditor(),
  args = 'first: 10',
): Promise<History> {
  const { data, errors, isWritten } = await world.ask<Record<string, { history: History }>>(
    viewer,
    `query ($id: ID!) { ${type}(id: $id) { history(${args}) { ${page} } } }`,
    { id },
  );
  expect(errors).toBeUndefined();
  expect(isWritten).toBe(true);
  return data![type]!.history;
}

const undo = async (
  world: World,
  input: Readonly<Record<string, unknown>>,
  viewer: Viewer | null = anEditor(),
) => {
  const { data, errors } = await world.ask<{ undoChange: ToldChange }>(
    viewer,
    `mutation ($input: UndoChangeInput!) { undoChange(input: $input) { ${told} } }`,
    { input: { reason: 'Feil nummer', ...input } },
  );
  return {
    undone: data?.undoChange,
    refusal: errors?.[0]?.extensions as Refusal | undefined,
  };
};

/** An editor who is in the tables, and an organisation that they have corrected. */
async function corrected(world: World) {
  const user = aStaffUser({ role: Role.EDITOR, name: 'Prøve Redaktør', subject: 'history' });
  const organisation = anOrganisation({ name: 'Før' });
  const phone = aContactPoint(organisation, { value: '+4700000001', lastWorkedOn: '2026-01-02' });
  await world.has(user, organisation, phone);
  const editor = { ...anEditor(), id: user.id };
  const input = {
    id: organisation.id,
    name: 'Etter',
    contactPoints: [{ id: phone.id, value: '+4700000002' }],
    reason: 'De ringte',
  };
  expect((await correct(world, input, editor)).refusal).toBeUndefined();
  const { nodes } = await historyOf(world, 'organisation', organisation.id);
  return { organisation, phone, editor, changeId: nodes[0]!.id };
}

describe('the history of a record', () => {
  test('says who, when, by which way, what and why, each field before and after', async ({
    world,
  }) => {
    const { organisation, phone } = await corrected(world);

    const { nodes, totalCount } = await historyOf(world, 'organisation', organisation.id);

    expect(totalCount).toBe(1);
    expect(nodes).toMatchObject([
      {
        version: 2,
        at: '2026-11-22T12:00:00.000Z',
        by: { name: 'Prøve Redaktør', role: 'EDITOR' },
        via: 'SESSION',
        verb: 'correctOrganisation',
        reason: 'De ringte',
        undoes: null,
        isUndone: false,
        viewerMay: { undo: true },
        fields: [
          { field: 'name', part: null, before: 'Før', after: 'Etter', isSealed: false },
          {
            field: 'contactPoints.value',
            part: phone.id,
            before: '+4700000001',
            after: '+4700000002',
          },
          { field: 'contactPoints.lastWorkedOn', before: '2026-01-02', after: null },
        ],
      },
    ]);
  });

  test('comes page by page, the latest first', async ({ world }) => {
    const { organisation } = await corrected(world);
    for (const version of [2, 3]) {
      const input = { id: organisation.id, expectedVersion: version, name: `Navn ${version}` };
      await correct(world, input);
    }

    const first = await historyOf(world, 'organisation', organisation.id, anEditor(), 'first: 2');
    const { endCursor } = first.pageInfo;
    const args = `first: 2, after: "${endCursor}"`;
    const second = await historyOf(world, 'organisation', organisation.id, anEditor(), args);

    expect(first.nodes.map(({ version }) => version)).toEqual([4, 3]);
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(second.nodes.map(({ version }) => version)).toEqual([2]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  test('is the same, written, planned or unplanned', async ({ world }) => {
    const { organisation } = await corrected(world);
    const question = `query ($id: ID!) { organisation(id: $id) {
      history { ${page} edges { cursor node { about { id kind name } } } } } }`;
    const ask = (way: Way) => world.ask(anEditor(), question, { id: organisation.id }, 'nb', way);
    const { data } = await ask('written');
    expect(JSON.stringify(data)).toContain('Etter');
    expect((await ask('planned')).data).toEqual(data);
    expect((await ask('unplanned')).data).toEqual(data);
  });

  test('speaks of what another system did without a name', async ({ world }) => {
    const organisation = anOrganisation();
    await world.has(organisation);
    const system: Viewer = { ...aViewer(Role.SYSTEM), via: 'token' };
    await correct(world, { id: organisation.id, name: 'Ny' }, system);

    const { nodes } = await historyOf(world, 'organisation', organisation.id);

    expect(nodes).toMatchObject([{ by: null, via: 'TOKEN' }]);
  });

  test('says the names of terms, not their numbers', async ({ world }) => {
    const organisation = anOrganisation();
    await world.has(organisation);
    const { rows } = await world.pool.query<{ number: number }>(
      "select number from language where code in ('so', 'nb') order by code",
    );
    await change(world.context(anEditor()), { verb: 'tryOut' }, async (em) => {
      const found = await em.findOneOrFail(Organisation, organisation.id);
      found.languages = rows.map(({ number }) => number);
    });

    const { nodes } = await historyOf(world, 'organisation', organisation.id);

    expect(nodes[0]).toMatchObject({
      viewerMay: { undo: false },
      fields: [{ field: 'languages', after: 'Bokmål, Somali' }],
    });
  });

  test('of what was entered says what was said of it, and no identifiers', async ({ world }) => {
    const { edited } = await edit(world, 'createOrganisation', {
      idempotencyKey: crypto.randomUUID(),
      name: 'Ny gruppe',
      kind: 'INFORMAL_GROUP',
      contactPoints: [{ channel: 'PHONE', value: '+4700000001' }],
    });

    const { nodes } = await historyOf(world, 'organisation', edited!.id);

    expect(nodes[0]).toMatchObject({ verb: 'createOrganisation', viewerMay: { undo: true } });
    const fields = nodes[0]!.fields.map(({ field, before, after }) => [field, before, after]);
    expect(fields).toContainEqual(['name', null, 'Ny gruppe']);
    expect(fields).toContainEqual(['contactPoints.value', null, '+4700000001']);
    expect(JSON.stringify(fields)).not.toContain(edited!.id);
    expect(fields.map(([field]) => field)).not.toContain('contactPoints.id');
  });

  test('is for those who look after records', async ({ world }) => {
    const { organisation } = await corrected(world);
    const question = 'query ($id: ID!) { organisation(id: $id) { history { nodes { id } } } }';
    const letIn: string[] = [];
    for (const role of Object.values(Role)) {
      const { errors } = await world.ask(aViewer(role), question, { id: organisation.id });
      if (!errors) letIn.push(role);
      else expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
    expect(letIn).toEqual([Role.EDITOR, Role.PROGRAMME_LEAD, Role.PRIVACY_OFFICER, Role.SYSTEM]);
  });

  test('says nothing of a contact point that is not meant for the viewer, nor when it is gone', async ({
    world,
  }) => {
    const organisation = anOrganisation({ name: 'Før' });
    const hidden = aContactPoint(organisation, {
      value: '+4700000003',
      audience: ContactAudience.CRISIS_ONLY,
    });
    const open = aContactPoint(organisation, { value: '+4700000004' });
    await world.has(organisation, hidden, open);
    const renamed = (id: string, value: string) =>
      change(world.context(anEditor()), { verb: 'tryOut' }, async (em) => {
        (await em.findOneOrFail(OrganisationContactPoint, id)).value = value;
      });
    await renamed(hidden.id, '+4700000005');
    await renamed(open.id, '+4700000006');
    for (const { id } of [hidden, open]) {
      await change(world.context(anEditor()), { verb: 'tryOut' }, async (em) => {
        em.remove(await em.findOneOrFail(OrganisationContactPoint, id));
      });
    }

    const { nodes } = await historyOf(world, 'organisation', organisation.id);

    const values = nodes.map(({ fields }) =>
      fields.flatMap(({ field, before }) => (field === 'contactPoints.value' ? [before] : [])),
    );
    // The latest first: the open one removed, the hidden one removed, and what they were before.
    expect(values).toEqual([['+4700000006'], [], [], []]);
  });

  test('of a person tells values while the key is there, contact values masked, and stays without', async ({
    world,
  }) => {
    const person = new Person('Synne', 'Prøve');
    const phone = new PersonContactPoint(person, ContactChannel.PHONE).sealed(
      '+4700000123',
      personalKey,
    );
    await world.has(person, phone);
    await change(world.context(anEditor()), { verb: 'tryOut' }, async (em) => {
      const found = await em.findOneOrFail(Person, person.id);
      const [point] = await em.find(PersonContactPoint, { person: person.id });
      found.givenName = 'Signe';
      point?.sealed('+4700000456', personalKey);
    });

    const before = await historyOf(world, 'person', person.id);
    expect(before.nodes[0]?.fields).toEqual(
      expect.arrayContaining([
        { field: 'givenName', part: null, before: 'Synne', after: 'Signe', isSealed: false },
        {
          field: 'contactPoints.value',
          part: phone.id,
          before: '+47 ••• •• 123',
          after: '+47 ••• •• 456',
          isSealed: false,
        },
      ]),
    );

    const em = world.em.fork({ keepTransactionContext: true });
    await destroyPersonKey(runIn(em.getTransactionContext()!), person.id, new Date());

    const after = await historyOf(world, 'person', person.id);
    expect(after.nodes).toMatchObject([{ version: 2, at: '2026-11-22T12:00:00.000Z' }]);
    expect(after.nodes[0]?.fields).toContainEqual({
      field: 'givenName',
      part: null,
      before: null,
      after: null,
      isSealed: true,
    });
    expect(JSON.stringify(after)).not.toMatch(/Synne|Signe|•/);
  });
});

describe('undoing a change', () => {
  test('puts back what it replaced, as a change of its own', async ({ world }) => {
    const { organisation, phone, editor, changeId } = await corrected(world);

    const { undone } = await undo(world, { changeId, expectedVersion: 2 }, editor);

    expect(undone).toMatchObject({
      version: 3,
      verb: 'undoChange',
      reason: 'Feil nummer',
      undoes: changeId,
      by: { name: 'Prøve Redaktør' },
      fields: [
        { field: 'contactPoints.lastWorkedOn', before: null, after: '2026-01-02' },
        { field: 'contactPoints.value', before: '+4700000002', after: '+4700000001' },
        { field: 'name', before: 'Etter', after: 'Før' },
      ],
    });
    const { rows } = await world.pool.query(
      'select value, last_worked_on as worked from organisation_contact_point where id = $1',
      [phone.id],
    );
    expect(rows).toEqual([{ value: '+4700000001', worked: '2026-01-02' }]);
    expect(await names(world, 'før')).toEqual(['Før']);
    expect(await names(world, 'etter')).toEqual([]);
    const { nodes } = await historyOf(world, 'organisation', organisation.id);
    expect(nodes).toMatchObject([
      { verb: 'undoChange', isUndone: false, viewerMay: { undo: true } },
      { id: changeId, isUndone: true, viewerMay: { undo: false } },
    ]);

    const again = await undo(world, { changeId: undone!.id, expectedVersion: 3 });
    expect(again.undone?.fields[0]).toMatchObject({ before: 'Før', after: 'Etter' });
  });

  test('leaves what somebody has done since, and says what', async ({ world }) => {
    const { organisation, phone, changeId } = await corrected(world);
    await correct(world, { id: organisation.id, expectedVersion: 2, name: 'Senere' });

    const { refusal } = await undo(world, { changeId, expectedVersion: 3 });

    expect(refusal).toMatchObject({
      code: 'CONFLICT',
      reason: 'CHANGED_SINCE',
      version: 3,
      changes: [{ field: 'name', before: 'Etter', after: 'Senere' }],
    });
    const { rows } = await world.pool.query(
      'select version, (select value from organisation_contact_point where id = $1) as value from organisation',
      [phone.id],
    );
    expect(rows).toEqual([{ version: 3, value: '+4700000002' }]);
  });

  test('leaves a contact point that is gone, or not meant for the viewer any longer', async ({
    world,
  }) => {
    const { phone, changeId } = await corrected(world);
    await world.pool.query('update organisation_contact_point set audience = $2 where id = $1', [
      phone.id,
      'crisis_only',
    ]);

    const { refusal } = await undo(world, { changeId, expectedVersion: 2 });

    expect(refusal).toMatchObject({ code: 'CONFLICT', reason: 'CHANGED_SINCE' });
    expect((await world.pool.query('select name from organisation')).rows).toEqual([
      { name: 'Etter' },
    ]);
  });

  test('is refused to those who may not correct, before anything is looked at', async ({
    world,
  }) => {
    const { changeId } = await corrected(world);
    const input = { changeId, expectedVersion: 1, reason: '' };
    expect((await undo(world, input, null)).refusal).toEqual({ code: 'UNAUTHENTICATED' });
    for (const viewer of [aReader(), aViewer(Role.PRIVACY_OFFICER)]) {
      expect((await undo(world, input, viewer)).refusal).toEqual({ code: 'FORBIDDEN' });
    }
  });

  test('is done once, to the version that was seen, for a reason, and to what is there', async ({
    world,
  }) => {
    const { organisation, changeId } = await corrected(world);
    const version = 2;
    const refused = async (input: object) =>
      (await undo(world, { changeId, expectedVersion: version, ...input })).refusal;

    expect(await refused({ reason: ' ' })).toMatchObject({ fields: { reason: 'REQUIRED' } });
    for (const nothing of ['no identifier', crypto.randomUUID(), organisation.id]) {
      expect(await refused({ changeId: nothing })).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await refused({ expectedVersion: 1 })).toMatchObject({
      reason: 'STALE_VERSION',
      version: 2,
    });
    expect(await refused({})).toBeUndefined();
    expect(await refused({ expectedVersion: 3 })).toMatchObject({ reason: 'CANNOT_BE_UNDONE' });
  });

  test('is for corrections: whatever else was done has its own way back', async ({ world }) => {
    const organisation = anOrganisation();
    await world.has(organisation);
    await change(world.context(anEditor()), { verb: 'tryOut' }, async (em) => {
      (await em.findOneOrFail(Organisation, organisation.id)).name = 'Ny';
    });
    const { nodes } = await historyOf(world, 'organisation', organisation.id);

    const { refusal } = await undo(world, { changeId: nodes[0]!.id, expectedVersion: 2 });

    expect(refusal).toMatchObject({ code: 'CONFLICT', reason: 'CANNOT_BE_UNDONE' });
  });
});
