import { setImmediate as pause } from 'node:timers/promises';

import { RecordKind } from '#schema/directory/RecordKind.ts';
import { sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import type { HitPage, Hits, Wanted } from '#server/directory/Hits.ts';
import { hitOf, labelsOf } from '#server/directory/hitOf.ts';
import type { Query } from '#server/directory/Query.ts';
import { isForEverybody, isForNobody, visibleEntries } from '#server/directory/visibleEntries.ts';
import { betterThan } from './betterThan.ts';
import { Compiler } from './Compiler.ts';
import type { Entries } from './Entries.ts';
import { verificationMethods } from './entryColumns.ts';
import { dayOf } from './EntryRow.ts';
import { FacetCounter } from './FacetCounter.ts';
import { KEY_NUMBERS, numbersOf, orderIn, rankOf } from './order.ts';
import type { Scan } from './Scan.ts';
import { verifiedIn } from './verifiedIn.ts';
import { type Place, type Ranked, type Stretch, Top } from './Top.ts';

/** What is searched, with which room to work in, and how long before others get their turn. */
export interface Searched {
  readonly entries: Entries;
  readonly scan: Scan;
  readonly turn: number;
}

/**
 * Søk i minnet. The same hits, in the same order and with the same keys, as the statement in `findHits`; null for questions that need
 * what is not in memory.
 */
export async function searchEntries(
  { entries, scan, turn }: Searched,
  query: Query,
  wanted: Wanted,
  context: Context,
): Promise<Hits | null> {
  const { viewer, today } = context;
  const rule = visibleEntries(viewer);
  if (rule !== isForEverybody && rule !== isForNobody) return null;
  if (query.people.length) return null;
  const compiler = new Compiler(entries.terms);
  const hit = compiler.and([
    compiler.condition(query.conditions.hit),
    ...query.narrowed.narrowings.flatMap(({ condition, verified }) => [
      ...(condition ? [compiler.condition(condition)] : []),
      ...(verified ? [compiler.or(verified.map((when) => verifiedIn(compiler, when)))] : []),
    ]),
    ...(rule === isForNobody ? [compiler.or([])] : []),
  ]);
  const { page, facets, hasTotal } = wanted;
  const levels = page ? orderIn(compiler, query, today) : [];
  const stretch = page && stretchOf(page);
  const counter = facets.length
    ? new FacetCounter(facets, entries.facetValues, compiler, query.asker, today)
    : null;
  if (!compiler.isAnswerable || (page && !stretch)) return null;

  const top = stretch && new Top(scan, levels, stretch);
  let total = 0;
  let since = performance.now();
  const alone = hasTotal || counter ? null : top;
  for (const part of entries.parts) {
    const beaten = alone?.rankToBeat(part.segment.columns) ?? null;
    if (beaten !== null && alone?.isBeaten(beaten)) continue;
    const sought =
      beaten === null ? hit : compiler.and([hit, betterThan(compiler, levels, beaten)]);
    const hits = scan.hitsIn(part, sought);
    if (hits) {
      const { columns } = part.segment;
      total += hits.count;
      counter?.add(hits, part.segment, scan);
      top?.add(hits, columns);
    }
    if (performance.now() - since < turn) continue;
    await pause();
    since = performance.now();
  }
  const found = await detailed(top?.kept ?? [], query, wanted, context);
  return (
    found && {
      found,
      total: hasTotal ? total : 0,
      isCapped: false,
      facets: counter?.result() ?? new Map(),
    }
  );
}

/** What part of the hits a page is, and one more; null where it begins or ends at a place that no order of ours has. */
function stretchOf({ size, isBackward, after, before }: HitPage): Stretch | null {
  const ends = { after: after && placeOf(after), before: before && placeOf(before) };
  if ((after && !ends.after) || (before && !ends.before)) return null;
  return { count: size + 1, isBackward, ...ends };
}

function placeOf(key: readonly unknown[]): Place | null {
  const rank = rankOf(key);
  const [age, name, id] = key.slice(KEY_NUMBERS);
  if (rank === null || typeof age !== 'number') return null;
  if (typeof name !== 'string' || typeof id !== 'string') return null;
  return { rank, age, name: Buffer.from(name), id: Buffer.from(id.replaceAll('-', ''), 'hex') };
}

/**
 * The hits as they are told of. Labels, where somebody asks why, are read for them alone; null when one of them has just gone, for then
 * the database knows better.
 */
async function detailed(
  kept: readonly Ranked[],
  { asker }: Query,
  { hasWhy }: Wanted,
  { reader }: Context,
): Promise<Hits['found'] | null> {
  const hits = kept.map(({ rank, age, columns, slot }) => {
    const id = columns.id(slot);
    const key = [...numbersOf(rank), age, columns.sortName(slot), id];
    const record = columns.isPerson(slot) ? RecordKind.PERSON : RecordKind.ORGANISATION;
    const verifiedBy = verificationMethods[columns.data.methods[slot]!];
    const dueMonths = columns.data.months[slot]!;
    return { id, detail: [record, dayOf(age), verifiedBy, dueMonths, ...key] };
  });
  if (!hasWhy || !hits.length) return hits.map(({ id, detail }) => hitOf(id, detail));
  const rows = await reader.rows<[string, ...unknown[]]>(
    sql`select id::text, ${labelsOf(asker)} from directory_entry where id = any(${hits.map(({ id }) => id)}::uuid[])`,
  );
  const labels = new Map(rows.map(([id, ...rest]) => [id, rest]));
  if (hits.some(({ id }) => !labels.has(id))) return null;
  return hits.map(({ id, detail }) => hitOf(id, [...detail, ...labels.get(id)!]));
}
