import { expect, inject, test } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { aCatchment, anOrganisation } from '#seeds/organisation.ts';
import { LinkDesk } from '#test/access/link/LinkDesk.ts';
import type { Visitor } from '#test/access/Visitor.ts';
import { hasten } from '#test/common/job/hasten.ts';
import { aReader, aViewer } from '#test/support/viewers.ts';
import { cloneOf } from '#test/support/world.ts';

const openDesk = async () => LinkDesk.open(await cloneOf(inject('templateUrl')));

async function opened(desk: LinkDesk, token: string): Promise<Visitor> {
  const visitor = desk.visitor();
  expect((await visitor.send('/l/open', { token, code: '' })).status).toBe(200);
  return visitor;
}

interface Proposal {
  readonly id: string;
  readonly organisationName: string;
  readonly group: string;
  readonly note: string | null;
  readonly isOvertaken: boolean;
  readonly others: number;
  readonly changes: readonly {
    readonly at: number;
    readonly field: string;
    readonly channel: string | null;
    readonly before: string | null;
    readonly after: string | null;
    readonly kept: string | null;
  }[];
}

const waiting = `{ changeProposals { totalCount nodes { id organisationName group note isOvertaken others
  changes { at field channel before after kept } } } }`;

async function proposalsOf(desk: LinkDesk): Promise<readonly Proposal[]> {
  const { data, errors } = await desk.world.ask<{ changeProposals: { nodes: Proposal[] } }>(
    desk.editor(),
    waiting,
  );
  expect(errors).toBeUndefined();
  return data!.changeProposals.nodes;
}

const mutation = (name: string, type: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { id state reason } }`;
const accept = mutation('acceptChangeProposal', 'AcceptChangeProposalInput');
const refuse = mutation('refuseChangeProposal', 'RefuseChangeProposalInput');
const askAbout = mutation('askAboutChangeProposal', 'AskAboutChangeProposalInput');
const reopen = mutation('reopenChangeProposal', 'ReopenChangeProposalInput');

async function nameOf(desk: LinkDesk, id: string) {
  const { rows } = await desk.pool.query<{ name: string; version: number; day: string | null }>(
    'select name, version, verified_on::text as day from organisation where id = $1',
    [id],
  );
  return rows[0]!;
}

test('what is no name, number or address is told at its field, and nothing is proposed', async () => {
  await using desk = await openDesk();
  const { token, contactPointId } = await desk.issued();
  const visitor = await opened(desk, token);
  for (const [group, fields, words] of [
    ['name', { name: '' }, 'Skriv hva som er riktig'],
    ['name', { name: 'x'.repeat(201) }, 'Dette er for langt'],
    ['contact', { [`value-${contactPointId}`]: 'ikke en adresse' }, 'ikke en e-postadresse'],
    ['contact', { newChannel: 'phone', newValue: 'ring meg' }, 'ikke et telefonnummer'],
    ['languages', { 'has-languages': 'yes', 'add-languages-0': 'marsboersk' }, '«marsboersk»'],
    ['topics', {}, 'Skriv hva som er riktig'],
  ] as const) {
    const page = await visitor.send(`/l/review/${group}/change`, fields);
    expect([page.status, (await page.text()).includes(words)], words).toEqual([422, true]);
  }
  expect(await proposalsOf(desk)).toEqual([]);
});

test('who may not correct the organisation sees no proposal and answers none', async () => {
  await using desk = await openDesk();
  const { token } = await desk.issued();
  const visitor = await opened(desk, token);
  await visitor.send('/l/review/name/change', { name: 'Nytt navn' });
  const [proposal] = await proposalsOf(desk);
  const elsewhere = { ...desk.editor(), scope: new Set([1]) };
  const scoped = await desk.world.ask<{ changeProposals: { totalCount: number } }>(
    elsewhere,
    waiting,
  );
  expect(scoped.data?.changeProposals.totalCount).toBe(0);
  const input = { id: proposal!.id };
  for (const viewer of [null, aReader(), aViewer(Role.PRIVACY_OFFICER), elsewhere]) {
    for (const [document, more] of [
      [accept, {}],
      [refuse, { reason: 'Nei' }],
      [askAbout, { question: 'Hva?' }],
      [reopen, {}],
    ] as const) {
      const { errors } = await desk.world.ask(viewer, document, { input: { ...input, ...more } });
      expect(errors?.[0]?.extensions?.['code']).toBe(viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED');
    }
  }
  const { errors } = await desk.world.ask(desk.editor(), refuse, {
    input: { ...input, reason: ' ' },
  });
  expect(errors?.[0]?.extensions).toMatchObject({ fields: { reason: 'REQUIRED' } });
  expect(await proposalsOf(desk)).toHaveLength(1);
});

test('a proposal waits, field by field, and the register stays as it is until somebody accepts it', async () => {
  await using desk = await openDesk();
  const { token, recordId, contactPointId } = await desk.issued({ name: 'Foreningen Prøve' });
  const visitor = await opened(desk, token);
  const form = {
    [`value-${contactPointId}`]: 'ny@example.org',
    newChannel: 'website',
    newValue: 'example.org',
    note: 'Vi har flyttet',
  };
  const page = await visitor.send('/l/review/contact/change', form);
  expect(page.at).toBe('/l/review/languages?lang=nb&told=waits');
  expect(await page.text()).toContain('Noen ser over forslaget');
  // Sent twice, and once more by another: once.
  await visitor.send('/l/review/contact/change', form);
  await (await opened(desk, token)).send('/l/review/contact/change', form);

  const [proposal, ...more] = await proposalsOf(desk);
  expect(more).toEqual([]);
  expect(proposal).toMatchObject({
    organisationName: 'Foreningen Prøve',
    group: 'CONTACT',
    note: 'Vi har flyttet',
    isOvertaken: false,
    others: 0,
    changes: [
      {
        field: 'contactPoints.value',
        channel: 'EMAIL',
        before: 'post@example.org',
        after: 'ny@example.org',
      },
      {
        field: 'contactPoints.value',
        channel: 'WEBSITE',
        before: null,
        after: 'https://example.org',
      },
    ],
  });
  const values = async () =>
    (
      await desk.pool.query<{ value: string }>(
        'select value from organisation_contact_point where organisation_id = $1 order by position',
        [recordId],
      )
    ).rows.map(({ value }) => value);
  expect(await values()).toEqual(['post@example.org', '+4700000123']);

  const { errors } = await desk.world.ask(desk.editor(), accept, { input: { id: proposal!.id } });
  expect(errors).toBeUndefined();
  expect(await values()).toEqual(['ny@example.org', '+4700000123', 'https://example.org']);
  const { rows } = await desk.pool.query(
    'select groups, method, via from verification where organisation_id = $1',
    [recordId],
  );
  expect(rows).toEqual([{ groups: ['contact'], method: 'link', via: 'session' }]);

  const again = await desk.world.ask(desk.editor(), accept, { input: { id: proposal!.id } });
  expect(again.errors?.[0]?.extensions).toMatchObject({
    code: 'CONFLICT',
    reason: 'ALREADY_DECIDED',
  });
});

test('what is accepted is taken back with one key while nobody has been told, and told once it is not', async () => {
  await using desk = await openDesk();
  const { token, recordId } = await desk.issued({ name: 'Foreningen Prøve', language: 'SO' });
  const visitor = await opened(desk, token);
  await visitor.send('/l/review/name/change?lang=so', { name: 'Foreningen Eksempel' });
  const [proposal] = await proposalsOf(desk);
  const input = { id: proposal!.id };
  await desk.world.ask(desk.editor(), accept, { input });
  expect(await nameOf(desk, recordId)).toMatchObject({ name: 'Foreningen Eksempel', version: 2 });
  const undone = await desk.world.ask(desk.editor(), reopen, { input });
  expect(undone.errors).toBeUndefined();
  expect(await nameOf(desk, recordId)).toMatchObject({ name: 'Foreningen Prøve', version: 3 });
  expect(await proposalsOf(desk)).toHaveLength(1);

  await desk.world.ask(desk.editor(), accept, {
    input: { ...input, adjusted: [{ at: 0, value: 'Foreningen Eksempel i Oslo' }] },
  });
  expect((await nameOf(desk, recordId)).name).toBe('Foreningen Eksempel i Oslo');
  const before = desk.office.received.length;
  await hasten(desk.pool, 'tellProposer');
  const { mail } = await desk.office.letter(before);
  expect(mail.subject).toBe('Waxaan saxnay xogta Foreningen Eksempel i Oslo');
  await desk.idle();
  const { errors } = await desk.world.ask(desk.editor(), reopen, { input });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'ALREADY_TOLD' });
});

test('a refusal is told in the language of the organisation, with its reason', async () => {
  await using desk = await openDesk();
  const { token, recordId } = await desk.issued({ language: 'EN' });
  const visitor = await opened(desk, token);
  await visitor.send('/l/review/name/change', { name: 'Foreningen Eksempel' });
  const [proposal] = await proposalsOf(desk);
  const before = desk.office.received.length;
  await desk.world.ask(desk.editor(), refuse, {
    input: { id: proposal!.id, reason: 'Enhetsregisteret har et annet navn.' },
  });
  await hasten(desk.pool, 'tellProposer');
  const { mail } = await desk.office.letter(before);
  expect(mail.subject).toBe('Your suggestion about Foreningen Prøve');
  expect(mail.text).toContain('Enhetsregisteret har et annet navn.');
  expect((await nameOf(desk, recordId)).name).toBe('Foreningen Prøve');
});

test('asked back, the organisation gets the question with a new link that opens', async () => {
  await using desk = await openDesk();
  const { token } = await desk.issued({ language: 'PL' });
  const visitor = await opened(desk, token);
  await visitor.send('/l/review/topics/change', { note: 'Zmieniło się wszystko' });
  const [proposal] = await proposalsOf(desk);
  expect(proposal).toMatchObject({ changes: [], note: 'Zmieniło się wszystko' });
  const before = desk.office.received.length;
  await desk.world.ask(desk.editor(), askAbout, {
    input: { id: proposal!.id, question: 'Hvilke temaer?' },
  });
  await hasten(desk.pool, 'tellProposer');
  const letter = await desk.opening(before);
  expect(letter.mail.text).toContain('Mamy pytanie w sprawie propozycji: Hvilke temaer?');
  expect(letter.token).not.toBe(token);
  await opened(desk, letter.token);
});

test('what somebody has changed since is overtaken: it says so, and is not taken in', async () => {
  await using desk = await openDesk();
  const { token, recordId } = await desk.issued();
  const visitor = await opened(desk, token);
  await visitor.send('/l/review/name/change', { name: 'Foreningen Eksempel' });
  await desk.world.ask(
    desk.editor(),
    'mutation ($input: CorrectOrganisationInput!) { correctOrganisation(input: $input) { id } }',
    { input: { id: recordId, expectedVersion: 1, name: 'Foreningen Tredje' } },
  );
  const [proposal] = await proposalsOf(desk);
  expect(proposal).toMatchObject({ isOvertaken: true });
  const { errors } = await desk.world.ask(desk.editor(), accept, { input: { id: proposal!.id } });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'OVERTAKEN' });
  expect((await nameOf(desk, recordId)).name).toBe('Foreningen Tredje');
});

test('two of one organisation who say different things are both heard', async () => {
  await using desk = await openDesk();
  const { token } = await desk.issued();
  const [one, other] = [await opened(desk, token), await opened(desk, token)];
  await Promise.all([
    one.send('/l/review/name/change', { name: 'Foreningen Eksempel' }),
    other.send('/l/review/name/change', { name: 'Foreningen Tredje' }),
  ]);
  const found = await proposalsOf(desk);
  expect(found.map(({ others }) => others)).toEqual([1, 1]);
  expect(new Set(found.flatMap(({ changes }) => changes.map(({ after }) => after)))).toEqual(
    new Set(['Foreningen Eksempel', 'Foreningen Tredje']),
  );
});

test('languages are chosen by what they are called on the page, and unticked to go', async () => {
  await using desk = await openDesk();
  const { token, recordId } = await desk.issued({ language: 'AR' });
  const { rows } = await desk.pool.query<{ number: number; code: string }>(
    `select number, code from language where code in ('so', 'ar', 'ti') order by code`,
  );
  const number = (code: string) => rows.find((it) => it.code === code)!.number;
  await desk.pool.query('update organisation set languages = $2 where id = $1', [
    recordId,
    [number('so'), number('ar')],
  ]);
  const visitor = await opened(desk, token);
  await visitor.send('/l/review/languages/change', {
    'has-languages': 'yes',
    languages: String(number('ar')),
    'add-languages-0': 'التغرينية',
  });
  const [proposal] = await proposalsOf(desk);
  expect(proposal?.changes).toEqual([
    {
      at: 0,
      field: 'languages',
      channel: null,
      before: 'Somali',
      after: 'Tigrinja',
      kept: 'Arabisk',
    },
  ]);
});

test('a proposal of what a trust takes in unseen is taken in at once; of anything else it waits', async () => {
  await using desk = await openDesk();
  const { token, recordId } = await desk.issued();
  const area = await desk.world.em.fork().findOneOrFail(Area, { code: '0301' });
  const trust = anOrganisation({ kind: OrganisationKind.HEALTH_TRUST });
  await desk.world.has(trust, aCatchment(area, trust));
  await desk.pool.query('update organisation set served_areas = $2 where id = $1', [
    recordId,
    [area.number],
  ]);
  const visitor = await opened(desk, token);
  const { rows: topics } = await desk.pool.query<{ name: string; number: number }>(
    'select name_nb as name, number from topic order by number limit 2',
  );
  const send = (at: number) =>
    visitor.send('/l/review/topics/change', {
      'has-topics': 'yes',
      'add-topics-0': topics[at]!.name,
    });
  expect((await send(0)).at).toContain('told=waits');
  const input = { trustId: trust.id, fields: ['TOPICS'] };
  const choose = 'mutation ($input: SetLowRiskInput!) { setLowRisk(input: $input) }';
  const refused = await desk.world.ask(desk.editor(), choose, { input });
  expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  const lead = { ...aViewer(Role.PROGRAMME_LEAD), id: desk.editor().id };
  const none = await desk.world.ask(lead, choose, { input: { ...input, trustId: recordId } });
  expect(none.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
  const { data } = await desk.world.ask(lead, choose, { input });
  expect(data).toEqual({ setLowRisk: ['TOPICS'] });
  expect((await send(1)).at).toContain('told=made');
  const { rows: now } = await desk.pool.query<{ topics: number[] }>(
    'select topics from organisation where id = $1',
    [recordId],
  );
  expect(now[0]?.topics).toEqual([topics[1]!.number]);
  expect((await visitor.send('/l/review/name/change', { name: 'Et annet navn' })).at).toContain(
    'told=waits',
  );
});

test('an organisation says what it is, among what it can be, and an editor takes it in', async () => {
  await using desk = await openDesk();
  const { token, recordId } = await desk.issued({ name: 'جمعية المثال', language: 'AR' });
  const visitor = await opened(desk, token);
  const form = await (await visitor.visit('/l/review/name/change')).text();
  expect(form).toContain('<option value="faith_community">جماعة دينية أو معتقد</option>');
  expect(form).not.toContain('value="health_trust"');
  const name = 'جمعية المثال';
  for (const kind of ['health_trust', 'x', '']) {
    expect((await visitor.send('/l/review/name/change', { name, kind })).status, kind).toBe(422);
  }
  await visitor.send('/l/review/name/change', { name, kind: 'faith_community' });
  const [proposal] = await proposalsOf(desk);
  expect(proposal?.changes).toMatchObject([
    { field: 'kind', before: 'immigrant_organisation', after: 'faith_community' },
  ]);
  const { errors } = await desk.world.ask(desk.editor(), accept, { input: { id: proposal!.id } });
  expect(errors).toBeUndefined();
  const { rows } = await desk.pool.query('select kind from organisation where id = $1', [recordId]);
  expect(rows).toEqual([{ kind: 'faith_community' }]);
  expect(await (await visitor.visit('/l/answer')).text()).toContain('جماعة دينية أو معتقد');
});
