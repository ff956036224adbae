import type { GraphQLResolveInfo } from 'graphql';

import type { RecordKind } from '#schema/directory/RecordKind.ts';
import { cut } from '#server/common/connection.ts';
import { readByIds } from '#server/common/read.ts';
import { Selection } from '#server/common/Selection.ts';
import type { Context } from '#server/context.ts';
import { facetsIn, facetsOf } from './facets.ts';
import { findNearest } from './findNearest.ts';
import { prepare, type Question } from './prepare.ts';
import { endsOf, pageIn, pageOfHits } from './searchDirectory.ts';

/** Liste. Organisations alone, or people alone, found and ordered as a search does. */
export async function listDirectory(
  context: Context,
  info: GraphQLResolveInfo,
  only: RecordKind,
  question: Question,
): Promise<object> {
  const selection = Selection.of(info);
  const { page, wantsPage } = pageIn(selection, question);
  const prepared = await prepare(question, context, only);
  const { hits } = await findNearest(
    prepared,
    {
      page: wantsPage ? { ...page, ...endsOf(page, prepared.list, context) } : null,
      hasWhy: false,
      hasTotal: ['totalCount', 'isCapped'].some((name) => selection.has(name)),
      facets: facetsIn(selection),
    },
    context,
  );
  const selected = selection.nodesOf();
  const ids = cut(hits.found, page).map(({ id }) => id);
  // Who asks for the cursors alone gets each of them.
  const rows = selected
    ? await readByIds(context, selected, info.variableValues, ids)
    : ids.map((id) => ({ id }));
  const byId = new Map(ids.map((id, place) => [id, rows[place]]));
  return {
    ...pageOfHits(hits, page, ({ id }) => byId.get(id), context, prepared.list),
    totalCount: hits.total,
    isCapped: hits.isCapped,
    facets: facetsOf(hits.facets, context),
  };
}
