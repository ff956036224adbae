import type { GraphQLResolveInfo } from 'graphql';
import { Field, ID, InputType } from 'type-graphql';

import type { ReadOfPerson } from '#schema/access/ReadOfPerson.ts';
import { ReadPurpose } from '#schema/access/ReadPurpose.ts';
import { LocalDate } from '#schema/common/LocalDate.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { PageAsked } from '#server/common/pageOf.ts';
import { Selection } from '#server/common/Selection.ts';
import { raw, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { between, latestFirst } from './latestFirst.ts';

@InputType({ description: 'What narrows the list of reads.' })
export class ReadFilter {
  @Field(() => ID, { nullable: true, description: 'By whom: the UUID of the user or token.' })
  by?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of whom: the UUID of the person.' })
  person?: string | null;

  @Field(() => ReadPurpose, { nullable: true, description: 'For what.' })
  purpose?: ReadPurpose | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day, in Oslo.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day, inclusive.' })
  to?: string | null;
}

const columns = raw(`r.batch, r.place, r.at, r.via, r.fields, r.purpose, r.request_id,
  r.person_id, nullif(trim(p.given_name || ' ' || p.family_name), ''), s.id, s.name, s.role`);

const from = raw(`read_log as r
  left join person as p on p.id = r.person_id
  left join staff_user as s on s.id = r.viewer_id and r.via in ('session', 'system')`);

type Logged = readonly [
  batch: string,
  place: number,
  at: string,
  via: ReadOfPerson['via'],
  fields: string[],
  purpose: ReadOfPerson['purpose'],
  requestId: string,
  personId: string,
  personName: string | null,
  authorId: string | null,
  authorName: string,
  authorRole: NonNullable<ReadOfPerson['by']>['role'],
];

/** Lesninger. Who has got to know how people are reached, the latest first. */
export function listReads(
  context: Context,
  info: GraphQLResolveInfo,
  { filter, ...page }: PageAsked & { readonly filter?: ReadFilter | null },
): Promise<object> {
  const { by, person, purpose, ...days } = filter ?? {};
  const log = {
    name: `reads ${JSON.stringify(filter ?? null)}`,
    columns,
    from,
    keys: [raw('r.batch'), raw('r.place')],
    types: ['bigint', 'integer'],
    where: [
      // Nobody has an identifier that is none.
      ...(by ? [isUuid(by) ? sql`r.viewer_id = ${by}` : raw('false')] : []),
      ...(person ? [isUuid(person) ? sql`r.person_id = ${person}` : raw('false')] : []),
      ...(purpose ? [sql`r.purpose = ${purpose}`] : []),
      ...between(raw('r.at'), days),
      // A batch stands in the month of its last read: older months are not looked into.
      ...(days.from ? [sql`r.month >= date_trunc('month', ${days.from}::date - 1)`] : []),
    ],
  };
  return latestFirst(context, Selection.of(info), log, page, async (tuples) =>
    // A tuple's values are unknown to the planner; the columns above say what stands where.
    tuples.map((tuple) => readOf(tuple as unknown as Logged)),
  );
}

function readOf(logged: Logged): ReadOfPerson {
  const [batch, place, at, via, fields, purpose, requestId, personId, personName, ...author] =
    logged;
  const [id, name, role] = author;
  return {
    id: `${batch}:${place}`,
    at: new Date(at).toISOString(),
    by: id ? { id, name, role } : null,
    via,
    person: { id: personId, name: personName },
    fields,
    purpose,
    requestId,
  };
}
