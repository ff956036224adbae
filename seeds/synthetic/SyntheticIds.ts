import { createHash } from 'node:crypto';

/** What the identifiers of synthesised records begin with, whatever the seed. */
const marker = 'f1c7';

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');

/**
 * The identifiers of a synthesised register: UUIDs of version 8, our own layout, in the order in which the records are made.
 *
 * A marker, the seed's hash, the organisation's place and the part of it. In order, because an index that only grows at its end is an
 * order of magnitude cheaper to load than one that is hit at random; so it is with version 7, which new registers would use.
 */
export class SyntheticIds {
  readonly #start: string;

  constructor(seed: string) {
    const hash = createHash('sha256').update(`synthetic/${seed}`).digest('hex');
    this.#start = `${marker}${hash.slice(0, 4)}-${hash.slice(4, 8)}-8`;
  }

  /** `index`: the place of the organisation, below 2^24. `part`: which of its things, below 2^16. */
  of(index: number, part: number): string {
    return `${this.#start}${hex(index >> 12, 3)}-8${hex(index & 0xfff, 3)}-${hex(part, 4)}00000000`;
  }

  /** The first and the last identifier that a register of this seed can hold. */
  get range(): readonly [first: string, last: string] {
    return [this.of(0, 0), this.of(0xffffff, 0xffff)];
  }

  /** The first and the last identifier that a register of any seed can hold. Others that lie between have another version. */
  static readonly range = [
    `${marker}0000-0000-8000-8000-000000000000`,
    `${marker}ffff-ffff-8fff-8fff-ffffffffffff`,
  ] as const;

  /** Whether an identifier is that of a synthesised record, as SQL over a column. */
  static isOne = (column: string): string =>
    `${column}::text ~ '^${marker}[0-9a-f]{4}-[0-9a-f]{4}-8'`;

  /** The place of the organisation that an identifier belongs to, as SQL over a column. */
  static indexIn = (column: string): string =>
    `('x' || lpad(substr(${column}::text, 16, 3) || substr(${column}::text, 21, 3), 8, '0'))::bit(32)::integer`;
}
