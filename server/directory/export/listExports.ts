import type { GraphQLResolveInfo } from 'graphql';
import { Field, ID, InputType } from 'type-graphql';

import { ReadPurpose } from '#schema/access/ReadPurpose.ts';
import { LocalDate } from '#schema/common/LocalDate.ts';
import type { Export } from '#schema/directory/export/Export.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { PageAsked } from '#server/common/pageOf.ts';
import { Selection } from '#server/common/Selection.ts';
import { raw, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { between, latestFirst } from '#server/person/history/latestFirst.ts';

@InputType({ description: 'What narrows the list of exports.' })
export class ExportListFilter {
  @Field(() => ID, { nullable: true, description: 'By whom: the UUID of the user or token.' })
  by?: string | null;

  @Field(() => ReadPurpose, { nullable: true, description: 'For what.' })
  purpose?: ReadPurpose | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day, in Oslo.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day, inclusive.' })
  to?: string | null;
}

/** Whoever fetched it has long gone, and so has the server that would have said so. */
const columns =
  raw(`e.at, e.id, e.via, e.purpose, e.reason, e.format, e.search, e.organisations, e.people, e.people_shown,
  case when e.state = 'under_way' and e.expires_at < now() - interval '1 day' then 'broken' else e.state end,
  s.id, s.name, s.role`);

const from = raw(
  `export as e left join staff_user as s on s.id = e.by_id and e.via in ('session', 'system')`,
);

type Logged = readonly [
  at: Date,
  id: string,
  via: Export['via'],
  purpose: Export['purpose'],
  reason: string | null,
  format: Export['format'],
  search: string,
  organisations: number,
  people: number,
  peopleShown: number,
  state: Export['state'],
  authorId: string | null,
  authorName: string,
  authorRole: NonNullable<Export['by']>['role'],
];

/** Eksporter. Who took what out of the register, the latest first. */
export function listExports(
  context: Context,
  info: GraphQLResolveInfo,
  { filter, ...page }: PageAsked & { readonly filter?: ExportListFilter | null },
): Promise<object> {
  const { by, purpose, ...days } = filter ?? {};
  const log = {
    name: `exports ${JSON.stringify(filter ?? null)}`,
    columns,
    from,
    keys: [raw('e.at'), raw('e.id')],
    types: ['timestamptz', 'uuid'],
    where: [
      ...(by ? [isUuid(by) ? sql`e.by_id = ${by}` : raw('false')] : []),
      ...(purpose ? [sql`e.purpose = ${purpose}`] : []),
      ...between(raw('e.at'), days),
    ],
  };
  return latestFirst(context, Selection.of(info), log, page, async (tuples) =>
    // A tuple's values are unknown to the planner; the columns above say what stands where.
    tuples.map((tuple) => exportOf(tuple as unknown as Logged)),
  );
}

function exportOf(logged: Logged): Export {
  const [
    at,
    id,
    via,
    purpose,
    reason,
    format,
    search,
    organisations,
    people,
    peopleShown,
    state,
    ...author
  ] = logged;
  const [authorId, name, role] = author;
  return {
    id,
    at: new Date(at).toISOString(),
    by: authorId ? { id: authorId, name, role } : null,
    via,
    purpose,
    reason,
    format,
    search,
    organisations,
    people,
    peopleShown,
    state,
  };
}
