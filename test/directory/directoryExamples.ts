import { BatchKind } from '#schema/access/BatchKind.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { aPerson } from '#seeds/person.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { writeInSets } from '#server/common/writeInSets.ts';
import { findDuplicates } from '#server/directory/duplicate/findDuplicates.ts';
import { noteBatch } from '#server/person/batch/noteBatch.ts';
import { anEditor } from '#test/support/viewers.ts';
import type { World } from '#test/support/world.ts';
import { merge, mergeInto } from './merge/mergeSupport.ts';
import { aProposal } from './register/aProposal.ts';

type Example = (world: World) => Promise<[document: string, variables: object]>;

const merging = (name: 'mergeOrganisations' | 'mergePeople', a: () => { id: string }): Example =>
  async function (world) {
    const [survivor, loser] = [a(), a()];
    await world.has(survivor, loser);
    return [
      `mutation ($input: MergeInput!) { ${name}(input: $input) { id } }`,
      {
        input: {
          survivorId: survivor.id,
          loserId: loser.id,
          survivorVersion: 1,
          loserVersion: 1,
        },
      },
    ];
  };

const ofAPair = (what: 'dismiss' | 'revive', before: readonly 'dismiss'[] = []): Example =>
  async function (world) {
    const pair = [anOrganisation({ name: 'Lys i nord' }), anOrganisation({ name: 'Lys i Nord' })];
    await world.has(...pair);
    await world.pool.query(
      'insert into duplicate_due select id from organisation on conflict do nothing',
    );
    await findDuplicates(world.pool);
    const [one, other] = pair.map(({ id }) => id).toSorted();
    const input = { kind: 'ORGANISATION', oneId: one, otherId: other };
    const document = (name: string) =>
      `mutation ($input: DecideDuplicateInput!) { ${name}Duplicate(input: $input) }`;
    for (const name of before) await world.ask(anEditor(), document(name), { input });
    return [document(what), { input }];
  };

/** A question to each mutation of what is done to records from lists, files and registers. */
export const directoryExamples: Readonly<Record<string, Example>> = {
  dismissDuplicate: ofAPair('dismiss'),
  reviveDuplicate: ofAPair('revive', ['dismiss']),
  mergeOrganisations: merging('mergeOrganisations', anOrganisation),
  mergePeople: merging('mergePeople', aPerson),
  async unmerge(world) {
    const [survivor, loser] = [anOrganisation(), anOrganisation()];
    await world.has(survivor, loser);
    await merge(world, 'organisation', survivor, loser);
    return [
      'mutation ($input: UnmergeInput!) { unmerge(input: $input) }',
      { input: { mergeId: await mergeInto(world, survivor) } },
    ];
  },
  async decideProposal(world) {
    const organisation = anOrganisation();
    await world.has(organisation);
    return [
      'mutation ($input: DecideProposalInput!) { decideProposal(input: $input) { id } }',
      {
        input: {
          id: await aProposal(world, organisation),
          expectedVersion: 1,
          decision: 'ACCEPT',
        },
      },
    ];
  },
  async placeOrganisation(world) {
    const seat = await world.em.findOneOrFail(Area, { code: '1103' });
    const organisation = anOrganisation({ seat });
    await world.has(organisation);
    await world.pool.query(
      `insert into area_change (old_code, old_name, new_code, new_name, changed_on, found_at)
       values ('1103', 'Stavanger', '1508', 'Ålesund', '2026-01-01', now()), ('1103', 'Stavanger', '1580', 'Haram', '2026-01-01', now())`,
    );
    return [
      'mutation ($input: PlaceOrganisationInput!) { placeOrganisation(input: $input) { id } }',
      {
        input: {
          organisationId: organisation.id,
          expectedVersion: 1,
          from: '1103',
          to: ['1580'],
        },
      },
    ];
  },
  async undoBatch(world) {
    const organisation = anOrganisation({ name: 'Før' });
    await world.has(organisation);
    const batchId = crypto.randomUUID();
    const context = world.context(anEditor());
    await inTransaction(world.pool, async (run) => {
      await noteBatch(run, context, {
        id: batchId,
        kind: BatchKind.BULK,
        reason: null,
        changed: 1,
      });
      const fields = [{ field: 'name', before: 'Før', after: 'Etter' }];
      const change = { id: organisation.id, version: 1, fields };
      await writeInSets(run, context, { verb: 'applyBulkEdit', batchId }, Organisation, [change]);
    });
    return [
      'mutation ($input: UndoBatchInput!) { undoBatch(input: $input) { id } }',
      { input: { batchId, reason: 'Prøve' } },
    ];
  },
};
