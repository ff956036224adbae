import { expect, inject, test } from 'vitest';

import { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { PersonalLinkPurpose } from '#schema/access/PersonalLinkPurpose.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import { issueLink } from '#server/access/link/issueLink.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { longestReport } from '#server/common/mail/readReport.ts';
import { LinkDesk, mailReportToken } from '#test/access/link/LinkDesk.ts';
import { aCoordinator, aReader } from '#test/support/viewers.ts';
import { cloneOf, personalKey } from '#test/support/world.ts';
import { aComplaint, aReport } from './aReport.ts';

const openDesk = async () => LinkDesk.open(await cloneOf(inject('templateUrl')));

async function handIn(desk: LinkDesk, report: string, more: Record<string, string> = {}) {
  const { status } = await fetch(`${desk.origin}/mail/reports`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${mailReportToken}`,
      'content-type': 'message/rfc822',
      ...more,
    },
    body: report,
  });
  return status;
}

/** All that a report may change. */
async function stateOf({ pool }: LinkDesk) {
  const { rows } = await pool.query<Record<string, unknown>>(
    `select o.version, c.bounced_on::text as "bouncedOn", l.bounced_at is not null as "linkBounced",
       l.failed_at is not null as "linkFailed", s.status, (select count(*)::integer from change) as changes,
       (select count(*)::integer from mail_stop) as stops
     from personal_link l join organisation o on o.id = l.record_id
       join organisation_contact_point c on c.id = l.contact_point_id join sent_message s on s.link_id = l.id`,
  );
  expect(rows).toHaveLength(1);
  return rows[0];
}

test('what is handed in without the token, as something else, or that nobody of us has caused, changes nothing', async () => {
  await using desk = await openDesk();
  await desk.issued();
  const returnTo = desk.office.received[0]!.from;
  expect(returnTo).toMatch(/^retur\+[\da-f]{24}@example\.org$/);
  const before = await stateOf(desk);
  const report = aReport({ to: returnTo });

  for (const authorization of ['', 'Bearer ', `Bearer ${'x'.repeat(64)}`, mailReportToken]) {
    expect(await handIn(desk, report, { authorization })).toBe(401);
  }
  expect(await handIn(desk, report, { 'content-type': 'application/json' })).toBe(415);
  expect(await handIn(desk, report + 'x'.repeat(longestReport))).toBe(413);
  const others = [
    '',
    'no report at all',
    aReport({ to: `retur+${'0'.repeat(24)}@example.org` }),
    aReport({ to: 'post@example.org' }),
    aReport({ to: returnTo, action: 'delayed', status: '4.4.1' }),
    aReport({ to: returnTo, action: 'delivered', status: '2.1.5' }),
    aReport({ to: returnTo, type: 'multipart/mixed' }),
    aComplaint(`retur+${'0'.repeat(24)}@example.org`),
  ];
  for (const other of others) expect(await handIn(desk, other)).toBe(204);
  expect(await stateOf(desk)).toEqual(before);
});

test('an address that nobody has is marked once, is in the work list and in history, and gets no more letters', async () => {
  await using desk = await openDesk();
  const { recordId, contactPointId } = await desk.issued();
  const report = aReport({ to: desk.office.received[0]!.from });
  const before = await stateOf(desk);
  expect(await handIn(desk, report)).toBe(204);
  const after = await stateOf(desk);
  expect(after).toEqual({
    ...before,
    version: Number(before?.['version']) + 1,
    changes: Number(before?.['changes']) + 1,
    bouncedOn: '2026-11-22',
    linkBounced: true,
    status: '5.1.1',
  });
  await Promise.all([handIn(desk, report), handIn(desk, report)]);
  expect(await stateOf(desk)).toEqual(after);

  const { data, errors } = await desk.world.ask<Record<string, Record<string, unknown>>>(
    desk.editor(),
    `query ($id: ID!) {
      workItems(kinds: [BOUNCED]) { nodes { kind } }
      organisation(id: $id) { history(first: 5) { nodes { verb } } }
    }`,
    { id: recordId },
  );
  expect(errors).toBeUndefined();
  expect(data?.['workItems']).toEqual({ nodes: [{ kind: 'BOUNCED' }] });
  expect(JSON.stringify(data?.['organisation'])).toContain('noteBounce');

  const { errors: refused } = await desk.world.ask(
    desk.editor(),
    'mutation ($input: IssuePersonalLinkInput!) { issuePersonalLink(input: $input) { id } }',
    {
      input: {
        recordId,
        contactPointId,
        purpose: 'REVIEW',
        language: 'NB',
        expiresOn: '2026-12-24',
      },
    },
  );
  expect(refused?.[0]?.extensions).toMatchObject({ fields: { contactPointId: 'HAS_BOUNCED' } });
});

test('a letter that comes back from an old address, or too late, says nothing of the one that is there', async () => {
  await using desk = await openDesk();
  const { contactPointId } = await desk.issued();
  const report = aReport({ to: desk.office.received[0]!.from });
  const set = (columns: string) =>
    desk.pool.query(`update organisation_contact_point set ${columns} where id = $1`, [
      contactPointId,
    ]);
  await set(`value = 'ny@example.org'`);
  await handIn(desk, report);
  expect(await stateOf(desk)).toMatchObject({ bouncedOn: null, linkBounced: true });

  await desk.pool.query('update sent_message set bounced_at = null, status = null');
  await set(`value = 'POST@example.org', last_worked_on = '2026-11-23'`);
  await handIn(desk, report);
  expect(await stateOf(desk)).toMatchObject({ bouncedOn: null, status: '5.1.1' });

  await desk.pool.query('update sent_message set bounced_at = null');
  await set(`last_worked_on = '2026-11-22'`);
  await handIn(desk, report);
  expect(await stateOf(desk)).toMatchObject({ bouncedOn: '2026-11-22' });
});

test('what did not get there for another reason has failed, and its address is left alone', async () => {
  await using desk = await openDesk();
  await desk.issued();
  await handIn(desk, aReport({ to: desk.office.received[0]!.from, status: '4.4.7' }));
  expect(await stateOf(desk)).toMatchObject({
    bouncedOn: null,
    linkBounced: false,
    linkFailed: true,
    status: '4.4.7',
  });
});

test('of a person the same holds, and what is told of it is sealed', async () => {
  await using desk = await openDesk();
  const person = aPerson({ givenName: 'Synne', familyName: 'Prøve' });
  const point = aPersonalContactPoint(person, personalKey, {
    channel: ContactChannel.EMAIL,
    value: 'synne@example.org',
  });
  await desk.world.has(person, point);
  await inTransaction(desk.pool, (run) =>
    issueLink(
      run,
      desk.key,
      { viewer: desk.editor(), now: desk.clock.now, requestId: 'test' },
      {
        recordKind: 'person',
        recordId: person.id,
        contactPointId: point.id,
        purpose: PersonalLinkPurpose.REVIEW,
        language: LinkLanguage.NB,
        expiresOn: '2026-12-24',
        issuedBy: desk.editor().id,
      },
    ),
  );
  const { from } = await desk.office.letter(0);
  await desk.idle();
  await handIn(desk, aReport({ to: from }));
  const { rows } = await desk.pool.query<{ bouncedOn: string; fields: unknown }>(
    `select c.bounced_on::text as "bouncedOn", g.fields from person_contact_point c
     join change g on g.record_id = c.person_id and g.verb = 'noteBounce' where c.id = $1`,
    [point.id],
  );
  expect(rows).toMatchObject([
    { bouncedOn: '2026-11-22', fields: [{ after: { sealed: expect.any(String) } }] },
  ]);
});

test('«Det virker igjen»: what came back works again by one press, for whoever may correct it, and by another it does not', async () => {
  await using desk = await openDesk();
  const { recordId, contactPointId } = await desk.issued();
  await handIn(desk, aReport({ to: desk.office.received[0]!.from }));
  await desk.pool.query(
    `insert into verification (id, organisation_id, groups, method, verified_on, at, via)
     values (gen_random_uuid(), $1, '{contact}', 'phone', '2026-11-20', '2026-11-20T10:00:00Z', 'session')`,
    [recordId],
  );
  const person = aPerson();
  const theirs = aPersonalContactPoint(person, personalKey, {
    channel: ContactChannel.EMAIL,
    value: 'borte@example.org',
    bouncedOn: '2026-11-01',
  });
  await desk.world.has(person, theirs);
  const ask = (viewer: Viewer | null, id: string) =>
    desk.world.ask<{ noteContactWorks: { id: string; currentVersion: number } }>(
      viewer,
      'mutation ($input: NoteContactWorksInput!) { noteContactWorks(input: $input) { id currentVersion } }',
      { input: { contactPointId: id } },
    );
  const codeOf = async (viewer: Viewer | null, id: string) =>
    (await ask(viewer, id)).errors?.[0]?.extensions;
  const certainty = async () => {
    const { data } = await desk.world.ask<{
      groupFreshness: { group: string; certainty: string }[];
    }>(
      desk.editor(),
      'query ($id: ID!) { groupFreshness(organisationId: $id) { group certainty } }',
      { id: recordId },
    );
    return data?.groupFreshness.find(({ group }) => group === 'CONTACT')?.certainty;
  };
  const before = await stateOf(desk);
  for (const id of ['', 'x', crypto.randomUUID()]) {
    expect(await codeOf(desk.editor(), id)).toMatchObject({ code: 'NOT_FOUND' });
  }
  for (const viewer of [null, aReader(), aCoordinator()]) {
    expect((await codeOf(viewer, contactPointId))?.['code']).toMatch(
      /^(FORBIDDEN|UNAUTHENTICATED)$/,
    );
  }
  const elsewhere = { ...desk.editor(), scope: new Set([4601]) };
  expect(await codeOf(elsewhere, contactPointId)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await stateOf(desk)).toEqual(before);
  const doubted = await certainty();

  const { data } = await ask(desk.editor(), contactPointId);
  expect(await stateOf(desk)).toMatchObject({
    version: Number(before?.['version']) + 1,
    bouncedOn: null,
  });
  const sure = await certainty();
  expect([doubted, sure]).toEqual(['LIKELY', 'SURE']);
  expect(await codeOf(desk.editor(), contactPointId)).toMatchObject({ reason: 'ALREADY_DONE' });
  const work = await desk.world.ask<{ workItems: { nodes: object[] } }>(
    desk.editor(),
    '{ workItems(kinds: [BOUNCED]) { nodes { contactPointId } } }',
  );
  expect(work.data?.workItems.nodes).toEqual([{ contactPointId: theirs.id }]);

  const { id: changeId, currentVersion: expectedVersion } = data!.noteContactWorks;
  await desk.world.ask(
    desk.editor(),
    'mutation ($input: UndoChangeInput!) { undoChange(input: $input) { id } }',
    { input: { changeId, expectedVersion } },
  );
  expect(await stateOf(desk)).toMatchObject({ bouncedOn: '2026-11-22' });
  expect(await certainty()).toBe(doubted);
  expect((await ask(desk.editor(), theirs.id)).errors).toBeUndefined();
  const { rows } = await desk.pool.query(
    'select bounced_on, last_worked_on::text as worked from person_contact_point where id = $1',
    [theirs.id],
  );
  expect(rows).toEqual([{ bounced_on: null, worked: '2026-11-22' }]);
});
