import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation, useQuery } from 'urql';

import { graphql } from '#client/graphql.ts';
import { type Problem, toProblem } from '#client/problem.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { useOfferUndo } from '#client/ui/OfferedUndo.tsx';
import { Page } from '#client/ui/Page.tsx';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';
import { SuccessionCard, SuccessionCard_succession } from './SuccessionCard.tsx';
import './Successions.css';

export const SuccessionsScreen_query = graphql(
  `
    query SuccessionsScreen {
      successions {
        id
        state
        organisationName
        ...SuccessionCard_succession
      }
    }
  `,
  [SuccessionCard_succession],
);

export const ApproveSuccession = graphql(`
  mutation ApproveSuccession($input: ApproveSuccessionInput!) {
    approveSuccession(input: $input) {
      id
    }
  }
`);

export const RefuseSuccession = graphql(`
  mutation RefuseSuccession($input: RefuseSuccessionInput!) {
    refuseSuccession(input: $input) {
      id
    }
  }
`);

export const ReopenSuccession = graphql(`
  mutation ReopenSuccession($input: ReopenSuccessionInput!) {
    reopenSuccession(input: $input) {
      id
    }
  }
`);

const context = {
  additionalTypenames: [
    'Succession',
    'Organisation',
    'Person',
    'Affiliation',
    'GroupFreshness',
    'ChangeConnection',
  ],
};

/** Overleveringer. Where somebody else is said to have taken over: who goes, who comes, what goes with it; to approve or refuse. */
export function SuccessionsScreen() {
  const { formatMessage } = useIntl();
  const offerUndo = useOfferUndo();
  const [result] = useQuery({ query: SuccessionsScreen_query, context });
  const [approving, approve] = useMutation(ApproveSuccession);
  const [refusing, refuse] = useMutation(RefuseSuccession);
  const [, reopen] = useMutation(ReopenSuccession);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isBusy = approving.fetching || refusing.fetching;

  async function decided(
    { id, organisationName: name }: { id: string; organisationName: string },
    what: 'approved' | 'refused',
    sent: Promise<{ error?: Parameters<typeof toProblem>[0] | undefined }>,
  ): Promise<Problem | null> {
    const { error } = await sent;
    if (error) return toProblem(error);
    setProblem(null);
    offerUndo({
      text: formatMessage({ id: `succession.${what}` }, { name }),
      undo: async () => {
        const undone = await reopen({ input: { id } }, context);
        return undone.error ? toProblem(undone.error) : null;
      },
    });
    return null;
  }

  return (
    <Page title={formatMessage({ id: 'succession.title' })}>
      <p className="section-intro">{formatMessage({ id: 'succession.intro' })}</p>
      {problem && <ProblemNote problem={problem} />}
      <Loaded result={result}>
        {({ successions }) => {
          const ready = successions.filter(({ state }) => state === 'CONFIRMED');
          const asked = successions.filter(({ state }) => state !== 'CONFIRMED');
          const list = (those: typeof successions) => (
            <ol className="successions">
              {those.map((succession) => (
                <SuccessionCard
                  key={succession.id}
                  succession={succession}
                  isBusy={isBusy}
                  onApprove={(choice) =>
                    decided(
                      succession,
                      'approved',
                      approve({ input: { id: succession.id, ...choice } }, context),
                    )
                  }
                  onRefuse={(reason) =>
                    decided(
                      succession,
                      'refused',
                      refuse({ input: { id: succession.id, reason } }, context),
                    )
                  }
                />
              ))}
            </ol>
          );
          if (!successions.length) {
            return (
              <EmptyState title={formatMessage({ id: 'succession.none' })}>
                <p>{formatMessage({ id: 'succession.noneWhy' })}</p>
              </EmptyState>
            );
          }
          return (
            <>
              <section aria-labelledby="ready">
                <h2 id="ready">
                  {formatMessage({ id: 'succession.ready' }, { count: ready.length })}
                </h2>
                {ready.length > 0 && list(ready)}
              </section>
              {asked.length > 0 && (
                <section aria-labelledby="asked">
                  <h2 id="asked">{formatMessage({ id: 'succession.asked' })}</h2>
                  {list(asked)}
                </section>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
