import type { Asking } from '#server/access/AccessSettings.ts';

/** How many one asker may ask in a minute. */
export interface TallySettings {
  /** Names the kind of asker among the keys. */
  readonly name: string;
  readonly perMinute: number;
  /** In milliseconds, as of this computer. */
  readonly clock: () => number;
}

interface Count {
  /** In all servers, as of the last settlement. */
  settled: number;
  /** Here, since. */
  unsettled: number;
}

const minute = 60_000;
/** So that nobody fills the memory with askers. */
const mostAskers = 20_000;

const settlement = `
  insert into rate_limit as known (key, points, expire)
  select key, points, $3 from unnest($1::text[], $2::int[]) as own (key, points) order by key
  on conflict (key) do update set
    points = case when known.expire < excluded.expire then excluded.points else known.points + excluded.points end,
    expire = greatest(known.expire, excluded.expire)
  returning key, points`;

/**
 * Opptelling. How many questions each has asked in this minute.
 *
 * Counted in memory, so that no question waits for it, and settled with PostgreSQL in one statement for all askers: between two
 * settlements another server may let one asker have as much as this one does, and not more. While the database is away each server
 * counts alone.
 */
export class Tally {
  readonly #settings: TallySettings;
  #minute = 0;
  #counts = new Map<string, Count>();

  constructor(settings: TallySettings) {
    this.#settings = settings;
  }

  /** Counts one more. Gives the seconds to wait where it is one too many, else 0. */
  count(asker: string): number {
    const { perMinute, clock } = this.#settings;
    const now = clock();
    this.#turnTo(Math.floor(now / minute));
    let count = this.#counts.get(asker);
    if (!count && this.#counts.size < mostAskers) {
      count = { settled: 0, unsettled: 0 };
      this.#counts.set(asker, count);
    }
    if (!count || count.settled + count.unsettled >= perMinute) {
      return Math.ceil(((this.#minute + 1) * minute - now) / 1_000);
    }
    count.unsettled += 1;
    return 0;
  }

  /** Tells the other servers, and hears from them. What could not be told is told the next time. */
  async settle(pool: Asking): Promise<void> {
    const counts = this.#counts;
    const due = [...counts].flatMap(([asker, { unsettled }]) =>
      unsettled ? [[asker, unsettled] as const] : [],
    );
    if (!due.length) return;
    const prefix = `${this.#settings.name}:`;
    const { rows } = await pool.query<{ key: string; points: number }>({
      name: 'settle a tally',
      text: settlement,
      values: [
        due.map(([asker]) => prefix + asker),
        due.map(([, unsettled]) => unsettled),
        (this.#minute + 1) * minute,
      ],
    });
    const told = new Map(due);
    for (const { key, points } of rows) {
      const asker = key.slice(prefix.length);
      const count = counts.get(asker);
      if (!count) continue;
      count.settled = points;
      count.unsettled -= told.get(asker) ?? 0;
    }
  }

  #turnTo(now: number): void {
    if (now === this.#minute) return;
    this.#minute = now;
    this.#counts = new Map();
  }
}
