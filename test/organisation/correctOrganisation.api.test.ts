import { describe, expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { StaffUser } from '#schema/access/StaffUser.ts';
import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { names } from '#test/directory/found.ts';
import { aReader, aViewer, anEditor } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';
import { correct } from './correct.ts';

/** Somebody on the staff who is in the tables. */
async function somebody(world: World, name: string, role = Role.EDITOR) {
  const user = new StaffUser('urn:test', name, name, role);
  await world.has(user);
  return { ...aViewer(role, name), id: user.id };
}

describe('who may not', () => {
  test('a stranger is asked to sign in, and a reader is told no: before anything is looked at', async ({
    world,
  }) => {
    const organisation = anOrganisation({ name: 'Urørt' });
    await world.has(organisation);
    const input = { id: organisation.id, name: '' };

    expect((await correct(world, input, null)).refusal).toEqual({ code: 'UNAUTHENTICATED' });
    for (const role of [Role.READER, Role.COORDINATOR, Role.RECRUITER, Role.PRIVACY_OFFICER]) {
      expect((await correct(world, input, aViewer(role))).refusal, role).toEqual({
        code: 'FORBIDDEN',
      });
    }
    expect(
      (await correct(world, { ...input, id: crypto.randomUUID() }, aReader())).refusal,
    ).toEqual({ code: 'FORBIDDEN' });
  });
});

describe('what is right', () => {
  test('is written, comes back, and is found by its new name and number at once', async ({
    world,
  }) => {
    const organisation = anOrganisation({ name: 'Grønlnd Kvineforening' });
    const phone = aContactPoint(organisation, { value: '+4700000001' });
    const mail = aContactPoint(organisation, {
      channel: ContactChannel.EMAIL,
      value: 'post@example.org',
      position: 1,
    });
    await world.has(organisation, phone, mail);

    const { corrected } = await correct(world, {
      id: organisation.id,
      name: ' Grønland Kvinneforening ',
      contactPoints: [{ id: phone.id, value: '+47 00 12 34 56' }],
    });

    expect(corrected).toMatchObject({
      version: 2,
      name: 'Grønland Kvinneforening',
      contactPoints: [{ value: '+4700123456' }, { value: 'post@example.org' }],
    });
    expect(await names(world, 'grønland kvinneforening')).toEqual(['Grønland Kvinneforening']);
    expect(await names(world, '+4700123456')).toEqual(['Grønland Kvinneforening']);
    expect(await names(world, '00000001')).toEqual([]);
    const { rows } = await world.pool.query(
      "select word from directory_word where word ~ '^(gronlnd|kvineforening)'",
    );
    expect(rows).toEqual([{ word: 'kvineforening' }]);
  });

  test('of a number has not been tried yet', async ({ world }) => {
    const organisation = anOrganisation();
    const phone = aContactPoint(organisation, {
      lastWorkedOn: '2025-01-01',
      bouncedOn: '2026-01-01',
    });
    await world.has(organisation, phone);

    const { corrected } = await correct(world, {
      id: organisation.id,
      contactPoints: [{ id: phone.id, value: '22 22 22 22' }],
    });

    expect(corrected?.contactPoints).toEqual([
      { id: phone.id, value: '+4722222222', lastWorkedOn: null, bouncedOn: null },
    ]);
  });

  test('already changes nothing, and no history', async ({ world }) => {
    const organisation = anOrganisation({ name: 'Riktig' });
    const phone = aContactPoint(organisation, { value: '+4700123456' });
    await world.has(organisation, phone);

    const { corrected } = await correct(world, {
      id: organisation.id,
      name: 'Riktig',
      contactPoints: [{ id: phone.id, value: '+47 00 12 34 56' }],
    });

    expect(corrected?.version).toBe(1);
    expect((await world.pool.query('select from change')).rowCount).toBe(0);
  });

  test('is told in the change log: who, when, by what, why, and each field before and after', async ({
    world,
  }) => {
    const organisation = anOrganisation({ name: 'Før' });
    const phone = aContactPoint(organisation, { bouncedOn: '2026-01-01' });
    await world.has(organisation, phone);
    const editor = await somebody(world, 'Synne Prøve');

    await correct(
      world,
      {
        id: organisation.id,
        name: 'Etter',
        contactPoints: [{ id: phone.id, value: '+4700123456' }],
        reason: 'De ringte',
      },
      editor,
    );

    const { rows } = await world.pool.query('select * from change');
    expect(rows).toMatchObject([
      {
        id: expect.any(String) as string,
        record: 'organisation',
        record_id: organisation.id,
        version: 2,
        verb: 'correctOrganisation',
        by_id: editor.id,
        via: 'session',
        at: expect.stringMatching(/^2026-11-22 /) as string,
        reason: 'De ringte',
        request_id: 'test',
        undoes: null,
        batch_id: null,
        is_reversible: true,
        fields: [
          { field: 'name', before: 'Før', after: 'Etter' },
          {
            field: 'contactPoints.value',
            part: phone.id,
            before: '+4700000000',
            after: '+4700123456',
          },
          { field: 'contactPoints.bouncedOn', part: phone.id, before: '2026-01-01', after: null },
        ],
      },
    ]);
  });
});

describe('what is not right', () => {
  test('is told field by field, and nothing is written', async ({ world }) => {
    const organisation = anOrganisation({ name: 'Urørt' });
    const phone = aContactPoint(organisation);
    const mail = aContactPoint(organisation, {
      channel: ContactChannel.EMAIL,
      value: 'a@example.org',
    });
    const page = aContactPoint(organisation, {
      channel: ContactChannel.WEBSITE,
      value: 'https://example.org',
    });
    const another = aContactPoint(anOrganisation());
    await world.has(organisation, phone, mail, page, another);
    const { id } = organisation;

    const { refusal } = await correct(world, {
      id,
      name: ' ',
      contactPoints: [
        { id: phone.id, value: 'ring oss' },
        { id: mail.id, value: 'a@b' },
        { id: page.id, value: 'javascript:alert(1)' },
        { id: another.id, value: '+4700123456' },
        { id: phone.id, value: '+4700123456' },
      ],
    });

    expect(refusal).toEqual({
      code: 'INVALID_INPUT',
      fields: {
        name: 'REQUIRED',
        'contactPoints.0.value': 'NOT_A_PHONE_NUMBER',
        'contactPoints.1.value': 'NOT_AN_EMAIL_ADDRESS',
        'contactPoints.2.value': 'NOT_A_WEB_ADDRESS',
        'contactPoints.3.id': 'UNKNOWN',
        'contactPoints.4.id': 'GIVEN_TWICE',
      },
    });
    for (const [name, reason] of [
      ['x'.repeat(201), 'TOO_LONG'],
      ['To\nlinjer', 'NOT_ONE_LINE'],
      ['–', 'REQUIRED'],
    ]) {
      expect((await correct(world, { id, name })).refusal).toEqual({
        code: 'INVALID_INPUT',
        fields: { name: reason },
      });
    }
    const many = Array.from({ length: 21 }, () => ({ id: phone.id, value: '1' }));
    expect((await correct(world, { id, contactPoints: many })).refusal?.fields).toEqual({
      contactPoints: 'AT_MOST_20_VALUES',
    });
    expect(await names(world, 'urørt')).toEqual(['Urørt']);
    expect((await world.pool.query('select from change')).rowCount).toBe(0);
  });

  test('with control characters or half a letter in it never gets to the database', async ({
    world,
  }) => {
    const organisation = anOrganisation();
    await world.has(organisation);

    for (const name of ['NUL\u0000', 'Ring\u0007', 'Linje\rskift', '\u0085', 'Halv \ud83d']) {
      const { refusal } = await correct(world, { id: organisation.id, name });
      expect(refusal?.code, JSON.stringify(name)).toBe('BAD_USER_INPUT');
    }
  });

  test('is an organisation or a contact point that is not there for the viewer', async ({
    world,
  }) => {
    const organisation = anOrganisation();
    const hidden = aContactPoint(organisation, { audience: ContactAudience.CRISIS_ONLY });
    await world.has(organisation, hidden);

    for (const id of [crypto.randomUUID(), 'ingen', '']) {
      expect((await correct(world, { id, name: 'Ny' })).refusal).toEqual({ code: 'NOT_FOUND' });
    }
    const { refusal } = await correct(world, {
      id: organisation.id,
      contactPoints: [{ id: hidden.id, value: '+4700123456' }],
    });
    expect(refusal?.fields).toEqual({ 'contactPoints.0.id': 'UNKNOWN' });
  });
});

describe('whoever comes second', () => {
  test('is told which version it is now, and who has changed what since', async ({ world }) => {
    const organisation = anOrganisation({ name: 'Først' });
    const phone = aContactPoint(organisation);
    await world.has(organisation, phone);
    const { id } = organisation;
    const [first, second] = [await somebody(world, 'Ada Prøve'), await somebody(world, 'Bo Prøve')];
    await correct(world, { id, name: 'Andre', reason: 'Nytt vedtak' }, first);
    await correct(
      world,
      { id, expectedVersion: 2, contactPoints: [{ id: phone.id, value: '+4700123456' }] },
      second,
    );

    const { refusal, corrected } = await correct(world, { id, name: 'Tredje' });

    expect(corrected).toBeUndefined();
    const at = expect.stringMatching(/^2026-11-22T12:00:00/) as string;
    expect(refusal).toEqual({
      code: 'CONFLICT',
      reason: 'STALE_VERSION',
      version: 3,
      changes: [
        {
          field: 'name',
          part: null,
          before: 'Først',
          after: 'Andre',
          by: 'Ada Prøve',
          at,
          verb: 'correctOrganisation',
          reason: 'Nytt vedtak',
          version: 2,
        },
        {
          field: 'contactPoints.value',
          part: phone.id,
          before: '+4700000000',
          after: '+4700123456',
          by: 'Bo Prøve',
          at,
          verb: 'correctOrganisation',
          reason: null,
          version: 3,
        },
      ],
    });
    expect(
      (await correct(world, { id, expectedVersion: 2, name: 'T' })).refusal?.changes,
    ).toHaveLength(1);
  });

  test('may be oneself, whose change it shows: the same question twice is done once', async ({
    world,
  }) => {
    const organisation = anOrganisation({ name: 'Før' });
    await world.has(organisation);
    const editor = await somebody(world, 'Ada Prøve');
    const input = { id: organisation.id, name: 'Etter' };

    await correct(world, input, editor);
    const { refusal } = await correct(world, input, editor);

    expect(refusal).toMatchObject({
      code: 'CONFLICT',
      version: 2,
      changes: [{ field: 'name', after: 'Etter', by: 'Ada Prøve' }],
    });
    expect((await world.pool.query('select from change')).rowCount).toBe(1);
  });

  test('learns nothing of contact points that they may not see', async ({ world }) => {
    const organisation = anOrganisation();
    const hidden = aContactPoint(organisation, { audience: ContactAudience.COORDINATORS });
    await world.has(organisation, hidden);
    const { id } = organisation;
    await correct(world, { id, contactPoints: [{ id: hidden.id, value: '+4700123456' }] });

    const seen = await correct(world, { id, name: 'Ny' }, anEditor());
    const unseen = await correct(world, { id, name: 'Ny' }, aViewer(Role.SYSTEM));

    expect(seen.refusal?.changes).toHaveLength(1);
    expect(unseen.refusal).toMatchObject({ code: 'CONFLICT', version: 2, changes: [] });
  });

  test('is everybody but one, of fifty at once; and the history is whole', async ({
    committed: world,
  }) => {
    const organisation = anOrganisation({ name: 'Førti og ti' });
    await world.has(organisation);
    const { id } = organisation;

    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, at) => correct(world, { id, name: `Forsøk nummer${at}` })),
    );

    const [won, ...others] = outcomes.filter(({ corrected }) => corrected);
    expect(others).toEqual([]);
    const lost = outcomes.flatMap(({ refusal }) => refusal ?? []);
    expect(lost).toHaveLength(49);
    for (const refusal of lost) {
      expect(refusal).toMatchObject({
        code: 'CONFLICT',
        reason: 'STALE_VERSION',
        version: 2,
        changes: [{ field: 'name', before: 'Førti og ti', after: won?.corrected?.name }],
      });
    }
    const { rows } = await world.pool.query('select version, fields from change');
    expect(rows).toEqual([
      {
        version: 2,
        fields: [{ field: 'name', before: 'Førti og ti', after: won?.corrected?.name }],
      },
    ]);
    expect(await names(world, 'forsøk')).toEqual([won?.corrected?.name]);
  });
});
