import 'reflect-metadata';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { aCoordinator } from '#test/support/viewers.ts';
import type { World } from '#test/support/world.ts';
import { type Ask, measureRecall } from './recall/measureRecall.ts';
import { overall, recallTable } from './recall/recallTable.ts';
import { seedWorld } from './seedWorld.ts';

let world: World;
let close: () => Promise<void>;
let names: string[];

beforeAll(async () => {
  ({ world, close } = await seedWorld());
  const { rows } = await world.pool.query<{ name: string }>(
    `select distinct name from (select unnest(name || aliases) as name from directory_entry) as named order by name`,
  );
  names = rows.map(({ name }) => name);
}, 120_000);

afterAll(() => close());

interface Hits {
  search: {
    nodes: {
      organisation?: { name: string; names: { name: string }[] };
      person?: { name: string };
    }[];
  };
}

const ask: Ask = async (text) => {
  const { data } = await world.ask<Hits>(
    aCoordinator(),
    `query ($text: Text) { search(text: $text, first: 10) { nodes {
      ... on OrganisationHit { organisation { name names { name } } } ... on PersonHit { person { name } } } } }`,
    { text },
  );
  return (data?.search.nodes ?? []).map(({ organisation, person }) => [
    organisation?.name ?? person?.name ?? '',
    ...(organisation?.names ?? []).map(({ name }) => name),
  ]);
};

test('names are found in spite of every class of mistake', async () => {
  const rows = await measureRecall(ask, names);
  console.info(
    `${recallTable(rows)}\n${rows.map(({ mistake, missed }) => [mistake, ...missed].join('\n  ')).join('\n')}`,
  );
  const { ten, tried } = overall(rows);
  expect(ten / tried).toBeGreaterThanOrEqual(0.98);
}, 300_000);
