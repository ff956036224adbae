import pg from 'pg';
import pino from 'pino';
import { expect, inject } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { aPerson } from '#seeds/person.ts';
import { dropOldReads } from '#server/access/dropOldReads.ts';
import { surroundingsOf } from '#server/launch/openSamband.ts';
import { mailRoom } from '#server/mailRoom.ts';
import { hasStaff } from '#test/access/Reception.ts';
import { PostOffice } from '#test/common/mail/PostOffice.ts';
import { inDatabase, testSecret } from '#test/support/database.ts';
import { aViewer } from '#test/support/viewers.ts';
import { cloneOf, personalKey, test, worldOver } from '#test/support/world.ts';

const now = new Date('2026-11-22T12:00:00Z');
const prepare = 'mutation ($input: ExportInput!) { prepareExport(input: $input) { id } }';
const list = `query ($filter: ExportListFilter) { exports(filter: $filter) { totalCount nodes {
  id at via by { name role } purpose reason format search organisations people peopleShown state } } }`;

const people = Array.from({ length: 51 }, (_, at) => aPerson({ givenName: `Synne ${at}` }));
const reason = 'Alle skal varsles om utbruddet i dag.';
const input = { records: ['PERSON'], format: 'VCARD', purpose: 'CRISIS', reason };

test('nobody but the privacy officer sees who has taken something out', async ({ world }) => {
  for (const role of [Role.READER, Role.EDITOR, Role.COORDINATOR, Role.ADMINISTRATOR]) {
    const { errors } = await world.ask(aViewer(role), list);
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  }
});

test('the privacy officer gets a letter, and sees who, what, why and how many', async () => {
  const database = await cloneOf(inject('templateUrl'));
  const office = await PostOffice.open();
  try {
    const world = await worldOver(database);
    await world.has(...people);
    const kari = await hasStaff(world.pool, {
      subject: 'kari',
      name: 'Kari Prøve',
      role: Role.COORDINATOR,
    });
    const vera = await hasStaff(world.pool, {
      subject: 'vera',
      name: 'Vera Prøve',
      role: Role.PRIVACY_OFFICER,
    });
    await world.pool.query("update staff_user set email = 'vera@example.org' where id = $1", [
      vera,
    ]);
    const viewer = { ...aViewer(Role.COORDINATOR, 'Kari Prøve'), id: kari, steppedUpAt: now };

    const { errors } = await world.ask(viewer, prepare, { input });
    expect(errors).toBeUndefined();

    const room = mailRoom({
      ...(await surroundingsOf({ database, secret: testSecret, personalKey, migrated: [] })),
      url: database.url,
      pool: database.pool,
      smtpUrl: office.url,
      mailFrom: 'samband@example.org',
      publicUrl: new URL('https://samband.example.org'),
      clock: () => now,
      log: pino({ level: 'silent' }),
    });
    await room.start();
    const { mail: letter, recipients } = await office.letter(0);
    await room.stop();
    expect(recipients).toEqual(['vera@example.org']);
    expect(letter.subject).toBe('Mange personer er tatt ut av registeret');
    expect(letter.text).toContain(
      'Kari Prøve har klargjort en fil med 51 personer. Formålet er krise.',
    );
    expect(letter.text).toContain(reason);
    expect(letter.text).toContain('https://samband.example.org/personvern/eksporter');
    expect(letter.text).not.toContain('Synne');

    const officer = aViewer(Role.PRIVACY_OFFICER);
    const told = await world.ask<{ exports: object }>(officer, list, {});
    expect(told.data?.exports).toMatchObject({
      totalCount: 1,
      nodes: [
        {
          via: 'SESSION',
          by: { name: 'Kari Prøve', role: 'COORDINATOR' },
          purpose: 'CRISIS',
          reason,
          format: 'VCARD',
          search: 'Uten søkeord; type treff: Personer',
          organisations: 0,
          people: 51,
          peopleShown: 0,
          state: 'PREPARED',
        },
      ],
    });
    for (const [filter, count] of [
      [{ by: kari }, 1],
      [{ by: vera }, 0],
      [{ by: 'none' }, 0],
      [{ purpose: 'MEETING' }, 0],
      [{ from: '2026-11-22', to: '2026-11-22' }, 1],
      [{ to: '2026-11-21' }, 0],
    ] as const) {
      const narrowed = await world.ask<{ exports: { totalCount: number } }>(officer, list, {
        filter,
      });
      expect([filter, narrowed.data?.exports.totalCount]).toEqual([filter, count]);
    }
    // As long as the reads are kept, and no longer.
    const owner = new pg.Client({
      connectionString: inDatabase(inject('clusterUrl'), new URL(database.url).pathname.slice(1)),
    });
    await owner.connect();
    const left = async () =>
      (await owner.query<{ count: string }>('select count(*) from export')).rows[0]?.count;
    await dropOldReads(owner, new Date('2028-11-30T12:00:00Z'));
    expect(await left()).toBe('1');
    await dropOldReads(owner, new Date('2028-12-01T12:00:00Z'));
    expect(await left()).toBe('0');
    await owner.end();
  } finally {
    await office[Symbol.asyncDispose]();
    await database.close();
  }
});
