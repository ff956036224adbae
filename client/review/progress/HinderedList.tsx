import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link } from 'wouter';

import { graphql, type VariablesOf } from '#client/graphql.ts';
import { organisationPath } from '#client/paths.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';

export const DryRunHindered_query = graphql(`
  query DryRunHindered($id: ID!, $hindrance: ReviewHindrance!, $offset: Int!) {
    dryRunHindered(id: $id, hindrance: $hindrance, first: 50, offset: $offset) {
      totalCount
      nodes {
        organisationId
        organisationName
      }
    }
  }
`);

type Hindrance = VariablesOf<typeof DryRunHindered_query>['hindrance'];

/** Får ikke brev. Those with one reason, named once somebody asks who they are, so that an address can be found first. */
export function HinderedList({
  roundId,
  hindrance,
  count,
}: {
  roundId: string;
  hindrance: Hindrance;
  count: number;
}) {
  const { formatMessage, formatNumber } = useIntl();
  const [isAsked, setAsked] = useState(false);
  const [offsets, setOffsets] = useState<readonly number[]>([0]);

  return (
    <details onToggle={({ currentTarget }) => currentTarget.open && setAsked(true)}>
      <summary>
        {formatMessage({ id: `round.hindrance.${hindrance}` })}: {formatNumber(count)}
      </summary>
      {isAsked &&
        offsets.map((offset, at) => (
          <HinderedPage
            key={offset}
            variables={{ id: roundId, hindrance, offset }}
            onMore={at === offsets.length - 1 ? (next) => setOffsets([...offsets, next]) : null}
          />
        ))}
    </details>
  );
}

function HinderedPage({
  variables,
  onMore,
}: {
  variables: VariablesOf<typeof DryRunHindered_query>;
  onMore: ((next: number) => void) | null;
}) {
  const { formatMessage } = useIntl();
  const [result] = useQuery({
    query: DryRunHindered_query,
    variables,
    requestPolicy: 'cache-and-network',
  });

  return (
    <Loaded result={result} waiting={<Skeleton lines={4} />}>
      {({ dryRunHindered: { nodes, totalCount } }) => {
        const shown = variables.offset + nodes.length;
        return (
          <>
            <ul className="hindered-names">
              {nodes.map(({ organisationId, organisationName }) => (
                <li key={organisationId}>
                  <Link href={organisationPath(organisationId)}>
                    <bdi>{organisationName}</bdi>
                  </Link>
                </li>
              ))}
            </ul>
            {onMore && nodes.length > 0 && shown < totalCount && (
              <button
                type="button"
                className="ds-button"
                data-variant="secondary"
                onClick={() => onMore(shown)}
              >
                {formatMessage({ id: 'round.more' })}
              </button>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
