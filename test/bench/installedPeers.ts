import { join } from 'node:path';

import { installedApart } from '#test/support/installedApart.ts';
import { say } from './surroundings.ts';

/** Where the peers are: two hundred packages, which the first bench that compares itself with them installs. */
export const installedPeers = (): Promise<string> =>
  installedApart(
    {
      name: 'bench-peers',
      asked: join(import.meta.dirname, 'peers'),
      what: 'what Samband is compared with',
      needed: ['postgraphile'],
    },
    say,
  );
