import type { DirectoryFacets, FacetValue } from '#schema/directory/DirectoryFacets.ts';
import type { Context } from '#server/context.ts';
import type { Selection } from '#server/common/Selection.ts';
import type { VocabularyName } from '#server/vocabulary/Vocabulary.ts';
import { facetNames, type FacetName } from './facetOf.ts';
import type { Hits } from './Hits.ts';

const vocabularyOf: Partial<Record<FacetName, VocabularyName>> = {
  languages: 'Language',
  areas: 'Area',
  topics: 'Topic',
  communities: 'Community',
};

/** Which facets are asked for. */
export function facetsIn(selection: Selection): FacetName[] {
  const names =
    selection
      .within(['facets'])
      ?.fields()
      .map(({ field }) => field.name) ?? [];
  return facetNames.filter((facet) => names.includes(facet));
}

/** The counts as the API gives them: the most common first, terms with their name. */
export function facetsOf(counts: Hits['facets'], { vocabulary, locale }: Context): DirectoryFacets {
  const valuesOf = (facet: FacetName): FacetValue[] => {
    const name = vocabularyOf[facet];
    return (counts.get(facet) ?? [])
      .map(({ value, count }): FacetValue => {
        const term = name && vocabulary.byNumber(name, Number(value), locale);
        return term
          ? { value: term.code, label: term.name, count }
          : { value: value.toUpperCase(), label: null, count };
      })
      .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
  };
  return {
    only: valuesOf('only'),
    kinds: valuesOf('kinds'),
    languages: valuesOf('languages'),
    areas: valuesOf('areas'),
    topics: valuesOf('topics'),
    communities: valuesOf('communities'),
    willingness: valuesOf('willingness'),
    freshness: valuesOf('freshness'),
    hasPhone: counts.get('hasPhone')?.[0]?.count ?? 0,
  };
}
