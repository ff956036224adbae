import { join } from 'node:path';

import type { OpenThings } from '#server/launch/OpenThings.ts';
import type { Sent } from '#test/bench/drive.ts';
import type { Register } from '#test/bench/Register.ts';
import { Serving } from '#test/bench/Serving.ts';
import type { Open } from './Way.ts';

/** The server of SQL written by hand, and how it is asked. `alike`: how alike words must be for `<%`, from 0 to 1. */
export async function openRawServer({ url }: Register, things: OpenThings, { alike = 0.5 } = {}) {
  const serving = await Serving.start(
    [join(import.meta.dirname, 'rawServer.ts')],
    {
      NODE_ENV: 'production',
      DATABASE_URL: url,
      WORD_SIMILARITY: String(alike),
    },
    things,
  );
  const send = (name: string, values: readonly unknown[]): Sent => ({
    path: `/${name}`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(values),
  });
  return { serving, send };
}

/** SQL written by hand behind Node's own HTTP. */
export const openRawWay: Open = async (register, things) => {
  const { serving, send } = await openRawServer(register, things);
  return {
    name: 'raw',
    register,
    serving,
    ask: ({ name }, { raw }) => send(name, raw),
    read: (body) => JSON.parse(body),
  };
};
