import { ref } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

import { Catchment } from '#schema/organisation/Catchment.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { Community } from '#schema/vocabulary/Community.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { Topic } from '#schema/vocabulary/Topic.ts';
import { insertAll, type OnProgress } from './common/insertAll.ts';
import { keepTrue } from './common/keepTrue.ts';
import { seedsFolder } from './common/seedsFolder.ts';
import {
  type OrganisationSeed,
  readOrganisations,
  type RealOrganisations,
} from './organisation/readOrganisations.ts';
import { readVocabulary, type Vocabulary } from './vocabulary/readVocabulary.ts';

/** Everything real that the project brings along. */
export interface Reference extends Vocabulary, RealOrganisations {}

/** Reads all the data files. Throws `UnreadableSeed` at the first row that cannot be used. */
export function readReference(folder = seedsFolder): Reference {
  const vocabulary = readVocabulary(folder);
  return { ...vocabulary, ...readOrganisations(folder, vocabulary) };
}

/**
 * Loads the real facts, all or nothing, and may be run again at any time.
 *
 * Terms and catchments follow the files, for nobody else keeps them. An organisation is loaded once and then belongs to those who
 * keep the register: one that is there, by identity or by number, is left as it is.
 */
export async function loadReference(
  em: EntityManager,
  {
    folder = seedsFolder,
    onProgress = () => {},
  }: { folder?: string; onProgress?: OnProgress } = {},
): Promise<void> {
  const facts = readReference(folder);
  const terms = [
    [Area, facts.areas],
    [Language, facts.languages],
    [Topic, facts.topics],
    [Community, facts.communities],
  ] as const;
  const seeds = [...facts.trusts, ...facts.organisations];
  const sizes = terms.map(([, { size }]) => size);
  const all = sizes.reduce((a, b) => a + b) + seeds.length + facts.catchments.length;
  let done = 0;
  const step = (count: number) => onProgress('reference', (done += count), all);

  await em.fork().transactional(async (inner) => {
    for (const [type, byCode] of terms) {
      await keepTrue<Area | Language | Topic | Community>(inner, type, 'number', [
        ...byCode.values(),
      ]);
      step(byCode.size);
    }
    const { ids, byNumber } = await thoseThere(inner, seeds);
    const missing = seeds.filter(
      ({ organisation: { id, number } }) => !ids.has(id) && !(number && byNumber.has(number)),
    );
    await insertAll(
      inner,
      missing.flatMap(({ organisation, parts }) => [organisation, ...parts]),
    );
    step(seeds.length);
    for (const catchment of facts.catchments) {
      const { number } = catchment.trust.getEntity();
      const entered = number && byNumber.get(number);
      if (entered) catchment.trust = ref(entered);
    }
    await keepTrue(inner, Catchment, 'id', facts.catchments);
    step(facts.catchments.length);
  });
}

/** The organisations of the seeds that are in the register already, whether it had them from here or from somebody who typed. */
async function thoseThere(em: EntityManager, seeds: readonly OrganisationSeed[]) {
  const organisations = seeds.map(({ organisation }) => organisation);
  const there = await em.find(Organisation, {
    $or: [
      { id: { $in: organisations.map(({ id }) => id) } },
      { number: { $in: organisations.flatMap(({ number }) => number ?? []) } },
    ],
  });
  return {
    ids: new Set(there.map(({ id }) => id)),
    byNumber: new Map(there.map((organisation) => [organisation.number, organisation])),
  };
}
