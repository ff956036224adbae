import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { OpenThings } from '#server/launch/OpenThings.ts';
import type { Sent } from '#test/bench/drive.ts';
import { environmentOf, onRegister, type Register } from '#test/bench/Register.ts';
import { Serving } from '#test/bench/Serving.ts';
import { serverProgram } from '#test/bench/surroundings.ts';
import { dataIn, type Open, textOf } from './Way.ts';

const withoutRules = join(import.meta.dirname, 'withoutRules.mjs');

/** The server as it is built, and how it is asked with a token: a coordinator's to read and an editor's to write, unless `as` says otherwise. */
export async function openServer(
  { dataDir }: Register,
  things: OpenThings,
  { hasIndex = true, hasRules = true } = {},
) {
  const tokenOf = (role: string) =>
    onRegister(dataDir, ['token', '--role', role, '--days', '1', '--label', 'bench']);
  const tokens = { coordinator: await tokenOf('coordinator'), editor: await tokenOf('editor') };
  const serving = await Serving.start(
    [...(hasRules ? [] : ['--import', withoutRules]), '--enable-source-maps', serverProgram],
    { ...environmentOf(dataDir), SAMBAND_SEARCH_INDEX: hasIndex ? 'on' : 'off' },
    things,
  );
  if (hasIndex) await untilInMemory(serving);
  const send = (name: string, variables: unknown, as?: keyof typeof tokens): Sent => {
    const query = textOf(name, 'samband.graphql');
    const token = tokens[as ?? (query.startsWith('mutation') ? 'editor' : 'coordinator')];
    return {
      path: '/graphql',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'nb',
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify({ query, variables }),
    };
  };
  return { serving, send };
}

/** Samband as it is: asked over HTTP, with everything on. */
export const openSambandWay: Open = async (register, things) => {
  const { serving, send } = await openServer(register, things);
  return {
    name: 'samband',
    serving,
    ask: ({ name }, { samband }) => send(name, samband),
    read: dataIn,
  };
};

/** Searches are measured as they are answered once the server has been up for a moment: by the directory in memory. */
export async function untilInMemory({ metrics }: Serving): Promise<void> {
  while (metrics) {
    const answer = await fetch(metrics);
    if (/^samband_search_index_bytes [1-9]/m.test(await answer.text())) return;
    await pause(100);
  }
}
