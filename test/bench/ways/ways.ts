import { openPostgraphileWay } from './postgraphile.ts';
import { openRawWay } from './raw.ts';
import { openSambandWay } from './samband.ts';
import type { Open, WayName } from './Way.ts';

/** The ways of reading, in the order in which each round asks them. */
export const ways: Readonly<Record<WayName, Open>> = {
  samband: openSambandWay,
  raw: openRawWay,
  postgraphile: openPostgraphileWay,
};
