import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { installedPeers } from '#test/bench/installedPeers.ts';
import { isCorrectable } from '#test/bench/operations/M1/M1.ts';
import { Serving } from '#test/bench/Serving.ts';
import { dataIn, type Open, textOf } from './Way.ts';

const peers = join(import.meta.dirname, '../peers');

/** PostGraphile 5, with what it needs to be asked the same questions. */
export const openPostgraphileWay: Open = async (register, things) => {
  const { url, pool } = register;
  const folder = await installedPeers();
  await pool.query(readFileSync(join(peers, 'functions.sql'), 'utf8'));
  if (await isCorrectable(register)) {
    await pool.query(readFileSync(join(peers, 'writing.sql'), 'utf8'));
  }
  const serving = await Serving.start(
    [join(peers, 'postgraphile.mjs')],
    {
      NODE_ENV: 'production',
      GRAPHILE_ENV: 'production',
      DATABASE_URL: url,
      PEERS_FOLDER: folder,
    },
    things,
  );
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  return {
    name: 'postgraphile',
    register,
    serving,
    ask: (operation, { postgraphile }) => ({
      path: '/graphql',
      headers,
      body: JSON.stringify({
        query: textOf(operation.name, 'postgraphile.graphql'),
        variables: postgraphile,
      }),
    }),
    read: dataIn,
  };
};
