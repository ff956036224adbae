import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { graphql } from '#client/graphql.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { isReturning } from '#client/ui/useReturn.ts';
import { ChangeProposalCard_proposal } from './ChangeProposalCard.tsx';
import { ChangeProposalList } from './ChangeProposalList.tsx';
import { proposalContext } from './useDecisions.ts';
import './ChangeProposals.css';

export const ChangeProposalsScreen_query = graphql(
  `
    query ChangeProposalsScreen {
      changeProposals {
        totalCount
        nodes {
          id
          organisationName
          changes {
            isText
          }
          ...ChangeProposalCard_proposal
        }
      }
    }
  `,
  [ChangeProposalCard_proposal],
);

/** Forslag. What organisations say is right, fifty at a time, one after the other. */
export function ChangeProposalsScreen() {
  const { formatMessage } = useIntl();
  const [result] = useQuery({ query: ChangeProposalsScreen_query, context: proposalContext });

  return (
    <Page title={formatMessage({ id: 'changeProposal.title' })} placesFocus={!isReturning()}>
      <p className="section-intro">{formatMessage({ id: 'changeProposal.intro' })}</p>
      <Loaded result={result}>
        {({ changeProposals }) => (
          <ChangeProposalList
            nodes={changeProposals.nodes}
            totalCount={changeProposals.totalCount}
          />
        )}
      </Loaded>
    </Page>
  );
}
