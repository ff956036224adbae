import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link } from 'wouter';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { organisationPath } from '#client/paths.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { ShowMore } from '#client/ui/ShowMore.tsx';

export const Branches_page = graphql(`
  fragment Branches_page on OrganisationConnection {
    totalCount
    nodes {
      id
      name
      kind
      seat {
        code
        name
      }
      freshness {
        state
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

export const Branches_query = graphql(
  `
    query Branches($id: ID!, $after: String) {
      organisation(id: $id) {
        id
        branches(first: 50, after: $after) {
          ...Branches_page
        }
      }
    }
  `,
  [Branches_page],
);

/** Underliggende virksomheter: local branches, the trusts of a health authority. */
export function Branches({
  organisationId,
  page,
}: {
  organisationId: string;
  page: FragmentOf<typeof Branches_page>;
}) {
  const { formatMessage } = useIntl();
  const { nodes, pageInfo } = readFragment(Branches_page, page);

  return (
    <>
      <ul className="rows">
        {nodes.map(({ id, name, kind, seat, freshness }) => (
          <li key={id}>
            <Link href={organisationPath(id)}>
              <bdi>{name}</bdi>
            </Link>
            <span className="quiet">
              {[
                formatMessage({ id: `organisationKind.${kind}` }),
                seat?.name,
                formatMessage({ id: `freshness.${freshness.state}` }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && (
        <ShowMore label={formatMessage({ id: 'organisation.showMore' })}>
          {() => <NextBranches organisationId={organisationId} after={pageInfo.endCursor} />}
        </ShowMore>
      )}
    </>
  );
}

function NextBranches({ organisationId, after }: { organisationId: string; after: string | null }) {
  const [result] = useQuery({ query: Branches_query, variables: { id: organisationId, after } });

  return (
    <Loaded result={result}>
      {({ organisation }) =>
        organisation && <Branches organisationId={organisationId} page={organisation.branches} />
      }
    </Loaded>
  );
}
