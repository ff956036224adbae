import type { GraphQLResolveInfo } from 'graphql';

import type { Type } from '#server/common/ReadModel.ts';
import type { PageAsked } from '#server/common/pageOf.ts';
import { readByIds } from '#server/common/read.ts';
import { Selection } from '#server/common/Selection.ts';
import { name, raw, type Sql, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { latestFirst } from '#server/person/history/latestFirst.ts';

/** What holds each word that was typed. */
const named = { Organisation: 'r.name', Person: `r.given_name || ' ' || r.family_name` } as const;

/**
 * Arkivet. What has been archived of a type, the latest first; of which a name holds each of the words, where some are given.
 *
 * No search knows of it: it is few, and is read from the table.
 */
export function listArchived(
  context: Context,
  info: GraphQLResolveInfo,
  type: Type & { readonly name: string },
  { text, ...page }: PageAsked & { readonly text?: string | null },
): Promise<object> {
  const selection = Selection.of(info);
  const { table } = context.readModel.readable(type.name);
  const of = raw(named[type.name as keyof typeof named]);
  const words = (text ?? '').split(/\s+/).filter(Boolean);
  const log = {
    name: `archived ${table} ${words.join(' ')}`,
    columns: raw('r.archived_on::text, r.id'),
    from: sql`${name(table)} as r`,
    keys: [raw('r.archived_on'), raw('r.id')],
    types: ['date', 'uuid'],
    where: [
      raw('r.archived_on is not null and r.merged_into is null'),
      ...(type.name === 'Person' ? [raw('r.erased_at is null')] : []),
      ...words.map((word) => holds(of, word)),
    ],
  };
  return latestFirst(context, selection, log, page, async (tuples) => {
    const ids = tuples.map(([, id]) => id as string);
    const selected = selection.nodesOf();
    if (!selected) return ids.map((id) => ({ id }));
    return readByIds(context, selected, info.variableValues, ids);
  });
}

const holds = (of: Sql, word: string): Sql => sql`strpos(lower(${of}), lower(${word})) > 0`;
