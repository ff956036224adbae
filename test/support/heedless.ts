import type { PostgresSettings } from '#server/launch/postgresSettings.ts';

/** Faster than safe: what a test writes need not outlive a power cut. */
export const heedless: PostgresSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};
