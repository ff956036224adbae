import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { useMoment } from '#client/access/useMoment.ts';
import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { type Problem, toProblem } from '#client/problem.ts';
import { Announcement } from '#client/ui/Announcement.tsx';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';
import { audienceContext } from './SaveSearchDialog.tsx';

export const FollowAudience_audience = graphql(`
  fragment FollowAudience_audience on Audience {
    id
    canBeTold
    archivedAt
    subscription {
      every
      dueAt
    }
  }
`);

export const SubscribeToAudience_mutation = graphql(
  `
    mutation SubscribeToAudience($input: SubscribeToAudienceInput!) {
      subscribeToAudience(input: $input) {
        ...FollowAudience_audience
      }
    }
  `,
  [FollowAudience_audience],
);

export const UnsubscribeFromAudience_mutation = graphql(
  `
    mutation UnsubscribeFromAudience($input: UnsubscribeFromAudienceInput!) {
      unsubscribeFromAudience(input: $input) {
        ...FollowAudience_audience
      }
    }
  `,
  [FollowAudience_audience],
);

const paces = ['never', 'DAY', 'WEEK'] as const;

/** Følge et utvalg. To be told by mail of who is new in it, and who goes stale: never, each day, each Monday. */
export function FollowAudience({
  audience,
}: {
  audience: FragmentOf<typeof FollowAudience_audience>;
}) {
  const { formatMessage } = useIntl();
  const moment = useMoment();
  const { id, canBeTold, archivedAt, subscription } = readFragment(
    FollowAudience_audience,
    audience,
  );
  const [, subscribe] = useMutation(SubscribeToAudience_mutation);
  const [, unsubscribe] = useMutation(UnsubscribeFromAudience_mutation);
  const [problem, setProblem] = useState<Problem | null>(null);
  /** What was just chosen, until the server has it. */
  const [wanted, setWanted] = useState<(typeof paces)[number] | null>(null);
  const chosen = wanted ?? subscription?.every ?? 'never';

  async function follow(every: (typeof paces)[number]) {
    setWanted(every);
    const { error } =
      every === 'never'
        ? await unsubscribe({ input: { id } }, audienceContext)
        : await subscribe({ input: { id, every } }, audienceContext);
    setWanted(null);
    setProblem(error ? toProblem(error) : null);
  }

  if (archivedAt) return null;
  if (!canBeTold && !subscription) {
    return <p className="quiet">{formatMessage({ id: 'audience.cannotBeTold' })}</p>;
  }
  const told = subscription
    ? formatMessage({ id: 'audience.nextLetter' }, { time: moment(subscription.dueAt) })
    : formatMessage({ id: 'audience.noLetters' });
  return (
    <>
      <p aria-hidden="true">{formatMessage({ id: 'audience.followWhat' })}</p>
      <fieldset className="segments audience-pace" aria-busy={wanted !== null}>
        <legend className="ds-sr-only">{formatMessage({ id: 'audience.followWhat' })}</legend>
        {paces.map((every) => (
          <label key={every}>
            <input
              type="radio"
              name="pace"
              checked={chosen === every}
              disabled={wanted !== null && chosen !== every}
              onChange={() => void follow(every)}
            />
            <span>
              {formatMessage({ id: every === 'never' ? 'audience.never' : `digestPace.${every}` })}
            </span>
          </label>
        ))}
      </fieldset>
      <p className="quiet">{told}</p>
      <Announcement text={told} />
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
