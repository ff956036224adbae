import { describe, expect } from 'vitest';

import { NameUse } from '#schema/organisation/NameUse.ts';
import { aName, anOrganisation } from '#seeds/organisation.ts';
import { anAffiliation, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import { personalKey, test } from '#test/support/world.ts';
import { names, search } from './found.ts';

describe('a name is found', () => {
  test('however it is written', async ({ world }) => {
    await world.has(anOrganisation({ name: 'Grønland Åpne Kvinneforening' }));

    for (const text of [
      'Grønland Åpne Kvinneforening',
      'gronland apne kvinneforening',
      'groenland aapne kvinneforening',
      'kvinneforening grønland',
      'kvinneforening åpne grøn',
      'kvinne forening',
      'kvinneforeningen',
      'gønland',
      'grnøland',
      'grønand kvineforening',
      'kvinneforenign',
      'forening',
    ]) {
      expect(await names(world, text), text).toEqual(['Grønland Åpne Kvinneforening']);
    }
    expect(await names(world, 'grønland bergen')).toEqual([]);
  });

  test('when the register parts what the query joins', async ({ world }) => {
    await world.has(anOrganisation({ name: 'Kurdisk kvinne gruppe' }));

    expect(await names(world, 'kvinnegruppe')).toEqual(['Kurdisk kvinne gruppe']);
  });

  test('by its other names, in any script, and by those in Latin letters', async ({ world }) => {
    const organisation = anOrganisation({ name: 'Forening A' });
    await world.has(
      organisation,
      aName(organisation, 'جمعية السلام', { use: NameUse.TRANSLATION }),
      aName(organisation, 'Громада Дніпро', { use: NameUse.TRANSLATION }),
      aName(organisation, 'ማኅበር ሰላም', { use: NameUse.TRANSLATION }),
      aName(organisation, 'F.A.X.'),
    );

    for (const text of [
      'السلام',
      'سلام',
      'جمعيه',
      'дніпро',
      'громад',
      'hromada dnipro',
      'ሰላም',
      'selam',
      'fax',
      'jamiyat al salam',
      'salaam jamiya',
    ]) {
      const { nodes } = await search(world, text);
      expect(nodes[0]?.organisation?.name, text).toBe('Forening A');
      expect(nodes[0]?.why[0], text).toMatchObject({ kind: 'ALIAS' });
    }
  });

  test('also when it is pasted as its bearer writes it, and says so', async ({ world }) => {
    await world.has(
      aPerson({ givenName: 'Dmytro', familyName: 'Vovchuk' }),
      aPerson({ givenName: 'Mohamed', familyName: 'Hassan' }),
      aPerson({ givenName: 'Dawit', familyName: 'Kiflom' }),
    );

    for (const [text, name] of [
      ['Дмитро Вовчук', 'Dmytro Vovchuk'],
      ['محمد حسن', 'Mohamed Hassan'],
      ['ዳዊት', 'Dawit Kiflom'],
    ] as const) {
      const { nodes, totalCount } = await search(world, text);
      expect(
        nodes.map(({ person }) => person?.name),
        text,
      ).toEqual([name]);
      expect(totalCount).toBe(1);
      expect(nodes[0]?.why[0], text).toMatchObject({ kind: 'NAME', text: name, exact: false });
    }
  });

  test('also by words that say nothing elsewhere', async ({ world }) => {
    const [finn, reachable] = [
      aPerson({ givenName: 'Finn', familyName: 'Hansen' }),
      aPerson({ givenName: 'Ada', familyName: 'Hansen' }),
    ];
    await world.has(finn, reachable, aPersonalContactPoint(reachable, personalKey));

    for (const text of ['Finn Hansen', 'finn hans', 'hansen finn']) {
      expect((await names(world, text))[0], text).toBe('Finn Hansen');
    }
    expect(await names(world, 'finn noen hansen')).toEqual(['Ada Hansen', 'Finn Hansen']);
  });

  test('of a person, and by the organisations that they belong to today', async ({ world }) => {
    const person = aPerson({ givenName: 'Fadumo', familyName: 'Hassan-Lund' });
    const [now, before] = [
      anOrganisation({ name: 'Solsikken' }),
      anOrganisation({ name: 'Blåveisen' }),
    ];
    await world.has(
      person,
      now,
      before,
      anAffiliation(person, now),
      anAffiliation(person, before, { since: '2020-01-01', until: '2021-01-01' }),
    );

    expect(await names(world, 'hassan fadumo')).toEqual(['Fadumo Hassan-Lund']);
    expect(await names(world, 'fadumo solsikken')).toEqual(['Fadumo Hassan-Lund']);
    expect(await names(world, 'fadumo blåveisen')).toEqual([]);
    const { nodes } = await search(world, 'fadumo solsikken');
    expect(nodes[0]?.why).toEqual([
      { kind: 'NAME', word: 'fadumo', text: 'Fadumo Hassan-Lund', exact: true, isWider: false },
      { kind: 'AFFILIATION', word: 'solsikken', text: 'Solsikken', exact: true, isWider: false },
    ]);
  });

  test('by its new name at once, and no longer by the old', async ({ world }) => {
    const organisation = anOrganisation({ name: 'Gammelnavnet' });
    const person = aPerson({ givenName: 'Ola', familyName: 'Prøve' });
    await world.has(organisation, person, anAffiliation(person, organisation));
    const em = world.em.fork({ keepTransactionContext: true });
    const found = await em.findOneOrFail(organisation.constructor as never, organisation.id);
    Object.assign(found, { name: 'Nyfunnet' });
    await em.flush();

    expect(await names(world, 'nyfunnet')).toEqual(['Nyfunnet', 'Ola Prøve']);
    expect(await names(world, 'gammelnavnet')).toEqual([]);
    expect(await names(world, 'gamelnavne')).toEqual([]);
  });

  test('whoever writes at the same time', async ({ committed: world }) => {
    const writers = Array.from({ length: 8 }, (_, at) =>
      world.has(
        anOrganisation({ name: at % 2 ? 'Alle Skriver Samtidig' : 'Samtidig Skriver Alle' }),
        anOrganisation({ name: `Skriver nummer${at}` }),
      ),
    );
    await Promise.all(writers);

    expect((await search(world, 'skriver')).totalCount).toBe(16);
    expect((await search(world, 'samtdig skriver')).totalCount).toBe(8);
    const { rows } = await world.pool.query(
      "select uses from directory_word where word in ('skriver', 'samtidig') order by word",
    );
    expect(rows).toEqual([{ uses: 8 }, { uses: 16 }]);
  });

  test('no more when it is gone', async ({ world }) => {
    const person = aPerson({ givenName: 'Borte', familyName: 'Vekk' });
    await world.has(person);
    const em = world.em.fork({ keepTransactionContext: true });
    em.remove(await em.findOneOrFail(person.constructor as never, person.id));
    await em.flush();

    expect(await names(world, 'borte')).toEqual([]);
    const { rows } = await world.pool.query(
      'select word from directory_word union all select word from directory_deletion',
    );
    expect(rows).toEqual([]);
  });
});
