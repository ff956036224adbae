import fc from 'fast-check';
import { describe, expect } from 'vitest';

import en from '#schema/language/en.json' with { type: 'json' };
import nb from '#schema/language/nb.json' with { type: 'json' };
import nn from '#schema/language/nn.json' with { type: 'json' };
import { ImportField } from '#schema/directory/import/ImportField.ts';
import { ImportPolicy } from '#schema/directory/import/ImportPolicy.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { refreshDirectory } from '#server/directory/refreshDirectory.ts';
import { mapImportColumns } from '#server/directory/import/mapImportColumns.ts';
import { mendImportRow } from '#server/directory/import/mendImportRow.ts';
import { planImport } from '#server/directory/import/planImport.ts';
import { refusedRows } from '#server/directory/import/refusedRows.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { undoBatch } from '#server/person/batch/undoBatch.ts';
import { forgetImport } from '#server/directory/import/forgetImport.ts';
import { names } from '#test/directory/found.ts';
import { anEditor } from '#test/support/viewers.ts';
import { test, today, type World } from '#test/support/world.ts';
import { Brought, registerSize } from './brought.ts';

const area = (world: World, code: string) => world.em.fork().findOneOrFail(Area, { code });

/** Puts organisations there, as if somebody had written them long ago. */
async function has(world: World, ...things: object[]): Promise<void> {
  await world.has(...things);
  await inTransaction(world.pool, (run) => refreshDirectory(run, today));
}

const changesOf = async (brought: Brought, place = 0) =>
  (await brought.rows())[place]!.changes.map(({ field, before, after }) => ({
    field,
    before,
    after,
  }));

/** All that the register says, but for how many changes it has seen. */
async function content({ pool }: World): Promise<Record<string, string[]>> {
  const all =
    'organisation organisation_name organisation_contact_point organisation_source directory_entry directory_word directory_deletion';
  const found: Record<string, string[]> = {};
  for (const table of all.split(' ')) {
    const { rows } = await pool.query<{ row: string }>(
      `select (to_jsonb(t) - 'version' - 'is_young')::text as row from ${table} t order by 1`,
    );
    found[table] = rows.map(({ row }) => row);
  }
  return found;
}

const list = `Oversikt 2025;;;;
Navn;Org.nr.;Kommune;Språk;Telefon
Kvinnegruppa i Prøvedalen;974 760 673;Drammen;somali, arabisk;22 22 22 22
Grorud leksehjelp;;Oslo;;
`;

describe('a file that is brought', () => {
  test('is looked at row by row, and nothing is written into the register', async ({
    committed: world,
  }) => {
    const before = await registerSize(world);
    const brought = await Brought.file(world, list);

    expect(await brought.counts()).toEqual({ added: 2 });
    expect(await registerSize(world)).toBe(before);
    const [first] = await brought.rows();
    expect(first).toMatchObject({ line: 3, title: 'Kvinnegruppa i Prøvedalen', flaws: [] });
    expect(first?.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          field: 'name',
          before: null,
          after: 'Kvinnegruppa i Prøvedalen',
        }),
        expect.objectContaining({ field: 'seat', after: 'Drammen' }),
        expect.objectContaining({ field: 'languages', after: 'Somali, Arabisk' }),
        expect.objectContaining({ field: 'contactPoints.value', after: '+4722222222' }),
      ]),
    );
  });

  test('is put into the register in one batch, with its history, and is found', async ({
    committed: world,
  }) => {
    const brought = await Brought.file(world, list);
    const batchId = await brought.apply();

    expect(await names(world, 'prøvedalen')).toEqual(['Kvinnegruppa i Prøvedalen']);
    expect(await names(world, '22222222')).toEqual(['Kvinnegruppa i Prøvedalen']);
    const { rows } = await world.pool.query(
      'select verb, version, batch_id, is_reversible from change',
    );
    const each = { verb: 'applyImport', version: 1, batch_id: batchId, is_reversible: true };
    expect(rows).toEqual([each, each]);
    const { rows: batches } = await world.pool.query('select state, made, changed from batch');
    expect(batches).toEqual([{ state: 'done', made: 2, changed: 0 }]);
  });

  test('changes nothing when it is brought again', async ({ committed: world }) => {
    await (await Brought.file(world, list)).apply();
    const before = await registerSize(world);

    const again = await Brought.file(world, list);

    expect(await again.counts()).toEqual({ left: 2 });
    await expect(again.apply()).rejects.toThrow('NOTHING_TO_DO');
    expect(await registerSize(world)).toBe(before);
  });
});

describe('which organisation a row is about', () => {
  test('is said by its number, else by its name and its municipality', async ({
    committed: world,
  }) => {
    const oslo = await area(world, '0301');
    await has(
      world,
      anOrganisation({ name: 'Het noe annet', number: '974760673' }),
      anOrganisation({ name: 'Håpets Venner', seat: oslo }),
    );
    const brought = await Brought.file(
      world,
      'Navn;Orgnr;Kommune;Telefon\nNytt navn;974760673;;22222222\nhåpets  venner;;Oslo kommune;22222223\n',
    );

    expect(await brought.counts()).toEqual({ changed: 2 });
    expect((await brought.rows()).map(({ title }) => title)).toEqual([
      'Het noe annet',
      'Håpets Venner',
    ]);
  });

  test('is for people to say, where one of the name is elsewhere, or several are here', async ({
    committed: world,
  }) => {
    const [oslo, bergen] = [await area(world, '0301'), await area(world, '4601')];
    const elsewhere = anOrganisation({ name: 'Håpet', seat: bergen });
    await has(
      world,
      elsewhere,
      anOrganisation({ name: 'Samhold', seat: oslo }),
      anOrganisation({ name: 'Samhold', seat: oslo }),
    );
    const brought = await Brought.file(
      world,
      'Navn;Kommune;Telefon\nHåpet;Oslo;22222222\nSamhold;Oslo;22222223\n',
    );

    expect(await brought.flaws()).toEqual(['2:row:POSSIBLE_DUPLICATE', '3:row:SEVERAL_MATCHES']);
    expect((await brought.rows())[0]?.candidates).toEqual([
      { id: elsewhere.id, name: 'Håpet', place: 'Bergen' },
    ]);

    const context = world.context(anEditor());
    await mendImportRow(context, { importId: brought.id, place: 0, decision: elsewhere.id });
    await mendImportRow(context, { importId: brought.id, place: 1, decision: 'new' });

    expect(await brought.counts()).toEqual({ added: 1, changed: 1 });
  });

  test('is never two rows: the second is told where the first stands', async ({
    committed: world,
  }) => {
    const brought = await Brought.file(
      world,
      'Navn;Orgnr;Kommune\nEn;974760673;\nSamme;974 760 673;\nTo;;Oslo\nto;;Oslo\nTo;;Bergen\n',
    );

    expect(await brought.flaws()).toEqual([
      '3:1:NUMBER_TWICE_IN_FILE',
      '5:0:TWICE_IN_FILE',
      '6:0:SAME_NAME_IN_FILE',
    ]);
    const rows = await brought.rows();
    expect(rows[1]?.flaws[0]?.line).toBe(2);

    // The first is left out: then the second is the first.
    await mendImportRow(world.context(anEditor()), {
      importId: brought.id,
      place: 0,
      isExcluded: true,
    });
    expect(await brought.counts()).toEqual({ added: 3, excluded: 1, refused: 1 });
  });

  test('is remarked where two rows bear the same name in different places, and brought all the same', async ({
    committed: world,
  }) => {
    const brought = await Brought.file(
      world,
      'Navn;Orgnr;Kommune\nHåpet;;Oslo\nHåpet;;Bergen\nSamhold;974760673;Oslo\nSamhold;971524960;Bergen\n',
    );

    expect(await brought.flaws()).toEqual(['3:0:SAME_NAME_IN_FILE']);
    expect((await brought.rows())[1]?.flaws[0]?.line).toBe(2);
    expect(await brought.counts()).toEqual({ added: 4 });

    // Whoever calls one of them something else has no two of a name any more.
    await mendImportRow(world.context(anEditor()), {
      importId: brought.id,
      place: 0,
      cells: [{ column: 0, value: 'Håpet Oslo' }],
    });
    expect(await brought.flaws()).toEqual([]);
  });
});

describe('what a column may do', () => {
  test('is to fill what is empty and add to lists, unless one wants more', async ({
    committed: world,
  }) => {
    const oslo = await area(world, '0301');
    const one = anOrganisation({ name: 'Gammelt navn', number: '974760673', seat: oslo });
    await has(
      world,
      Object.assign(one, { languages: [1] }),
      aContactPoint(one, { value: '+4700000001', lastWorkedOn: '2026-01-01' }),
    );
    const brought = await Brought.file(
      world,
      'Navn;Orgnr;Kommune;Språk;Telefon;E-post\nNytt navn;974760673;Bergen;somali;22222222;ny@example.org\n',
    );
    const somali = (await changesOf(brought)).find(({ field }) => field === 'languages');

    expect(await changesOf(brought)).toEqual([
      { field: 'languages', before: 'Bokmål', after: 'Bokmål, Somali' },
      { field: 'contactPoints.channel', before: null, after: 'phone' },
      { field: 'contactPoints.value', before: null, after: '+4722222222' },
      { field: 'contactPoints.channel', before: null, after: 'email' },
      { field: 'contactPoints.value', before: null, after: 'ny@example.org' },
    ]);
    expect(somali).toBeDefined();

    const { OVERWRITE } = ImportPolicy;
    const context = world.context(anEditor());
    await mapImportColumns(context, {
      importId: brought.id,
      expectedVersion: 1,
      columns: [
        { column: 0, field: ImportField.NAME, policy: OVERWRITE },
        { column: 2, field: ImportField.SEAT, policy: OVERWRITE },
        { column: 3, field: ImportField.LANGUAGES, policy: OVERWRITE },
        { column: 4, field: ImportField.PHONE, policy: OVERWRITE },
        { column: 5, field: ImportField.IGNORE },
      ],
    });
    await planImport(context, brought.id);

    expect(await changesOf(brought)).toEqual([
      { field: 'name', before: 'Gammelt navn', after: 'Nytt navn' },
      { field: 'seat', before: 'Oslo', after: 'Bergen' },
      { field: 'languages', before: 'Bokmål', after: 'Somali' },
      { field: 'contactPoints.value', before: '+4700000001', after: '+4722222222' },
      { field: 'contactPoints.lastWorkedOn', before: '2026-01-01', after: null },
    ]);
    await brought.apply();
    expect(await names(world, 'nytt navn')).toEqual(['Nytt navn']);
    const { rows } = await world.pool.query(
      'select channel, value, last_worked_on from organisation_contact_point',
    );
    expect(rows).toEqual([
      { channel: ContactChannel.PHONE, value: '+4722222222', last_worked_on: null },
    ]);
  });

  test('is remembered, for files with the same headings', async ({ committed: world }) => {
    const file = 'Navn;Kommune;Notat\nEn;Oslo;Psykisk helse\n';
    const topics = async (brought: Brought) =>
      (await changesOf(brought)).find(({ field }) => field === 'topics')?.after;
    const first = await Brought.file(world, file);
    expect(await topics(first)).toBeUndefined();
    await mapImportColumns(world.context(anEditor()), {
      importId: first.id,
      expectedVersion: 1,
      columns: [{ column: 2, field: ImportField.TOPICS }],
      remember: true,
    });

    expect(await topics(await Brought.file(world, file))).toBe('Psykisk helse');
    const other = { ...anEditor(), id: crypto.randomUUID() };
    expect(await topics(await Brought.file(world, file, { viewer: other }))).toBeUndefined();
  });
});

describe('a place', () => {
  test('that was merged is suggested as what it became, one that was divided as each of its parts', async ({
    committed: world,
  }) => {
    const places = ['Darmmen', 'Skedsmo', 'Tysfjord', '1507', '3005', 'Våler', 'Våler (Østfold)'];
    const brought = await Brought.file(
      world,
      `Navn;Kommune\n${places.map((place, at) => `Forening ${at};${place}\n`).join('')}`,
    );

    const rows = await brought.rows();
    expect(rows.map(({ flaws }) => flaws[0] && [flaws[0].reason, ...flaws[0].suggestions])).toEqual(
      [
        ['UNKNOWN', 'Drammen'],
        ['FORMER_MUNICIPALITY', 'Lillestrøm'],
        ['SPLIT_MUNICIPALITY', 'Narvik', 'Hamarøy'],
        ['SPLIT_MUNICIPALITY', 'Ålesund', 'Haram'],
        undefined,
        ['AMBIGUOUS', 'Våler (Østfold)', 'Våler (Innlandet)'],
        undefined,
      ],
    );
    // A new number for the same municipality is no choice.
    expect(rows[4]?.changes).toContainEqual(
      expect.objectContaining({ field: 'seat', after: 'Drammen' }),
    );
  });

  test('that is suggested is taken with one press, and in every row that says the same', async ({
    committed: world,
  }) => {
    const brought = await Brought.file(
      world,
      'Navn;Kommune\nEn;Darmmen\nTo;Darmmen\nTre;Drmamen\nFire;Oslo\n',
    );
    expect(await brought.counts()).toEqual({ added: 1, refused: 3 });

    const places = await mendImportRow(world.context(anEditor()), {
      importId: brought.id,
      place: 0,
      cells: [{ column: 1, value: 'Drammen' }],
      everywhere: true,
    });

    expect(places).toEqual([0, 1]);
    expect(await brought.counts()).toEqual({ added: 3, refused: 1 });
  });

  test('that is typed is taken in each cell that says the same, whatever the rest of the row says', async ({
    committed: world,
  }) => {
    const brought = await Brought.file(
      world,
      'Navn;Type;Telefon\nEn;Forening;12\nTo;FORENING ;\nTre;Stiftelse;12\nFire;Forening;22222222\nFem;Trossamfunn;12\n',
    );
    expect(await brought.counts()).toEqual({ added: 1, refused: 4 });

    const places = await mendImportRow(world.context(anEditor()), {
      importId: brought.id,
      place: 0,
      cells: [
        { column: 1, value: 'Frivillig organisasjon' },
        { column: 2, value: '' },
      ],
      everywhere: true,
    });

    expect(places).toEqual([0, 1, 2, 3, 4]);
    expect(await brought.counts()).toEqual({ added: 4, refused: 1 });
    // What nobody objected to stands.
    const rows = await brought.rows();
    expect(rows.map(({ cells }) => cells.slice(1))).toEqual([
      ['Frivillig organisasjon', ''],
      ['Frivillig organisasjon', ''],
      ['Stiftelse', ''],
      ['Frivillig organisasjon', '22222222'],
      ['Trossamfunn', ''],
    ]);
  });

  test('of a kind is known by what the register calls it; of a word that may be any, those it may be are suggested', async ({
    committed: world,
  }) => {
    const kinds = Object.keys(OrganisationKind) as (keyof typeof OrganisationKind)[];
    const labels = [nb, nn, en].flatMap((words) =>
      kinds.map((kind) => words[`organisationKind.${kind}`]),
    );
    const brought = await Brought.file(
      world,
      `Navn;Type\nStiftelsen Prøve;Stiftelse\n${labels.map((label, at) => `Prøve ${at};${label}\n`).join('')}`,
    );

    const [unknown, ...known] = await brought.rows();
    expect(unknown?.flaws[0]).toMatchObject({
      reason: 'UNKNOWN',
      suggestions: [
        'Innvandrerorganisasjon',
        'Tros- og livssynssamfunn',
        'Frivillig organisasjon',
        'Pasient- og brukerorganisasjon',
        'Uformell gruppe',
      ],
    });
    expect(known).toHaveLength(labels.length);
    expect(known.flatMap(({ flaws }) => flaws)).toEqual([]);
  });
});

describe('whoever works in one place', () => {
  test('imports only there', async ({ committed: world }) => {
    const [oslo, bergen] = [await area(world, '0301'), await area(world, '4601')];
    const theirs = { ...anEditor(), scope: new Set([oslo.number]) };
    await has(
      world,
      anOrganisation({ name: 'I Bergen', number: '974760673', seat: bergen }),
      anOrganisation({ name: 'I Oslo', number: '999999999', seat: oslo }),
    );
    const brought = await Brought.file(
      world,
      'Navn;Orgnr;Kommune;Telefon\nNy i Oslo;;Oslo;\nNy i Bergen;;Bergen;\nNy uten sted;;;\nI Bergen;974760673;;22222222\nI Oslo;999999999;;22222223\n',
      { viewer: theirs },
    );

    expect(await brought.flaws()).toEqual([
      '3:row:OUTSIDE_SCOPE',
      '4:row:OUTSIDE_SCOPE',
      '5:row:OUTSIDE_SCOPE',
    ]);
    expect(await brought.counts()).toEqual({ added: 1, changed: 1, refused: 3 });
  });

  test('sees and mends only what they have brought', async ({ committed: world }) => {
    const brought = await Brought.file(world, list);
    const another = { ...anEditor(), id: crypto.randomUUID() };
    const asked = await world.ask<{ import: object }>(
      another,
      `query ($id: ID!) { import(id: $id) { fileName counts { added } viewerMay { open } columns { heading examples } } }`,
      { id: brought.id },
    );

    expect(asked.data?.import).toMatchObject({
      fileName: 'liste.csv',
      counts: { added: 2 },
      viewerMay: { open: false },
      columns: expect.arrayContaining([{ heading: 'Navn', examples: [] }]) as object[],
    });
    const rows = await world.ask(
      another,
      `query ($id: ID!) { importRows(importId: $id) { cells } }`,
      {
        id: brought.id,
      },
    );
    expect(rows.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const context = world.context(another);
    await expect(
      mendImportRow(context, { importId: brought.id, place: 0, isExcluded: true }),
    ).rejects.toThrow('Not allowed');
  });
});

describe('what has been imported', () => {
  test('is taken back as if it had never been, whatever the file said', async ({
    committed: world,
  }) => {
    const [oslo] = [await area(world, '0301')];
    const one = anOrganisation({ name: 'Fra før', seat: oslo });
    await has(world, one, aContactPoint(one));
    const cell = fc.constantFrom(
      '',
      'somali',
      'arabisk, tamil',
      '22222222',
      'a@example.org',
      'Gata 1',
    );
    const row = fc.tuple(
      fc.constantFrom('Fra før', 'Ny forening', 'Åpen dør', 'Kvinner i fart'),
      fc.constantFrom('Oslo', 'Bergen', '', 'Darmmen'),
      cell,
      cell,
      cell,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
        const file = `Navn;Kommune;Språk;Telefon;E-post\n${rows.map((it) => it.join(';')).join('\n')}\n`;
        const before = await content(world);
        const brought = await Brought.file(world, file);
        const { added = 0, changed = 0 } = await brought.counts();
        if (added + changed === 0) return;
        const batchId = await brought.apply();

        const again = await Brought.file(world, file);
        const twice = await again.counts();
        expect([twice['added'], twice['changed']]).toEqual([undefined, undefined]);

        await undoBatch(world.context(anEditor()), { batchId, reason: 'Prøve' });
        expect(await content(world)).toEqual(before);
      }),
      { numRuns: 12 },
    );
  });

  test('leaves no cells behind, and what was refused can be taken home', async ({
    committed: world,
  }) => {
    const brought = await Brought.file(world, 'Navn;Kommune\nEn;Oslo\n"=1+1";Oslo\n');
    await brought.apply();

    const { rows } = await world.pool.query(
      'select outcome, sealed_cells is null as is_empty from import_row order by place',
    );
    expect(rows).toEqual([
      { outcome: 'added', is_empty: true },
      { outcome: 'refused', is_empty: false },
    ]);
    let text = '';
    const words = {
      line: 'Linje',
      reason: 'Grunn',
      wording: ({ reason }: { reason: string }) => reason,
    };
    for await (const it of refusedRows(world.context(anEditor()), brought.id, words)) text += it;
    expect(text).toBe("\ufeffNavn;Kommune;Linje;Grunn\r\n'=1+1;Oslo;3;Navn: FORMULA\r\n");

    await forgetImport(world.context(anEditor()), brought.id);
    expect((await world.pool.query('select from import_row')).rowCount).toBe(0);
    const { rows: kept } = await world.pool.query('select state from import');
    expect(kept).toEqual([{ state: 'done' }]);
  });

  test('is what was looked at: what the register says otherwise by then is left alone', async ({
    committed: world,
  }) => {
    const oslo = await area(world, '0301');
    const one = anOrganisation({ name: 'En', seat: oslo });
    await has(world, one);
    const brought = await Brought.file(
      world,
      'Navn;Kommune;Orgnr;Telefon\nEn;Oslo;;22222222\nTo;Oslo;974760673;\nTre;Oslo;;\n',
    );
    await world.pool.query('update organisation set version = version + 1 where id = $1', [one.id]);
    await has(world, anOrganisation({ name: 'To fra før', number: '974760673' }));

    await brought.apply();

    expect(await brought.flaws()).toEqual(['2:row:CHANGED_SINCE', '3:row:CHANGED_SINCE']);
    expect(await names(world, 'tre')).toEqual(['Tre']);
    const { rows } = await world.pool.query('select made, changed, state from batch');
    expect(rows).toEqual([{ made: 1, changed: 0, state: 'done' }]);
  });
});
