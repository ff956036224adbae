import { type Asker, audienceBits } from './lexemes.ts';

/** The audiences of the one who asks, as bits. */
export const maskOf = ({ audiences }: Asker): number =>
  audiences.reduce((all, audience) => all | audienceBits[audience], 0);
