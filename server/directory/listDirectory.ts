import type { RecordKind } from '#schema/directory/RecordKind.ts';
import { readByIds } from '#server/common/read.ts';
import type { Selection } from '#server/common/Selection.ts';
import type { Context } from '#server/context.ts';
import { facetsIn, facetsOf } from './facets.ts';
import { findNearest } from './findNearest.ts';
import { prepare, type Question } from './prepare.ts';
import { pageIn, pageOfHits } from './searchDirectory.ts';

/** Liste. Organisations alone, or people alone, found and ordered as a search does. */
export async function listDirectory(
  context: Context,
  selection: Selection,
  only: RecordKind,
  question: Question,
): Promise<object> {
  const { page, wantsPage } = pageIn(selection, question);
  const prepared = await prepare(question, context, only);
  const key = page.after === null ? null : context.cursors.read(prepared.list, page.after);
  const { hits } = await findNearest(
    prepared,
    {
      page: wantsPage ? { ...page, key } : null,
      hasWhy: false,
      hasTotal: ['totalCount', 'isCapped'].some((name) => selection.has(name)),
      facets: facetsIn(selection),
    },
    context,
  );
  const selected = selection.nodesOf() ?? selection.bare('nodes');
  const ids = hits.found.slice(0, page.first).map(({ id }) => id);
  const rows = selection.nodesOf()
    ? await readByIds(context, selected, ids)
    : ids.map((id) => ({ id }));
  const byId = new Map(rows.map((row) => [row['id'], row]));
  return {
    ...pageOfHits(hits, page, ({ id }) => byId.get(id), context, prepared.list),
    totalCount: hits.total,
    isCapped: hits.isCapped,
    facets: facetsOf(hits.facets, context),
  };
}
