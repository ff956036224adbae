import { describe, expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { aReader, aViewer } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';
import { aRound } from './aRound.ts';
import { twoTrusts } from './twoTrusts.ts';

const standing = `trustId trustName answered openProposals viewerMaySign figures { total silent confirmed changed }
  signOff { by at note answered total }`;
const standings = `query ($id: ID!) { reviewStandings(roundId: $id) { ${standing} } }`;
const signing = `mutation ($input: SignOffRoundInput!) { signOffRound(input: $input) { ${standing} } }`;
const takingBack = `mutation ($input: TakeBackSignOffInput!) { takeBackSignOff(input: $input) { ${standing} } }`;

interface Standing {
  readonly trustId: string;
  readonly trustName: string;
  readonly answered: number;
  readonly openProposals: number;
  readonly viewerMaySign: boolean;
  readonly figures: { total: number };
  readonly signOff: { note: string | null; answered: number; total: number } | null;
}

/** A round in which the first trust has three organisations, two of which have answered, and the other one. */
async function aWorld(world: World) {
  const trusts = await twoTrusts(world);
  const [confirmed, changed, silent, elsewhere] = ['A', 'B', 'C', 'D'].map((name) =>
    anOrganisation({ name }),
  ) as [never, never, never, never];
  await world.has(confirmed, changed, silent, elsewhere);
  const roundId = await aRound(world, [
    { organisation: confirmed, trust: trusts.one, happened: ['sent'], outcome: 'confirmed' },
    { organisation: changed, trust: trusts.one, happened: ['sent'], outcome: 'changed' },
    { organisation: silent, trust: trusts.one, happened: ['sent'] },
    { organisation: elsewhere, trust: trusts.other, happened: ['sent'] },
  ]);
  const seen = { roundId, trustId: trusts.one.id, answered: 2, total: 3 };
  return {
    ...trusts,
    roundId,
    seen,
    silent: silent as { id: string },
    changed: changed as { id: string },
  };
}

const standingsFor = async (world: World, viewer: Viewer, id: string) => {
  const { data } = await world.ask<{ reviewStandings: Standing[] }>(viewer, standings, { id });
  return data!.reviewStandings;
};

async function refusal(world: World, viewer: Viewer | null, document: string, input: object) {
  const { errors } = await world.ask(viewer, document, { input });
  const { code, reason, fields } = errors?.[0]?.extensions ?? {};
  return [code, reason ?? fields].filter(Boolean);
}

describe('what cannot be signed', () => {
  test('of rounds and trusts that are not there, or have no part in it', async ({ world }) => {
    const { seen, editor, other } = await aWorld(world);
    for (const wrong of [
      { roundId: crypto.randomUUID() },
      { trustId: crypto.randomUUID() },
      { trustId: 'Ahus' },
      // The other trust is nobody's of whom this editor knows.
      { trustId: other.id },
    ]) {
      expect(await refusal(world, editor, signing, { ...seen, ...wrong })).toEqual(['NOT_FOUND']);
      expect(
        await refusal(world, editor, takingBack, {
          roundId: seen.roundId,
          trustId: seen.trustId,
          ...wrong,
        }),
      ).toEqual(['NOT_FOUND']);
    }
  });

  test('by who may not, or keeps the register of a part of the trust alone', async ({ world }) => {
    const { seen, lillestrom } = await aWorld(world);
    expect(await refusal(world, null, signing, seen)).toEqual(['UNAUTHENTICATED']);
    expect(await refusal(world, aReader(), signing, seen)).toEqual(['FORBIDDEN']);
    expect(await refusal(world, aViewer(Role.COORDINATOR), signing, seen)).toEqual(['FORBIDDEN']);
    const ofOnePlace = { ...aViewer(Role.EDITOR), scope: new Set([lillestrom.number]) };
    expect((await standingsFor(world, ofOnePlace, seen.roundId))[0]?.viewerMaySign).toBe(false);
    expect(await refusal(world, ofOnePlace, signing, seen)).toEqual(['FORBIDDEN']);
  });

  test('with a note that is too long, or that tells of a person', async ({ world }) => {
    const { seen, editor } = await aWorld(world);
    const noted = (note: string) => refusal(world, editor, signing, { ...seen, note });
    expect(await noted('x'.repeat(501))).toEqual(['INVALID_INPUT', { note: 'TOO_LONG' }]);
    expect(await noted('Fødselsnummer 01010750160')).toEqual([
      'INVALID_INPUT',
      { note: 'NATIONAL_IDENTITY_NUMBER_IN_TEXT' },
    ]);
  });

  test('with figures that are others by now, and twice', async ({ world }) => {
    const { seen, editor, silent } = await aWorld(world);
    const { pool } = world;
    await pool.query(
      `update review_request set outcome = 'confirmed', answered_at = now() where organisation_id = $1`,
      [silent.id],
    );
    expect(await refusal(world, editor, signing, seen)).toEqual(['CONFLICT', 'COUNTS_CHANGED']);
    expect((await standingsFor(world, editor, seen.roundId))[0]?.signOff).toBeNull();
    expect(await refusal(world, editor, signing, { ...seen, answered: 3 })).toEqual([]);
    expect(await refusal(world, editor, signing, { ...seen, answered: 3 })).toEqual([
      'CONFLICT',
      'ALREADY_SIGNED',
    ]);
  });
});

test('an editor sees what each of their trusts would sign for, and what waits', async ({
  world,
}) => {
  const { roundId, editor, changed } = await aWorld(world);
  await world.pool.query(
    `insert into change_proposal (id, organisation_id, language, field_group, changes, fingerprint, proposed_at, proposed_on)
     values (gen_random_uuid(), $1, 'nb', 'name', '[]', 'x', '2026-11-10T10:00:00Z', '2026-11-10')`,
    [changed.id],
  );
  expect(await standingsFor(world, editor, roundId)).toMatchObject([
    {
      trustName: 'Prøve universitetssykehus',
      answered: 2,
      openProposals: 1,
      viewerMaySign: true,
      figures: { total: 3, silent: 1, confirmed: 1, changed: 1 },
      signOff: null,
    },
  ]);
  const all = await standingsFor(world, aViewer(Role.PROGRAMME_LEAD), roundId);
  expect(all.map(({ trustName }) => trustName)).toEqual([
    'Eksempelviken',
    'Prøve universitetssykehus',
  ]);
});

test('what was signed for stays with the signature, and it can be taken back and given anew', async ({
  world,
}) => {
  const { seen, editor, roundId, silent } = await aWorld(world);
  const input = { ...seen, note: 'Tre er ringt.' };
  const { data } = await world.ask<{ signOffRound: Standing[] }>(editor, signing, { input });
  expect(data?.signOffRound[0]?.signOff).toMatchObject({
    note: 'Tre er ringt.',
    answered: 2,
    total: 3,
  });

  await world.pool.query(
    `update review_request set outcome = 'confirmed', answered_at = now() where organisation_id = $1`,
    [silent.id],
  );
  const [later] = await standingsFor(world, editor, roundId);
  expect([later?.answered, later?.signOff?.answered]).toEqual([3, 2]);

  const which = { roundId, trustId: seen.trustId };
  expect(await refusal(world, editor, takingBack, which)).toEqual([]);
  expect(await refusal(world, editor, takingBack, which)).toEqual(['NOT_FOUND']);
  expect((await standingsFor(world, editor, roundId))[0]?.signOff).toBeNull();
  // The clock of a test stands still.
  await world.pool.query(`update review_sign_off set at = at - interval '1 hour'`);
  expect(await refusal(world, editor, signing, { ...seen, answered: 3 })).toEqual([]);

  const { rows } = await world.pool.query(
    `select verb, reason, fields from change where record_id = $1 order by version`,
    [roundId],
  );
  expect(rows).toEqual([
    {
      verb: 'signOffRound',
      reason: 'Tre er ringt.',
      fields: [{ field: 'signedFor', before: null, after: 'Prøve universitetssykehus' }],
    },
    {
      verb: 'takeBackSignOff',
      reason: null,
      fields: [{ field: 'signedFor', before: 'Prøve universitetssykehus', after: null }],
    },
    expect.objectContaining({ verb: 'signOffRound' }),
  ]);
});
