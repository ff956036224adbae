import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { Person } from '#schema/person/Person.ts';
import { PersonContactPoint } from '#schema/person/PersonContactPoint.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { createToken } from '#server/access/createToken.ts';
import { aConsent } from '#seeds/person.ts';
import { Site } from '#test/launch/Site.ts';
import { personalKey } from '#test/support/world.ts';

let site: Site;
let person: Person;

beforeAll(async () => {
  site = await Site.open();
  person = new Person('Synne', 'Prøve');
  const point = new PersonContactPoint(person, ContactChannel.PHONE).sealed(
    '+4700000123',
    personalKey,
  );
  const consent = aConsent(person, Purpose.CRISIS);
  await site.database.orm.em.fork().persist([person, point, consent]).flush();
});

afterAll(() => site[Symbol.asyncDispose]());

interface Told {
  readonly data: {
    readonly viewer: { readonly role: string } | null;
    readonly person: { readonly contactPoints: readonly { readonly value: string }[] } | null;
  } | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

async function aTokenFor(role: Role) {
  const { pool } = site.database;
  const clock = () => new Date('2026-11-22T08:00:00Z');
  const expiresAt = new Date('2026-12-24T08:00:00Z');
  const token = await createToken({ pool, clock }, { role, label: crypto.randomUUID(), expiresAt });
  const ask = async (): Promise<Told> => {
    const query = `query @purpose(of: CRISIS) { viewer { role } person(id: "${person.id}") { contactPoints { value } } }`;
    const answer = await site.ask({ query }, { authorization: `Bearer ${token}` });
    return (await answer.json()) as Told;
  };
  /** Two questions: the second is read for whom the first turned out to be. */
  const askTwice = async () => [await ask(), await ask()];
  return { ask, askTwice };
}

const change = (sql: string) => site.database.pool.query(sql);

describe('who was recognised and is so no more', () => {
  test('is a stranger at the very next question', async () => {
    const { ask, askTwice } = await aTokenFor(Role.COORDINATOR);
    for (const { data } of await askTwice()) {
      expect(data?.person?.contactPoints).toEqual([{ value: '+4700000123' }]);
    }

    await change(`update api_token set revoked_at = '2026-11-22T08:00:00Z'`);
    const { data, errors } = await ask();
    expect(data).toEqual({ viewer: null, person: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });

  test('sees no more than the role of this moment shows', async () => {
    const { ask, askTwice } = await aTokenFor(Role.COORDINATOR);
    await askTwice();

    await change(`update api_token set role = 'reader'`);
    expect((await ask()).data).toEqual({
      viewer: { role: 'READER' },
      person: { contactPoints: [{ value: '+47 ••• •• 123' }] },
    });
    const { data, errors } = await ask();
    expect(data).toBeUndefined();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  test('sees all that the role of this moment shows', async () => {
    const { ask, askTwice } = await aTokenFor(Role.READER);
    await askTwice();

    await change(`update api_token set role = 'coordinator'`);
    expect((await ask()).data?.person?.contactPoints).toEqual([{ value: '+4700000123' }]);
  });
});

test('one person is not taken for another', async () => {
  const [lead, coordinator] = [
    await aTokenFor(Role.PROGRAMME_LEAD),
    await aTokenFor(Role.COORDINATOR),
  ];
  const roles = [];
  for (const { ask } of [lead, coordinator, lead, coordinator]) {
    roles.push((await ask()).data?.viewer?.role);
  }
  expect(roles).toEqual(['PROGRAMME_LEAD', 'COORDINATOR', 'PROGRAMME_LEAD', 'COORDINATOR']);
});
