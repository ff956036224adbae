import type { GraphQLResolveInfo } from 'graphql';
import { Field, ID, InputType } from 'type-graphql';

import type { DuplicateReasonKind } from '#schema/directory/duplicate/DuplicateReasonKind.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { Person } from '#schema/person/Person.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { PageAsked } from '#server/common/pageOf.ts';
import { readByIds } from '#server/common/read.ts';
import type { Row } from '#server/common/Row.ts';
import { type Arguments, Selection } from '#server/common/Selection.ts';
import { bound, column, every, later, raw, type Sql, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { isPlacedWithin } from '#server/organisation/isPlacedWithin.ts';
import { isOpenToViewer } from '#server/person/contactAccess.ts';
import { latestFirst } from '#server/person/history/latestFirst.ts';
import { isWithin } from '#server/person/personScope.ts';
import { InvalidInput } from '#server/problems.ts';
import { personal } from './refreshDuplicates.ts';
import { least } from './weights.ts';

@InputType({ description: 'What narrows the list of pairs.' })
export class DuplicateFilter {
  @Field(() => RecordKind, { description: 'Pairs of organisations, or pairs of people.' })
  kind!: RecordKind;

  @Field(() => ID, {
    nullable: true,
    description: 'The UUID of a health trust: pairs of which one serves its catchment area today.',
  })
  trust?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The code of an area: pairs of which one serves it or something in it.',
  })
  area?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those of which somebody has said that they are not the same.',
  })
  isDecided?: boolean | null;
}

interface Told {
  readonly score: number;
  readonly one: string;
  readonly other: string;
  readonly kind: RecordKind;
  readonly reasons: readonly DuplicateReasonKind[];
  readonly isOpen: boolean;
  readonly mayMerge: boolean;
  readonly by: string | null;
  readonly at: string | null;
  readonly reason: string | null;
}

const own = later(({ context: { viewer } }) => (viewer?.scope ? [...viewer.scope] : null));

/**
 * Dubletter. Pairs that may be the same, the likeliest first: those of which one is in the viewer's scope, without those that somebody has
 * looked at and knows better.
 *
 * What two people are reached by tells whose it is, so it counts only where the viewer might read it of both: for the purpose that is stated, with
 * their consent, in scope. Then it is a read, and logged. For the others the pair is what is left without it, or not there.
 */
export async function listDuplicates(
  context: Context,
  info: GraphQLResolveInfo,
  { filter, ...page }: PageAsked & { readonly filter: DuplicateFilter },
): Promise<object> {
  const selection = Selection.of(info);
  const asked = { context, args: {} };
  const pairs = pairsOf(context, filter.kind);
  const areas = await areasIn(context, filter);
  const log = {
    name: `duplicates ${JSON.stringify(filter)}`,
    columns: bound(
      asked,
      sql`${pairs.score}, c.one_id, c.other_id, c.reasons, ${pairs.isOpen}, ${pairs.areIn(own)},
        coalesce(u.name, t.label), d.decided_at, d.reason`,
    ),
    from: pairs.from,
    keys: [bound(asked, pairs.score), raw('c.one_id'), raw('c.other_id')],
    types: ['integer', 'uuid', 'uuid'],
    where: [
      sql`c.record_kind = ${filter.kind}`,
      filter.isDecided ? raw('d.id is not null') : raw('d.id is null'),
      bound(asked, pairs.rules),
      sql`${bound(asked, pairs.score)} >= ${least.inTheList}::integer`,
      bound(asked, pairs.isOneIn(own)),
      ...(areas ? [bound(asked, pairs.isOneIn(later(() => areas)))] : []),
    ],
  };
  return latestFirst(context, selection, log, page, async (tuples) => {
    // A tuple's values are unknown to the planner; the columns above say what stands where.
    const told = tuples.map(
      ([score, one, other, reasons, isOpen, mayMerge, by, at, reason]) =>
        ({
          kind: filter.kind,
          score,
          one,
          other,
          reasons,
          isOpen,
          mayMerge,
          by,
          at,
          reason,
        }) as unknown as Told,
    );
    return nodesOf(context, selection, info.variableValues, told);
  });
}

/** What differs between pairs of organisations and of people. */
function pairsOf(
  { readModel }: Context,
  kind: RecordKind,
): {
  readonly from: Sql;
  readonly rules: Sql;
  readonly score: Sql;
  readonly isOpen: Sql;
  readonly isOneIn: (areas: ReturnType<typeof later>) => Sql;
  readonly areIn: (areas: ReturnType<typeof later>) => Sql;
} {
  const isPerson = kind === RecordKind.PERSON;
  const { rule, table } = readModel.readable(isPerson ? Person.name : Organisation.name);
  const within = (alias: string, areas: ReturnType<typeof later>) =>
    isPerson ? isWithin(column(alias, 'id'), areas) : isPlacedWithin(alias, areas);
  const isOpen = isPerson
    ? sql`(c.score = c.open_score or (${isOpenToViewer(raw('c.one_id'))} and ${isOpenToViewer(raw('c.other_id'))}))`
    : raw('true');
  return {
    from: raw(`duplicate_candidate as c
      join ${table} as a on a.id = c.one_id join ${table} as b on b.id = c.other_id
      left join lateral (
        select * from duplicate_decision as d where d.undone_at is null
          and (d.one_id, d.other_id) in ((c.one_id, c.other_id), (c.other_id, c.one_id)) limit 1
      ) as d on true
      left join staff_user as u on u.id = d.decided_by left join api_token as t on t.id = d.decided_by`),
    rules: every([rule('a'), rule('b'), raw('a.archived_on is null and b.archived_on is null')]),
    score: isPerson ? sql`case when ${isOpen} then c.score else c.open_score end` : raw('c.score'),
    isOpen,
    isOneIn: (areas) => sql`(${within('a', areas)} or ${within('b', areas)})`,
    areIn: (areas) => sql`(${within('a', areas)} and ${within('b', areas)})`,
  };
}

/** The areas that are asked for; null where none are. Throws INVALID_INPUT. */
async function areasIn(
  { reader, today, vocabulary, locale }: Context,
  { trust, area }: DuplicateFilter,
): Promise<number[] | null> {
  if (trust) {
    const [row] = isUuid(trust)
      ? await reader.rows<[number[]]>(
          sql`select areas_in_scope(id, null, ${today}::date) from organisation where id = ${trust}::uuid`,
        )
      : [];
    if (!row) throw new InvalidInput({ trust: 'UNKNOWN_TRUST' });
    return row[0];
  }
  if (!area) return null;
  const known = vocabulary.byCode('Area', area, locale);
  if (!known) throw new InvalidInput({ area: 'UNKNOWN' });
  const [row] = await reader.rows<[number[]]>(
    sql`select areas_in_scope(null, ${known.number}, ${today}::date)`,
  );
  return row?.[0] ?? [];
}

/** What is shown of the pairs of a page; those of which one is gone meanwhile are null. */
export async function nodesOf(
  context: Context,
  selection: Selection,
  variables: Arguments,
  told: readonly Told[],
): Promise<(object | null)[]> {
  const [first] = told;
  if (!first) return [];
  const field = first.kind === RecordKind.PERSON ? 'person' : 'organisation';
  const selected = selection.nodesOf()?.within(['one', 'other'])?.within([field]) ?? null;
  const ids = [...new Set(told.flatMap(({ one, other }) => [one, other]))];
  const rows = selected ? await readByIds(context, selected, variables, ids) : null;
  const byId = new Map<string, Row | null>(ids.map((id, at) => [id, rows?.[at] ?? null]));
  const side = (id: string) => ({
    id,
    organisation: null,
    person: null,
    [field]: byId.get(id) ?? null,
  });
  return told.map((pair) => {
    const { one, other, kind, score, reasons, isOpen, mayMerge, by, at, reason } = pair;
    if (rows && (!byId.get(one) || !byId.get(other))) return null;
    const isByContact = kind === RecordKind.PERSON && reasons.some((it) => personal.has(it));
    if (isByContact && isOpen) {
      for (const id of [one, other]) context.disclosures.note(id, ['contactPoints.value']);
    }
    return {
      id: `${one}:${other}`,
      kind,
      score,
      reasons: isByContact && !isOpen ? reasons.filter((it) => !personal.has(it)) : reasons,
      one: side(one),
      other: side(other),
      decision: at === null ? null : { by, at, reason },
      viewerMay: {
        merge: mayMerge && (context.viewer?.permissions.has('register.merge') ?? false),
      },
    };
  });
}
