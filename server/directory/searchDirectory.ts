import type { GraphQLResolveInfo } from 'graphql';

import type { UnderstoodWord } from '#schema/directory/UnderstoodWord.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { TermKind } from '#schema/directory/TermKind.ts';
import { freshnessOf } from '#server/common/freshnessOf.ts';
import { cut, edgeOf, pageInfoOf, sidesOf } from '#server/common/connection.ts';
import { type Page, pageOf } from '#server/common/pageOf.ts';
import { readByIds } from '#server/common/read.ts';
import type { Row } from '#server/common/Row.ts';
import { type Arguments, Selection } from '#server/common/Selection.ts';
import type { Context } from '#server/context.ts';
import type { VocabularyName } from '#server/vocabulary/Vocabulary.ts';
import { facetsIn, facetsOf } from './facets.ts';
import type { Hit, Hits } from './Hits.ts';
import type { Query } from './Query.ts';
import { findNearest, keyLength } from './findNearest.ts';
import { loosen } from './loosen.ts';
import { prepare, type Question } from './prepare.ts';
import { whyOf } from './why.ts';

const hitTypes = {
  [RecordKind.ORGANISATION]: 'OrganisationHit',
  [RecordKind.PERSON]: 'PersonHit',
} as const;

/**
 * Søk. Answers a question over organisations and people: understands it, finds the hits, and reads of those on the page what is
 * selected. The dictionary's statement, the hits' and the planner's, and one more of the hits where there are none or too many.
 */
export async function searchDirectory(
  context: Context,
  info: GraphQLResolveInfo,
  question: Question,
): Promise<object> {
  const selection = Selection.of(info);
  const { page, wantsPage } = pageIn(selection, question);
  const prepared = await prepare(question, context);
  const { hits, query } = await findNearest(
    prepared,
    {
      page: wantsPage ? { ...page, ...endsOf(page, prepared.list, context) } : null,
      hasWhy: hitSelections(selection).some((it) => it.has('why')),
      hasTotal: ['totalCount', 'loosen', 'isCapped'].some((name) => selection.has(name)),
      facets: facetsIn(selection),
    },
    context,
  );
  const nodes = await nodesOf(
    cut(hits.found, page),
    query,
    selection,
    info.variableValues,
    context,
  );
  const isEmpty = selection.has('loosen') && hits.total === 0;
  return {
    ...pageOfHits(hits, page, (hit) => nodes.get(hit), context, prepared.list),
    totalCount: hits.total,
    isCapped: hits.isCapped,
    facets: facetsOf(hits.facets, context),
    understood: understoodOf(query, context),
    loosen: isEmpty ? await loosen(query, context) : [],
  };
}

/** Where the page begins and ends, as keys of the order. Throws INVALID_INPUT for a cursor of another list. */
export function endsOf({ after, before }: Page, list: () => string, { cursors }: Context) {
  return {
    after: after === null ? null : cursors.read(list(), after, 'after', keyLength),
    before: before === null ? null : cursors.read(list(), before, 'before', keyLength),
  };
}

/** The page that is asked for, and whether anything of it is selected. */
export function pageIn(selection: Selection, question: Question) {
  const wantsPage = ['nodes', 'edges', 'pageInfo'].some((name) => selection.has(name));
  return { page: pageOf(question), wantsPage };
}

/** A page of whatever `nodeOf` makes of the hits; those that it makes nothing of are left out. */
export function pageOfHits(
  { found }: Hits,
  page: Page,
  nodeOf: (hit: Hit) => object | null | undefined,
  { cursors }: Context,
  list: () => string,
): object {
  const hits = cut(found, page);
  const cursorOf = (hit: Hit) => cursors.write(list(), hit.key);
  const edges = hits.flatMap((hit) => {
    const node = nodeOf(hit);
    return node ? [edgeOf(hit, node, cursorOf)] : [];
  });
  return {
    nodes: edges.map(({ node }) => node),
    edges,
    pageInfo: pageInfoOf(hits, sidesOf(found.length > page.size, page), cursorOf),
  };
}

const hitSelections = (selection: Selection): Selection[] =>
  Object.values(hitTypes).flatMap((type) => selection.nodesOf(type) ?? []);

/** The hits of the page with what is selected of them; organisations and people are read side by side. */
async function nodesOf(
  found: readonly Hit[],
  { understanding }: Query,
  selection: Selection,
  variables: Arguments,
  context: Context,
): Promise<Map<Hit, object>> {
  const read = async (
    record: RecordKind,
    field: string,
  ): Promise<Map<string, Row | null> | null> => {
    const selected = selection.nodesOf(hitTypes[record])?.within([field]);
    if (!selected) return null;
    const ids = found.filter((hit) => hit.record === record).map(({ id }) => id);
    const rows = await readByIds(context, selected, variables, ids);
    return new Map(ids.map((id, place) => [id, rows[place] ?? null]));
  };
  const [organisations, people] = await Promise.all([
    read(RecordKind.ORGANISATION, 'organisation'),
    read(RecordKind.PERSON, 'person'),
  ]);
  const hasWhy = hitSelections(selection).some((it) => it.has('why'));
  const nodes = new Map<Hit, object>();
  for (const hit of found) {
    const isOrganisation = hit.record === RecordKind.ORGANISATION;
    const rows = isOrganisation ? organisations : people;
    const row = rows?.get(hit.id);
    if (rows && !row) continue;
    nodes.set(hit, {
      __typename: hitTypes[hit.record],
      id: hit.id,
      [isOrganisation ? 'organisation' : 'person']: row,
      why: hasWhy ? whyOf(hit, understanding, context.vocabulary, context.locale) : [],
      freshness: freshnessOf(hit.verifiedOn, hit.verifiedBy, context.today, hit.dueMonths),
      isReachable: hit.isReachable,
    });
  }
  return nodes;
}

const vocabularyOf: Partial<Record<TermKind, VocabularyName>> = {
  [TermKind.LANGUAGE]: 'Language',
  [TermKind.AREA]: 'Area',
  [TermKind.TOPIC]: 'Topic',
  [TermKind.COMMUNITY]: 'Community',
};

/** What the words were understood as, in the order in which they were typed. */
function understoodOf({ understanding }: Query, { vocabulary, locale }: Context): UnderstoodWord[] {
  const understood = understanding.groups
    .flatMap(({ divisions }) => divisions[0] ?? [])
    .flatMap(({ typed, meanings }) =>
      meanings.map(({ kind, value, key }): UnderstoodWord => {
        const name = vocabularyOf[kind];
        const term = name && vocabulary.byNumber(name, Number(key), locale);
        return { word: typed, kind, value, label: term?.name ?? null };
      }),
    );
  // Who types a word twice gets one chip.
  const once = new Map(
    understood.map((it) => [`${it.kind} ${it.value} ${it.word.toLowerCase()}`, it]),
  );
  return [...once.values()];
}
