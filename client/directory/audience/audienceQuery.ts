import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import type { DirectoryFilter, DirectoryQuery } from '#client/directory/directoryQuery.ts';

export const audienceQuery_audience = graphql(`
  fragment audienceQuery_audience on Audience {
    text
    filter {
      only
      kinds
      languages
      languageLevel
      areas
      trust
      topics
      communities
      willingness
      freshness
      verifiedSince
      hasPhone
      asText
    }
  }
`);

/** Søket i et utvalg, as the address of the search page has it: without what narrows nothing. */
export function audienceQuery(audience: FragmentOf<typeof audienceQuery_audience>): DirectoryQuery {
  const { text, filter } = readFragment(audienceQuery_audience, audience);
  const { __typename: _name, ...fields } = filter as typeof filter & { __typename?: string };
  const asked = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  return { text, filter: asked as DirectoryFilter, view: 'list' };
}
