import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation, useQuery } from 'urql';

import { graphql } from '#client/graphql.ts';
import { type Problem, toProblem } from '#client/problem.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { useOfferUndo } from '#client/ui/OfferedUndo.tsx';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';
import { Section } from '#client/ui/Section.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { SignOffDialog } from './SignOffDialog.tsx';
import { standingsContext } from './standingsContext.ts';
import { TrustStandingItem, TrustStandingItem_standing } from './TrustStandingItem.tsx';
import './progress.css';

export const RoundStandings_query = graphql(
  `
    query RoundStandings($id: ID!) {
      reviewStandings(roundId: $id) {
        trustId
        ...TrustStandingItem_standing
      }
    }
  `,
  [TrustStandingItem_standing],
);

export const TakeBackSignOff = graphql(`
  mutation TakeBackSignOff($input: TakeBackSignOffInput!) {
    takeBackSignOff(input: $input) {
      trustId
    }
  }
`);

/** Godkjenning. Trust by trust: what one would sign for, what is missing, who has signed. */
export function RoundSignOffs({ id }: { id: string }) {
  const { formatMessage } = useIntl();
  const offerUndo = useOfferUndo();
  const [result] = useQuery({
    query: RoundStandings_query,
    variables: { id },
    requestPolicy: 'cache-and-network',
    context: standingsContext,
  });
  const [takingBack, takeBack] = useMutation(TakeBackSignOff);
  const [signing, setSigning] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function undo(trustId: string): Promise<Problem | null> {
    const { error } = await takeBack({ input: { roundId: id, trustId } }, standingsContext);
    return error ? toProblem(error) : null;
  }

  return (
    <Section id="godkjenning" title={formatMessage({ id: 'signOff.title' })}>
      <p className="section-intro">{formatMessage({ id: 'signOff.intro' })}</p>
      {problem && <ProblemNote problem={problem} />}
      <Loaded result={result} waiting={<Skeleton lines={6} />}>
        {({ reviewStandings }) => {
          const chosen = reviewStandings.find(({ trustId }) => trustId === signing);
          return reviewStandings.length === 0 ? (
            <p className="quiet">{formatMessage({ id: 'signOff.none' })}</p>
          ) : (
            <>
              <ul className="round-list">
                {reviewStandings.map((standing) => (
                  <TrustStandingItem
                    key={standing.trustId}
                    roundId={id}
                    standing={standing}
                    isBusy={takingBack.fetching}
                    onSign={() => setSigning(standing.trustId)}
                    onTakeBack={() => void undo(standing.trustId).then(setProblem)}
                  />
                ))}
              </ul>
              {chosen && (
                <SignOffDialog
                  roundId={id}
                  standing={chosen}
                  onClose={() => setSigning(null)}
                  onSigned={(name) =>
                    offerUndo({
                      text: formatMessage({ id: 'signOff.done' }, { name }),
                      undo: () => undo(chosen.trustId),
                    })
                  }
                />
              )}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
