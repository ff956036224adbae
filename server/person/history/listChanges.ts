import type { GraphQLResolveInfo } from 'graphql';
import { Field, ID, InputType } from 'type-graphql';

import { LocalDate } from '#schema/common/LocalDate.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { PageAsked } from '#server/common/pageOf.ts';
import { readByIds } from '#server/common/read.ts';
import { Selection } from '#server/common/Selection.ts';
import { raw, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { between, latestFirst } from './latestFirst.ts';

@InputType({ description: 'What narrows the list of changes.' })
export class ChangeFilter {
  @Field(() => ID, { nullable: true, description: 'By whom: the UUID of the user or token.' })
  by?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of what: the UUID of the record.' })
  record?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day, in Oslo.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day, inclusive.' })
  to?: string | null;
}

/** Endringer. What was changed in the whole register, the latest first. */
export function listChanges(
  context: Context,
  info: GraphQLResolveInfo,
  { filter, ...page }: PageAsked & { readonly filter?: ChangeFilter | null },
): Promise<object> {
  const { by, record, ...days } = filter ?? {};
  const selection = Selection.of(info);
  const log = {
    name: `changes ${JSON.stringify(filter ?? null)}`,
    columns: raw('c.at::text, c.id'),
    from: raw('change as c'),
    keys: [raw('c.at'), raw('c.id')],
    types: ['timestamptz', 'uuid'],
    where: [
      // Nobody and nothing has an identifier that is none.
      ...(by ? [isUuid(by) ? sql`c.by_id = ${by}` : raw('false')] : []),
      ...(record ? [isUuid(record) ? sql`c.record_id = ${record}` : raw('false')] : []),
      ...between(raw('c.at'), days),
    ],
  };
  return latestFirst(context, selection, log, page, async (tuples) => {
    const ids = tuples.map(([, id]) => id as string);
    const selected = selection.nodesOf();
    if (!selected) return ids.map((id) => ({ id }));
    return readByIds(context, selected, info.variableValues, ids);
  });
}
