import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { useAsked } from '#client/access/useAsked.ts';
import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Section } from '#client/ui/Section.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { DryRun, DryRun_run } from './DryRun.tsx';
import { EditRoundForm } from './EditRoundForm.tsx';
import { RoundDraftActions } from './RoundDraftActions.tsx';
import { factsOf, roundFactNames, roundFacts_round } from './roundFacts.ts';
import { useRoundWords } from './useRoundWords.ts';
import './progress.css';

export const RoundDraft_round = graphql(
  `
    fragment RoundDraft_round on ReviewRound {
      id
      viewerMay {
        edit
      }
      ...roundFacts_round
    }
  `,
  [roundFacts_round],
);

export const RoundDryRun_query = graphql(
  `
    query RoundDryRun($id: ID!) {
      dryRunReviewRound(id: $id) {
        total
        reached
        ...DryRun_run
      }
    }
  `,
  [DryRun_run],
);

/** Utkastet: what was decided, and changing that; what would happen, and opening it, after one has been told exactly what that does. */
export function RoundDraft({
  round: told,
  askAnew,
}: {
  round: FragmentOf<typeof RoundDraft_round>;
  /** Reads the round again. */
  askAnew: () => void;
}) {
  const { formatMessage } = useIntl();
  const round = readFragment(RoundDraft_round, told);
  const { id, viewerMay } = round;
  const [asked, ask] = useAsked('rediger');
  const isEditing = asked !== null && viewerMay.edit;

  if (isEditing) {
    return (
      <Section key="edit" id="endre" title={formatMessage({ id: 'round.edit' })} takesFocus>
        <EditRoundForm round={round} onDone={() => ask(null)} />
      </Section>
    );
  }
  return (
    <>
      <Section id="utkast" title={formatMessage({ id: 'round.plan' })}>
        <RoundPlan round={round} />
        {viewerMay.edit && (
          <div className="round-actions">
            <button
              type="button"
              className="ds-button"
              data-variant="secondary"
              onClick={() => ask('ja')}
            >
              {formatMessage({ id: 'round.edit' })}
            </button>
          </div>
        )}
      </Section>
      {viewerMay.edit && <WhatHappens id={id} round={round} askAnew={askAnew} />}
    </>
  );
}

/** Slik er runden lagt opp, fact by fact. */
function RoundPlan({ round: told }: { round: FragmentOf<typeof roundFacts_round> }) {
  const { formatMessage } = useIntl();
  const words = useRoundWords();
  const round = readFragment(roundFacts_round, told);
  const facts = factsOf(round);
  const { audienceName, sentence } = round;
  const whom = facts.whom === 'all' ? formatMessage({ id: 'round.everybody' }) : sentence;

  return (
    <dl className="round-facts">
      {roundFactNames.flatMap((name) => {
        const value = words.value(
          name,
          facts,
          audienceName
            ? formatMessage({ id: 'round.ofAudience' }, { name: audienceName, sentence })
            : whom,
        );
        // The name is the title of the page.
        if (!value || name === 'name') return [];
        return [
          <div key={name} style={{ display: 'contents' }}>
            <dt>{words.label(name)}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>,
        ];
      })}
    </dl>
  );
}

/** Dette vil skje, were it opened today. */
function WhatHappens({
  id,
  round,
  askAnew,
}: {
  id: string;
  round: FragmentOf<typeof roundFacts_round>;
  askAnew: () => void;
}) {
  const { formatMessage } = useIntl();
  const [result] = useQuery({
    query: RoundDryRun_query,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const { total = 0, reached = 0 } = result.data?.dryRunReviewRound ?? {};

  return (
    <Section id="provekjoring" title={formatMessage({ id: 'round.dryRun' })}>
      <Loaded result={result} waiting={<Skeleton lines={6} />}>
        {({ dryRunReviewRound }) => <DryRun roundId={id} run={dryRunReviewRound} />}
      </Loaded>
      <RoundDraftActions
        round={round}
        reached={result.stale ? 0 : reached}
        rest={total - reached}
        askAnew={askAnew}
      />
    </Section>
  );
}
