import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { OpenThings } from '#server/launch/OpenThings.ts';
import type { Sent } from '#test/bench/drive.ts';
import { environmentOf, onRegister, type Register } from '#test/bench/Register.ts';
import { Serving } from '#test/bench/Serving.ts';
import { ours, type Project } from '#test/bench/surroundings.ts';
import { dataIn, textOf, type Way } from './Way.ts';

const withoutRules = join(import.meta.dirname, 'withoutRules.mjs');

/** What may differ from the server as users have it: its directory in memory, its rules, whether one may look into it, and which copy of Samband it is. */
interface SambandOptions {
  readonly hasIndex?: boolean;
  readonly hasRules?: boolean;
  readonly isWatched?: boolean;
  readonly project?: Project;
}

/** The server as it is built, and how it is asked with a token: a coordinator's to read and an editor's to write, unless `as` says otherwise. */
export async function openServer(
  { dataDir }: Register,
  things: OpenThings,
  { hasIndex = true, hasRules = true, isWatched = false, project = ours }: SambandOptions = {},
) {
  const tokenOf = (role: string) =>
    onRegister(dataDir, ['token', '--role', role, '--days', '1', '--label', 'bench'], { project });
  const tokens = { coordinator: await tokenOf('coordinator'), editor: await tokenOf('editor') };
  const serving = await Serving.start(
    [
      ...(hasRules ? [] : ['--import', withoutRules]),
      ...(isWatched ? ['--inspect=127.0.0.1:0'] : []),
      '--enable-source-maps',
      project.serverProgram,
    ],
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
export async function openSambandWay(
  register: Register,
  things: OpenThings,
  options?: SambandOptions,
): Promise<Way> {
  const { serving, send } = await openServer(register, things, options);
  return {
    name: 'samband',
    register,
    serving,
    ask: ({ name }, { samband }) => send(name, samband),
    read: dataIn,
  };
}

/** Searches are measured as they are answered once the server has been up for a moment: by the directory in memory. */
export async function untilInMemory({ metrics }: Serving): Promise<void> {
  while (metrics) {
    const told = await (await fetch(metrics)).text();
    // A former commit may search in the database alone.
    if (!/^samband_search_index_bytes 0/m.test(told)) return;
    await pause(100);
  }
}
