import { DirectoryFilter } from '#schema/directory/DirectoryFilter.ts';

/** The fields of a filter, in the order in which a sentence names them. */
export const filterFields = [
  'only',
  'kinds',
  'languages',
  'languageLevel',
  'areas',
  'trust',
  'topics',
  'communities',
  'willingness',
  'hasPhone',
  'freshness',
  'verifiedSince',
  'asText',
] as const satisfies readonly (keyof DirectoryFilter)[];
export type FilterField = (typeof filterFields)[number];

/** Ord. One value of one field of a filter, as text. */
export interface FilterWord {
  readonly field: FilterField;
  readonly value: string;
}

/** Those that hold one value; all others are lists. */
const singles: ReadonlySet<FilterField> = new Set([
  'only',
  'languageLevel',
  'trust',
  'hasPhone',
  'verifiedSince',
]);

/** Those whose values are of an enum: in words they are called as the API calls them. */
const enums: ReadonlySet<FilterField> = new Set([
  'only',
  'kinds',
  'languageLevel',
  'willingness',
  'freshness',
]);

/** A filter as its words: each value once, in the order of the fields. Of what narrows nothing there are none. */
export function filterWords(filter: DirectoryFilter): FilterWord[] {
  return filterFields.flatMap((field) => {
    const value: unknown = filter[field];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    const said = values.flatMap((it) => (it === null || it === undefined ? [] : String(it)));
    return [...new Set(said)].map((it) => ({
      field,
      value: enums.has(field) ? it.toUpperCase() : it,
    }));
  });
}

/** The filter that has these words: what `filterWords` says, read back. */
export function filterOfWords(words: readonly FilterWord[]): DirectoryFilter {
  const filter: Record<string, unknown> = {};
  for (const [field, those] of Map.groupBy(words, (it) => it.field)) {
    const values = those.map(({ value }) => (enums.has(field) ? value.toLowerCase() : value));
    if (field === 'hasPhone') filter[field] = values[0] === 'true';
    else filter[field] = singles.has(field) ? values[0] : values;
  }
  return Object.assign(new DirectoryFilter(), filter);
}
