import type { PersonalKey } from '#schema/common/PersonalKey.ts';
import type { Belonging } from './Belonging.ts';
import type { Mergeable } from './Mergeable.ts';
import type { JsonRow, KnownRow, Snapshot } from './snapshot.ts';

/** Radendring. What a merge did to one row. */
export interface RowChange {
  readonly table: string;
  readonly relation: string;
  readonly id: string;
  /** Whose key it is sealed with, where it tells something of a person. */
  readonly person: string | null;
  /** All of a row that went, or the columns that changed; null where it was made. */
  readonly before: JsonRow | null;
  /** The columns that changed; null where it went. */
  readonly after: JsonRow | null;
  /** A keyed hash of what did not change and people watch over. */
  readonly print: Buffer | null;
}

/** The name under which the two records themselves stand. */
export const itself = 'itself';

/** Radendringer. What differs between how things stood and how they stand. */
export function rowChanges(
  of: Mergeable,
  before: Snapshot,
  after: Snapshot,
  key: PersonalKey,
): RowChange[] {
  const changes: RowChange[] = [];
  for (const place of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(place), after.get(place)];
    const known = (was ?? is) as KnownRow;
    const { table, belonging, id } = known;
    const about = {
      table,
      relation: belonging?.relation ?? itself,
      id,
      person: personOf(of, known),
    };
    if (!is) {
      changes.push({ ...about, before: known.row, after: null, print: null });
      continue;
    }
    const print = belonging ? printOf(belonging, is.row, key) : null;
    if (!was) {
      const { column = 'id' } = belonging ?? {};
      changes.push({ ...about, before: null, after: { [column]: is.row[column] }, print });
      continue;
    }
    const columns = Object.keys(is.row).filter(
      (it) => it !== 'version' && !isSame(was.row[it], is.row[it]),
    );
    if (columns.length) {
      const only = (row: JsonRow) => Object.fromEntries(columns.map((it) => [it, row[it]]));
      changes.push({ ...about, before: only(was.row), after: only(is.row), print });
    }
  }
  return changes;
}

function personOf(of: Mergeable, { belonging, id, row }: KnownRow): string | null {
  if (!belonging) return of.kind === 'person' ? id : null;
  return belonging.person ? String(row[belonging.person]) : null;
}

/**
 * Avtrykk. The same as long as nobody has changed the row. What points at a record may be moved on, and is compared on its own; what other
 * things than people keep, nobody has changed.
 */
export function printOf(
  { becomes, column, unwatched = [] }: Belonging,
  row: JsonRow,
  key: PersonalKey,
): Buffer | null {
  if (becomes !== 'moves') return null;
  const left = new Set([column, 'position', 'version', ...unwatched]);
  const watched = Object.entries(row).filter(([it]) => !left.has(it));
  return key.blindIndex(JSON.stringify(watched));
}

/** Both are JSON as PostgreSQL writes it, which has one order of keys. */
export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
