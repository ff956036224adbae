import fc from 'fast-check';
import { expect } from 'vitest';

import { BreakGlass } from '#schema/access/BreakGlass.ts';
import { Crisis } from '#schema/access/Crisis.ts';
import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { aConsent, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { aReader, aViewer } from '#test/support/viewers.ts';
import { personalKey, test, type World } from '#test/support/world.ts';

const now = new Date('2026-11-22T12:00:00Z');
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

const someone = (role: Role, name: string, more: Partial<Viewer> = {}): Viewer => ({
  ...aViewer(role, name),
  id: crypto.randomUUID(),
  steppedUpAt: now,
  ...more,
});

const fields =
  'id version isOpen expiresAt confirmedBy closedAt accountDueAt account finding viewerMay { confirm close accountFor review }';
const mutation = (name: string, type: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
const open = mutation('openBreakGlass', 'OpenBreakGlassInput');
const confirm = mutation('confirmBreakGlass', 'BreakGlassInput');
const close = mutation('closeBreakGlass', 'BreakGlassInput');
const accountFor = mutation('accountForBreakGlass', 'AccountForBreakGlassInput');
const review = mutation('reviewBreakGlass', 'ReviewBreakGlassInput');

const reason = 'Må nå somaliske ledere i Bergen om meslinger';

async function aCrisis(world: World): Promise<Crisis> {
  const crisis = new Crisis('Meslinger i Prøvedalen', 'Prøve', now);
  await world.has(crisis);
  return crisis;
}

/** What is open already, as its opener would find it. */
async function opened(world: World, opener: Viewer): Promise<BreakGlass> {
  const it = new BreakGlass(await aCrisis(world), opener, reason, now);
  await world.has(it);
  return it;
}

const codeOf = ({
  errors,
}: {
  errors: readonly { extensions?: Record<string, unknown> }[] | undefined;
}) => errors?.[0]?.extensions?.['reason'] ?? errors?.[0]?.extensions?.['code'] ?? null;

test('whoever may not, opens nothing', async ({ world }) => {
  const { id: crisisId } = await aCrisis(world);
  const input = { crisisId, reason };
  expect(codeOf(await world.ask(null, open, { input }))).toBe('UNAUTHENTICATED');
  for (const role of [
    Role.READER,
    Role.EDITOR,
    Role.RECRUITER,
    Role.PRIVACY_OFFICER,
    Role.SYSTEM,
  ]) {
    expect(codeOf(await world.ask(someone(role, 'Prøve'), open, { input }))).toBe('FORBIDDEN');
  }
  const notAnew = someone(Role.COORDINATOR, 'Prøve', { steppedUpAt: hours(-1) });
  expect(codeOf(await world.ask(notAnew, open, { input }))).toBe('STEP_UP_REQUIRED');
  expect((await world.pool.query('select from break_glass')).rowCount).toBe(0);
});

test('without a crisis that lasts, or a reason in words, nothing is opened', async ({ world }) => {
  const crisis = await aCrisis(world);
  const coordinator = someone(Role.COORDINATOR, 'Kari');
  const ask = (crisisId: string, why: string) =>
    world.ask(coordinator, open, { input: { crisisId, reason: why } });

  expect((await ask(crisis.id, 'fordi ...')).errors?.[0]?.extensions).toMatchObject({
    code: 'INVALID_INPUT',
    fields: { reason: 'TOO_SHORT' },
  });
  expect(codeOf(await ask(crypto.randomUUID(), reason))).toBe('NOT_FOUND');
  await world.pool.query('update crisis set ended_at = $1', [now]);
  expect(codeOf(await ask(crisis.id, reason))).toBe('CRISIS_IS_OVER');
});

test('one person opens it for four hours, and never two at a time', async ({ world }) => {
  const { id: crisisId } = await aCrisis(world);
  const coordinator = someone(Role.COORDINATOR, 'Kari');

  const { data } = await world.ask(coordinator, open, { input: { crisisId, reason } });

  expect(data?.['openBreakGlass']).toMatchObject({
    isOpen: true,
    expiresAt: hours(4).toISOString(),
    accountDueAt: hours(4 + 7 * 24).toISOString(),
    viewerMay: { confirm: false, close: true, accountFor: false, review: false },
  });
  expect(codeOf(await world.ask(coordinator, open, { input: { crisisId, reason } }))).toBe(
    'ALREADY_OPEN',
  );
});

test('a second person makes it three days; nobody is their own second person', async ({
  world,
}) => {
  const coordinator = someone(Role.COORDINATOR, 'Kari');
  const { id } = await opened(world, coordinator);
  const input = { id, expectedVersion: 1 };

  expect(codeOf(await world.ask(coordinator, confirm, { input }))).toBe('FORBIDDEN');
  expect(codeOf(await world.ask(someone(Role.READER, 'Leser'), confirm, { input }))).toBe(
    'FORBIDDEN',
  );
  const lead = someone(Role.PROGRAMME_LEAD, 'Parwin');
  const { data } = await world.ask(lead, confirm, { input });
  expect(data?.['confirmBreakGlass']).toMatchObject({
    confirmedBy: 'Parwin',
    expiresAt: hours(72).toISOString(),
  });
  expect(codeOf(await world.ask(lead, confirm, { input }))).toBe('STALE_VERSION');
});

test('the table itself lets nobody alone have more than four hours', async ({ world }) => {
  await opened(world, someone(Role.COORDINATOR, 'Kari'));
  const longer = world.pool.query(
    `update break_glass set expires_at = opened_at + interval '5 hours'`,
  );
  await expect(longer).rejects.toThrow('break_glass_lasts_four_hours_or_three_days');
});

test('others see nothing of it; the privacy officer sees it at once', async ({ world }) => {
  const coordinator = someone(Role.COORDINATOR, 'Kari');
  await opened(world, coordinator);
  const seenBy = async (viewer: Viewer) => {
    const { data } = await world.ask<{ breakGlasses: object[] }>(
      viewer,
      '{ breakGlasses { openedBy reason crisis { name } } }',
    );
    return data?.breakGlasses;
  };

  expect(await seenBy(aReader())).toEqual([]);
  expect(await seenBy(someone(Role.EDITOR, 'Ragnar'))).toEqual([]);
  const all = [{ openedBy: 'Kari', reason, crisis: { name: 'Meslinger i Prøvedalen' } }];
  expect(await seenBy(coordinator)).toEqual(all);
  expect(await seenBy(someone(Role.PRIVACY_OFFICER, 'Vera'))).toEqual(all);
});

test('it shows those who have agreed to be reached in a crisis, wherever they are, and marks each look', async ({
  committed: world,
}) => {
  const [oslo, bergen] = await Promise.all(
    ['0301', '4601'].map((code) => world.em.findOneOrFail(Area, { code })),
  );
  const reachable = async (consents: readonly Purpose[]) => {
    const person = aPerson({ areas: [bergen!] });
    await world.has(person);
    await world.has(
      aPersonalContactPoint(person, personalKey, { value: '+4700000123' }),
      ...consents.map((purpose) => aConsent(person, purpose)),
    );
    return person.id;
  };
  const [agreed, not] = [await reachable([Purpose.CRISIS, Purpose.MEETING]), await reachable([])];
  const inOslo = someone(Role.COORDINATOR, 'Kari', { scope: new Set([oslo!.number]) });
  const broken = { ...inOslo, breakGlass: (await opened(world, inOslo)).id };
  const whyMasked = async (viewer: Viewer, id: string, purpose: string) => {
    const { data } = await world.ask<{ person: { contactPoints: { whyMasked: string | null }[] } }>(
      viewer,
      'query ($id: ID!, $purpose: Purpose) @purpose(of: $purpose) { person(id: $id) { contactPoints { value whyMasked } } }',
      { id, purpose },
    );
    return data?.person.contactPoints[0]?.whyMasked;
  };

  expect(await whyMasked(inOslo, agreed, 'CRISIS')).toBe('OUT_OF_SCOPE');
  expect(await whyMasked(broken, agreed, 'CRISIS')).toBeNull();
  expect(await whyMasked(broken, agreed, 'MEETING')).toBe('OUT_OF_SCOPE');
  expect(await whyMasked(broken, not, 'CRISIS')).toBe('NO_CONSENT');

  const { rows } = await world.pool.query('select person_id, purpose from read_log');
  expect(rows).toEqual([{ person_id: agreed, purpose: 'break_glass' }]);
});

test('what has ended is accounted for before there is another, and then reviewed', async ({
  world,
}) => {
  const coordinator = someone(Role.COORDINATOR, 'Kari');
  const officer = someone(Role.PRIVACY_OFFICER, 'Vera');
  const one = await opened(world, coordinator);
  const account = 'Ringte tre ledere i Bergen om meslinger; alle har fått det med seg.';
  const at = (expectedVersion: number, more: object = {}) => ({
    input: { id: one.id, expectedVersion, ...more },
  });
  const again = async () =>
    codeOf(await world.ask(coordinator, open, { input: { crisisId: one.crisis.id, reason } }));

  expect(codeOf(await world.ask(coordinator, accountFor, at(1, { account })))).toBe('STILL_OPEN');
  expect((await world.ask(coordinator, close, at(1))).data?.['closeBreakGlass']).toMatchObject({
    isOpen: false,
    viewerMay: { close: false, accountFor: true },
  });
  expect(await again()).toBe('ACCOUNT_IS_DUE');
  expect(codeOf(await world.ask(officer, review, at(2, { finding: 'I orden' })))).toBe(
    'NOT_ACCOUNTED_FOR',
  );
  const other = someone(Role.COORDINATOR, 'Ola');
  expect(codeOf(await world.ask(other, accountFor, at(2, { account })))).toBe('FORBIDDEN');
  expect((await world.ask(coordinator, accountFor, at(2, { account }))).errors).toBeUndefined();
  expect(codeOf(await world.ask(coordinator, review, at(3, { finding: 'I orden' })))).toBe(
    'FORBIDDEN',
  );
  expect((await world.ask(officer, review, at(3, { finding: 'I orden' }))).data).toMatchObject({
    reviewBreakGlass: { finding: 'I orden', viewerMay: { review: false } },
  });
  expect(await again()).toBeNull();
});

test('one alone is there for those who see it in the list, with the time that is left', async ({
  world,
}) => {
  const coordinator = someone(Role.COORDINATOR, 'Kari');
  const { id } = await opened(world, coordinator);
  const seenBy = async (viewer: Viewer) => {
    const { data } = await world.ask(
      viewer,
      'query ($id: ID!) { breakGlass(id: $id) { secondsLeft isLate } }',
      { id },
    );
    return data?.['breakGlass'];
  };

  expect(await seenBy(someone(Role.EDITOR, 'Ragnar'))).toBeNull();
  expect(await seenBy(coordinator)).toEqual({ secondsLeft: 4 * 3_600, isLate: false });
  await world.pool.query(
    `update break_glass set opened_at = opened_at - interval '9 days', expires_at = expires_at - interval '9 days',
       account_due_at = account_due_at - interval '9 days'`,
  );
  expect(await seenBy(coordinator)).toEqual({ secondsLeft: 0, isLate: true });
  await world.pool.query('update break_glass set closed_at = opened_at');
  expect(await seenBy(someone(Role.PRIVACY_OFFICER, 'Vera'))).toMatchObject({ secondsLeft: 0 });
});

test('it ends with the crisis', async ({ world }) => {
  const coordinator = someone(Role.COORDINATOR, 'Kari');
  const one = await opened(world, coordinator);
  const { errors } = await world.ask(
    coordinator,
    'mutation ($input: EndCrisisInput!) { endCrisis(input: $input) { endedAt } }',
    { input: { id: one.crisis.id, expectedVersion: 1 } },
  );
  expect(errors).toBeUndefined();
  const { data } = await world.ask(coordinator, '{ breakGlasses { isOpen } }');
  expect(data?.['breakGlasses']).toEqual([{ isOpen: false }]);
});

test('whatever is done in whichever order, it is open for as long as it may be and no longer', async ({
  world,
}) => {
  const crisis = await aCrisis(world);
  type Deed = { readonly kind: 'wait' | 'confirm' | 'close'; readonly minutes: number };
  const deeds = fc.array(
    fc.record<Deed>({
      kind: fc.constantFrom('wait', 'confirm', 'close'),
      minutes: fc.integer({ min: 0, max: 3_000 }),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(deeds, (all) => {
      const it = new BreakGlass(crisis, someone(Role.COORDINATOR, 'Kari'), reason, now);
      let minutes = 0;
      let [limit, isClosed] = [4 * 60, false];
      for (const deed of all) {
        minutes += deed.minutes;
        const moment = new Date(now.getTime() + minutes * 60_000);
        if (deed.kind === 'confirm' && it.isOpenAt(moment)) {
          it.confirm('Parwin');
          limit = 72 * 60;
        }
        if (deed.kind === 'close' && it.isOpenAt(moment)) {
          it.close(moment);
          isClosed = true;
        }
        expect(it.isOpenAt(moment)).toBe(!isClosed && minutes < limit);
      }
    }),
  );
});
