import { expect, inject, test } from 'vitest';

import { anAffiliation } from '#seeds/person.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { Person } from '#schema/person/Person.ts';
import { LinkDesk } from '#test/access/link/LinkDesk.ts';
import { personWithLink } from '#test/access/link/personWithLink.ts';
import { cloneOf } from '#test/support/world.ts';

const openDesk = async () => LinkDesk.open(await cloneOf(inject('templateUrl')));

/** Somebody who has opened the link to themselves. */
async function opened(desk: LinkDesk) {
  const { token, personId } = await personWithLink(desk);
  const visitor = desk.visitor();
  expect((await visitor.send('/l/open', { token, code: '' })).status).toBe(200);
  const page = async (path: string) => (await visitor.visit(path)).text();
  return { visitor, personId, page };
}

const eventsOf = async (desk: LinkDesk, id: string) =>
  (
    await desk.pool.query<{ groups: string[]; method: string; via: string }>(
      'select groups, method, via from verification where person_id = $1 order by at, groups',
      [id],
    )
  ).rows;

test('what is no question to a person is not asked, what they may not send is not taken, and a stranger notes nothing', async () => {
  await using desk = await openDesk();
  const { visitor, personId, page } = await opened(desk);
  const stranger = desk.visitor();
  for (const path of ['/l/review', '/l/review/willingness', '/l/review/willingness/change']) {
    expect((await stranger.visit(path)).status).toBe(403);
  }
  expect((await stranger.send('/l/review/all', {})).status).toBe(403);
  // Its people are an organisation's question; a change is no form here, and another answer is none.
  expect(await page('/l/review/people')).toContain('Kontaktopplysninger');
  expect((await visitor.send('/l/review/willingness/change', { note: 'x' })).status).toBe(403);
  await visitor.send('/l/review/willingness', { answer: 'perhaps' });
  await visitor.send('/l/review/people', { answer: 'yes' });
  expect(await eventsOf(desk, personId)).toEqual([]);
  const { rows } = await desk.pool.query('select from review_answer');
  expect(rows).toHaveLength(0);
});

test('a person is asked one question a page about what is uncertain, and what they say right is fresh because they said so', async () => {
  await using desk = await openDesk();
  const { visitor, personId, page } = await opened(desk);
  const organisation = anOrganisation({ name: 'Prøve kvinneforening' });
  await desk.world.has(organisation);
  const person = await desk.world.em.fork().findOneOrFail(Person, { id: personId });
  await desk.world.has(anAffiliation(person, organisation));
  await desk.pool.query(`update person set willingness = '{dialogue_meeting}' where id = $1`, [
    personId,
  ]);
  await desk.pool.query(
    `insert into verification (id, person_id, groups, method, verified_on, at, via)
     values (gen_random_uuid(), $1, '{topics}', 'phone', '2026-11-20', '2026-11-20', 'session')`,
    [personId],
  );

  const all = await page('/l/answer');
  for (const held of ['Du vil bidra med', 'dialogmøter', 'Prøve kvinneforening', 'Alt stemmer']) {
    expect(all).toContain(held);
  }
  expect(all).not.toContain('Landbakgrunn');
  // What was confirmed last week is not asked: six of seven.
  const first = await page('/l/review');
  expect(first).toContain('Spørsmål 1 av 6');
  expect(first).toContain('Du kan lukke siden');
  expect(await page('/l/review/affiliations')).toContain('Prøve kvinneforening');

  for (const group of ['contact', 'languages', 'areas', 'name']) {
    await visitor.send(`/l/review/${group}`, { answer: 'yes' });
    // Sent twice is once.
    await visitor.send(`/l/review/${group}`, { answer: 'yes' });
  }
  await visitor.send('/l/review/affiliations', { answer: 'unknown' });
  const wrong = await (await visitor.send('/l/review/willingness', { answer: 'change' })).text();
  expect(wrong).toContain('med dine egne ord');
  expect(wrong).toContain('Svar på brevet du fikk');

  const receipt = await page('/l/review');
  for (const line of [
    'Takk for hjelpen!',
    'Du sa at dette skal endres',
    'Svar på brevet',
    'Synne',
  ]) {
    expect(receipt).toContain(line);
  }
  const events = await eventsOf(desk, personId);
  expect(events.filter(({ via }) => via === 'link')).toEqual(
    ['areas', 'contact', 'languages', 'name'].map((group) => ({
      groups: [group],
      method: 'link',
      via: 'link',
    })),
  );
  const { rows } = await desk.pool.query(
    'select verified_on::text, verified_by, version from person where id = $1',
    [personId],
  );
  expect(rows).toEqual([{ verified_on: '2026-11-22', verified_by: 'link', version: 1 }]);

  const before = desk.office.received.length;
  await visitor.send('/l/review/receipt', {});
  const { mail } = await desk.office.letter(before);
  expect(mail.text).toContain('Du vil bidra med: Du sa at dette skal endres');
});

test('who has looked at all of it says so in one press, but not of what they have said is wrong', async () => {
  await using desk = await openDesk();
  const { visitor, personId } = await opened(desk);
  await visitor.send('/l/review/contact', { answer: 'change' });
  await visitor.send('/l/review/all', {});
  const [event, ...more] = await eventsOf(desk, personId);
  expect(more).toEqual([]);
  expect(event?.groups.toSorted()).toEqual([
    'affiliations',
    'areas',
    'languages',
    'name',
    'topics',
    'willingness',
  ]);
});
