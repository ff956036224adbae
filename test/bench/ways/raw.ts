import { join } from 'node:path';

import { Serving } from '#test/bench/Serving.ts';
import type { Open } from './Way.ts';

/** SQL written by hand behind Node's own HTTP. */
export const openRawWay: Open = async ({ url }, things) => {
  const serving = await Serving.start([join(import.meta.dirname, 'rawServer.ts')], {
    NODE_ENV: 'production',
    DATABASE_URL: url,
  });
  things.add(() => serving.stop());
  return {
    name: 'raw',
    serving,
    ask: ({ name }, { raw }) => ({
      path: `/${name}`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(raw),
    }),
    read: (body) => JSON.parse(body),
  };
};
