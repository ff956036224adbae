import { existsSync } from 'node:fs';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

import { LongestFirst } from './test/support/LongestFirst.ts';

const database = 'test/support/database.ts';

export default defineConfig({
  resolve: {
    alias: [
      // One graphql for our sources and for the packages that are loaded by Node itself.
      { find: /^graphql$/, replacement: 'graphql/index.js' },
      // Sources, never what was built of them: the global set-up does not heed the conditions below.
      { find: /^#(?=(schema|server|client|seeds|test)\/)/, replacement: `${import.meta.dirname}/` },
    ],
    conditions: ['source', ...defaultClientConditions],
  },
  ssr: { resolve: { conditions: ['source', ...defaultServerConditions] } },
  test: {
    // A screen test asks for a browser's document in its first line: // @vitest-environment jsdom
    environment: 'node',
    globalSetup: existsSync(database) ? [database] : [],
    include: ['test/**/*.test.{ts,tsx}'],
    maxWorkers: 2,
    pool: 'forks',
    sequence: { sequencer: LongestFirst },
    // Two busy cores are slow at times; a test that hangs is still found.
    hookTimeout: 120_000,
    testTimeout: 120_000,
    // Where nobody can run it again. Which tests took two tries is said by name.
    retry: process.env.CI ? 1 : 0,
    // One of them calls its sources by the name that we call ours: Node does not read TypeScript of others.
    server: { deps: { inline: ['downshift', 'compute-scroll-into-view'] } },
  },
});
