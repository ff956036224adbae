import { ref } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

import { Catchment } from '#schema/organisation/Catchment.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { insertAll, type OnProgress } from './common/insertAll.ts';
import { inTurn } from './common/inTurn.ts';
import { keepTrue } from './common/keepTrue.ts';
import { seedsFolder } from './common/seedsFolder.ts';
import {
  type OrganisationSeed,
  readOrganisations,
  type RealOrganisations,
} from './organisation/readOrganisations.ts';
import { keepVocabulary } from './vocabulary/keepVocabulary.ts';
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
 * Terms and catchments follow the files, for nobody else keeps them. An organisation is loaded once and then belongs to
 * those who keep the register: one that is there, by identity or by number, is left as it is.
 */
export async function loadReference(
  em: EntityManager,
  {
    folder = seedsFolder,
    onProgress = () => {},
  }: { folder?: string; onProgress?: OnProgress } = {},
): Promise<void> {
  const facts = readReference(folder);
  const { areas, languages, topics, communities, catchments } = facts;
  const organisations = [...facts.trusts, ...facts.organisations];
  const terms = areas.size + languages.size + topics.size + communities.size;
  const all = terms + organisations.length + catchments.length;
  let done = 0;
  const step = (count: number) => onProgress((done += count), all);

  await inTurn(em, async (inner) => {
    await keepVocabulary(inner, facts, step);
    const byNumber = await loadMissing(inner, organisations);
    step(organisations.length);
    await keepTrue(inner, Catchment, 'id', answeredBy(byNumber, catchments));
    step(catchments.length);
  });
}

/** Returns those that were in the register already, whether it had them from here or from somebody who typed. */
async function loadMissing(
  em: EntityManager,
  seeds: readonly OrganisationSeed[],
): Promise<ReadonlyMap<string | null, Organisation>> {
  const all = seeds.map(({ organisation }) => organisation);
  const there = await em.find(Organisation, {
    $or: [
      { id: { $in: all.map(({ id }) => id) } },
      { number: { $in: all.flatMap(({ number }) => number ?? []) } },
    ],
  });
  const ids = new Set(there.map(({ id }) => id));
  const byNumber = new Map(there.map((organisation) => [organisation.number, organisation]));
  byNumber.delete(null);
  const missing = seeds.filter(
    ({ organisation: { id, number } }) => !ids.has(id) && !byNumber.has(number),
  );
  await insertAll(
    em,
    missing.flatMap(({ organisation, parts }) => [organisation, ...parts]),
  );
  return byNumber;
}

/** A trust that somebody has entered by hand has another identity than ours. */
function answeredBy(
  byNumber: ReadonlyMap<string | null, Organisation>,
  catchments: readonly Catchment[],
): readonly Catchment[] {
  for (const catchment of catchments) {
    const entered = byNumber.get(catchment.trust.getEntity().number);
    if (entered) catchment.trust = ref(entered);
  }
  return catchments;
}
