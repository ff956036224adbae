import { type Sql, sql } from '#server/common/sql.ts';
import type { Hit } from './Hits.ts';
import type { Asker } from './lexemes.ts';
import { maskOf } from './maskOf.ts';
import { orderTypes } from './orderOf.ts';

/** What a reason can be found in. */
export const labelsOf = (asker: Asker): Sql =>
  sql`name, to_json(aliases), to_json(affiliations), kind, number, to_json(languages), to_json(areas), to_json(topics),
    to_json(communities), to_json(willingness), phone_audiences & ${maskOf(asker)}::integer <> 0`;

/** A hit of its identifier and its details: record, verified when, how and for how long, key, labels. */
export function hitOf(id: string, detail: readonly unknown[]): Hit {
  const [record, verifiedOn, verifiedBy, dueMonths, ...rest] = detail;
  const key = rest.slice(0, orderTypes.length);
  const [
    name,
    aliases,
    affiliations,
    kind,
    number,
    languages,
    areas,
    topics,
    communities,
    willingness,
    hasPhone,
  ] = rest.slice(orderTypes.length);
  return {
    id,
    record,
    verifiedOn,
    verifiedBy,
    dueMonths,
    key,
    isReachable: key[1] === 0,
    name,
    aliases,
    affiliations,
    kind,
    number,
    languages,
    areas,
    topics,
    communities,
    willingness,
    hasPhone,
  } as Hit;
}
