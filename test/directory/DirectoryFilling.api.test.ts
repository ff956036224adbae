import pg from 'pg';
import { expect, test } from 'vitest';

import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { aContactPoint, aName, anOrganisation } from '#seeds/organisation.ts';
import { DirectoryFilling } from '#server/directory/DirectoryFilling.ts';
import { tags } from '#server/directory/lexemes.ts';
import { beginLoad, settleLoad } from '#server/launch/largeLoad.ts';
import { Register } from '#test/launch/Register.ts';

test('a record is filled in as a unit of work would, whatever it is called', async () => {
  await using register = await Register.open();
  const name = 'N.K.S. "Jama\'at" \\ ሓድነት {Грома́да},\tالجمعية';
  const address = `o'b\\r"i,{e}n@example.org`;
  const organisation = anOrganisation({ name, verifiedOn: '2026-01-31' });
  const entries = "select to_jsonb(e) - 'is_young' as entry from directory_entry e";
  const words = 'select * from directory_word order by word';
  await register.database.orm.em
    .fork()
    .persist([
      organisation,
      aName(organisation, 'Ålesund’s'),
      aContactPoint(organisation, { channel: ContactChannel.EMAIL, value: address }),
    ])
    .flush();
  const written = [await register.rows(entries), await register.rows(words)];
  expect(written[0]).toHaveLength(1);
  const addresses = `select lexeme from directory_entry, unnest(tsvector_to_array(lexemes)) lexeme where lexeme like 'M:%'`;
  expect(await register.rows(addresses)).toEqual([
    { lexeme: tags.address(ContactAudience.ALL_STAFF, address) },
  ]);
  for (const table of ['directory_entry', 'directory_word', 'directory_deletion']) {
    await register.rows(`delete from ${table}`);
  }

  const filling = new DirectoryFilling(new Map());
  filling.add({
    id: organisation.id,
    name,
    aliases: ['Ålesund’s'],
    affiliations: [],
    kind: organisation.kind,
    number: null,
    languages: [],
    areas: [],
    topics: [],
    communities: [],
    willingness: [],
    contacts: [
      {
        channel: ContactChannel.EMAIL,
        audience: ContactAudience.ALL_STAFF,
        hasFailed: false,
        value: address,
      },
    ],
    verifiedOn: organisation.verifiedOn,
    verifiedBy: organisation.verifiedBy,
    closedOn: null,
  });
  const client = new pg.Client({ connectionString: register.ownerUrl });
  await client.connect();
  await beginLoad(client, () => {});
  await filling.copy(client);
  await settleLoad(client, () => {});
  await client.end();

  expect([await register.rows(entries), await register.rows(words)]).toEqual(written);
});
