import type { AudienceCount } from '#schema/directory/audience/AudienceCount.ts';
import type { Context } from '#server/context.ts';
import { findNearest } from '#server/directory/findNearest.ts';
import { prepare } from '#server/directory/prepare.ts';
import { InvalidInput } from '#server/problems.ts';
import { livingSearch } from './audienceWords.ts';
import { findAudiences, type FoundAudience } from './findAudience.ts';

const MOST = 100;
const counting = { page: null, hasWhy: false, hasTotal: true, facets: [] } as const;

/** Teller utvalg. How many each finds, all of them side by side. Throws INVALID_INPUT. */
export async function countAudiences(
  context: Context,
  ids: readonly string[],
): Promise<AudienceCount[]> {
  if (ids.length > MOST) throw new InvalidInput({ ids: `AT_MOST_${MOST}_VALUES` });
  const found = await findAudiences(context, ids);
  return Promise.all(found.map((audience) => countOf(context, audience)));
}

async function countOf(context: Context, audience: FoundAudience): Promise<AudienceCount> {
  const { id } = audience;
  const { text, filter, isBroken } = livingSearch(audience, context);
  if (isBroken) return { id, count: 0, isCapped: false };
  const prepared = await prepare({ text, filter }, context);
  const { hits } = await findNearest(prepared, counting, context);
  return { id, count: hits.total, isCapped: hits.isCapped };
}
