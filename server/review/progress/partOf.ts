import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { ProgressBy } from '#schema/review/progress/ProgressBy.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';

/** Where a request says by what it is told apart. */
export const progressColumns: Readonly<Record<ProgressBy, string>> = {
  [ProgressBy.TRUST]: 'trust_id',
  [ProgressBy.MUNICIPALITY]: 'municipality_number',
  [ProgressBy.KIND]: 'kind',
  [ProgressBy.LANGUAGE]: 'language',
};

/** A row of the progress: by what it is told apart, and which. */
export interface Part {
  readonly by: ProgressBy | null;
  /** As `ProgressRow` tells it; null for those of whom it is not known. */
  readonly key: string | null;
}

/**
 * En rad i fremdriften, as a condition in SQL on a request `q`, and the value of its one parameter.
 *
 * Throws INVALID_INPUT (`key: UNKNOWN`).
 */
export function partOf(
  context: Pick<Context, 'vocabulary' | 'locale'>,
  { by, key }: Part,
  parameter: string,
): { readonly condition: string; readonly value: unknown } {
  if (by === null) return { condition: `${parameter}::text is null`, value: null };
  const column = `q.${progressColumns[by]}`;
  if (key === null) {
    return { condition: `${column} is null and ${parameter}::text is null`, value: null };
  }
  const value = columnValues[by](key, context);
  if (value === undefined) throw new InvalidInput({ key: 'UNKNOWN' });
  return { condition: `${column} = ${parameter}`, value };
}

const columnValues: Readonly<
  Record<ProgressBy, (key: string, context: Pick<Context, 'vocabulary' | 'locale'>) => unknown>
> = {
  [ProgressBy.TRUST]: (key) => (isUuid(key) ? key : undefined),
  [ProgressBy.MUNICIPALITY]: (key, { vocabulary, locale }) => vocabulary.area(key, locale)?.number,
  [ProgressBy.KIND]: (key) => (OrganisationKind as Readonly<Record<string, string>>)[key],
  [ProgressBy.LANGUAGE]: (key) => key,
};
