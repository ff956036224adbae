import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { useMay } from '#client/access/viewer.ts';
import { graphql } from '#client/graphql.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Section } from '#client/ui/Section.tsx';
import { ShowMore } from '#client/ui/ShowMore.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { ProposalCard, ProposalCard_proposal } from './ProposalCard.tsx';
import { RegisterComparison } from './RegisterComparison.tsx';
import './register.css';

export const OrganisationRegister_query = graphql(
  `
    query OrganisationRegister($id: ID!) {
      registerProposals(organisationId: $id) {
        id
        state
        ...ProposalCard_proposal
      }
    }
  `,
  [ProposalCard_proposal],
);

const context = { additionalTypenames: ['RegisterProposal'] };

/** Andre registre. What the registers of others propose for an organisation, and, when somebody asks, what Enhetsregisteret says of it now. */
export function OrganisationRegister({ organisationId: id }: { organisationId: string }) {
  const may = useMay('work.read');
  return may ? <Registers id={id} /> : null;
}

function Registers({ id }: { id: string }) {
  const { formatMessage } = useIntl();
  const [result] = useQuery({ query: OrganisationRegister_query, variables: { id }, context });

  return (
    <Section id="registre" title={formatMessage({ id: 'register.title' })}>
      <Loaded result={result} waiting={<Skeleton lines={2} />}>
        {({ registerProposals }) => {
          const open = registerProposals.filter(({ state }) => state === 'OPEN');
          const closed = registerProposals.filter(({ state }) => state !== 'OPEN');
          return (
            <div className="register-section">
              {open.length > 0 && (
                <ul className="register-proposals">
                  {open.map((proposal) => (
                    <li key={proposal.id}>
                      <ProposalCard proposal={proposal} />
                    </li>
                  ))}
                </ul>
              )}
              <ShowMore label={formatMessage({ id: 'register.compare' })}>
                {() => <RegisterComparison organisationId={id} />}
              </ShowMore>
              {closed.length > 0 && (
                <details>
                  <summary>
                    {formatMessage({ id: 'register.closedProposals' }, { count: closed.length })}
                  </summary>
                  <ul className="register-proposals">
                    {closed.map((proposal) => (
                      <li key={proposal.id}>
                        <ProposalCard proposal={proposal} />
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </div>
          );
        }}
      </Loaded>
    </Section>
  );
}
