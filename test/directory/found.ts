import type { Locale } from '#schema/common/Locale.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { aCoordinator } from '#test/support/viewers.ts';
import type { World } from '#test/support/world.ts';

interface Reason {
  kind: string;
  word: string;
  text: string;
  exact: boolean;
  isWider: boolean;
}

export interface FoundHit {
  __typename: 'OrganisationHit' | 'PersonHit';
  id: string;
  organisation?: { name: string };
  person?: { name: string };
  why: Reason[];
  isReachable: boolean;
  freshness: { state: string };
}

export interface FoundFacet {
  value: string;
  label: string | null;
  count: number;
}

export interface Found {
  totalCount: number;
  isCapped: boolean;
  nodes: FoundHit[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  understood: { word: string; kind: string; value: string; label: string | null }[];
  loosen: { filter: string | null; word: string | null; count: number }[];
  facets: Record<string, FoundFacet[]> & { hasPhone: number };
}

const document = `query ($text: Text, $filter: DirectoryFilter, $first: Int, $after: String, $facets: Boolean!) {
  search(text: $text, filter: $filter, first: $first, after: $after) {
    totalCount isCapped
    nodes {
      __typename
      ... on OrganisationHit { id organisation { name } why { ...reason } isReachable freshness { state } }
      ... on PersonHit { id person { name } why { ...reason } isReachable freshness { state } }
    }
    edges { cursor }
    pageInfo { hasNextPage endCursor }
    understood { word kind value label }
    loosen { filter word count }
    facets @include(if: $facets) {
      only { value label count } kinds { value label count } languages { value label count } areas { value label count }
      topics { value label count } communities { value label count } willingness { value label count }
      freshness { value label count } hasPhone
    }
  }
}
fragment reason on MatchReason { kind word text exact isWider }`;

interface Asked {
  filter?: object;
  first?: number;
  after?: string | null;
  viewer?: Viewer;
  locale?: Locale;
  hasFacets?: boolean;
}

/** Searches as a coordinator, unless somebody else is named. Throws where the API says no. */
export async function search(
  world: World,
  text: string,
  { viewer = aCoordinator(), locale = 'nb', hasFacets = false, ...asked }: Asked = {},
): Promise<Found> {
  const variables = { text, facets: hasFacets, first: 20, ...asked };
  const { data, errors } = await world.ask<{ search: Found }>(viewer, document, variables, locale);
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return data.search;
}

/** The names of what is found, in order. */
export async function names(world: World, text: string, asked: Asked = {}): Promise<string[]> {
  const { nodes } = await search(world, text, asked);
  return nodes.map(({ organisation, person }) => organisation?.name ?? person?.name ?? '');
}

/** The code and the fields of the refusal. */
export async function refusal(
  world: World,
  variables: Record<string, unknown>,
): Promise<{ code: unknown; fields: unknown }> {
  const { errors } = await world.ask(aCoordinator(), document, { facets: false, ...variables });
  const { code, fields } = errors?.[0]?.extensions ?? {};
  return { code, fields };
}
