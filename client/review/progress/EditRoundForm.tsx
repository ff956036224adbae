import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useClient, useMutation, useQuery } from 'urql';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { type Problem, toProblem } from '#client/problem.ts';
import { ConflictFields, isMine } from '#client/ui/ConflictFields.tsx';
import { Form } from '#client/ui/Form.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import {
  EditReviewRound,
  factsOf,
  isSameFact,
  type Round,
  type RoundFactName,
  roundFactNames,
  type RoundFacts,
  roundFacts_round,
  scopeOf,
  typedFacts,
} from './roundFacts.ts';
import { RoundFields } from './RoundFields.tsx';
import { roundProblem } from './roundProblem.ts';
import { useRoundWords } from './useRoundWords.ts';
import { isThere, nameOfWhom, RoundChoices_query } from './WhomChoice.tsx';

export const RoundFacts_query = graphql(
  `
    query RoundFacts($id: ID!) {
      reviewRound(id: $id) {
        id
        ...roundFacts_round
      }
    }
  `,
  [roundFacts_round],
);

const context = { additionalTypenames: ['ReviewRound', 'RoundDryRun', 'HinderedPage'] };

/**
 * Endre et utkast. Sends what differs from what was read. Where somebody has changed other facts meanwhile, both stand; where they changed the
 * same, both are shown, and nothing is chosen for anybody.
 */
export function EditRoundForm({
  round,
  onDone,
}: {
  round: FragmentOf<typeof roundFacts_round>;
  onDone: () => void;
}) {
  const { formatMessage } = useIntl();
  const client = useClient();
  const words = useRoundWords();
  const [result] = useQuery({ query: RoundChoices_query });
  const [, edit] = useMutation(EditReviewRound);
  // What was read to begin with: it goes on standing in the fields when the page is read anew.
  const [first] = useState(readFragment(roundFacts_round, round));
  const [known, setKnown] = useState(first);
  const [inConflict, setInConflict] = useState<readonly RoundFactName[]>([]);
  const [typed, setTyped] = useState<RoundFacts | null>(null);
  const choices = result.data;
  const nameOf = ({ audienceName, sentence }: Round) => audienceName ?? sentence;
  const named = (whom: string): string => {
    if (whom === 'all') return formatMessage({ id: 'round.everybody' });
    return (choices && nameOfWhom(choices, whom)) ?? nameOf(first);
  };

  async function submit(values: FormData): Promise<Problem | null> {
    const mine = typedFacts(values);
    const before = factsOf(first);
    const chosen = roundFactNames.filter(
      (name) =>
        !isSameFact(name, mine, before) && (!inConflict.includes(name) || isMine(values, name)),
    );
    return save(known, chosen, mine);
  }

  async function save(
    now: Round,
    chosen: readonly RoundFactName[],
    mine: RoundFacts,
  ): Promise<Problem | null> {
    const { whom, ...facts } = Object.fromEntries(
      chosen.map((name) => [name, mine[name]]),
    ) as Partial<RoundFacts>;
    const input = {
      id: now.id,
      expectedVersion: now.version,
      ...facts,
      ...(whom && scopeOf(whom)),
    };
    const { error } = await edit({ input }, context);
    if (!error) {
      onDone();
      return null;
    }
    const problem = roundProblem(error);
    if (problem.reason !== 'STALE_VERSION') return problem;
    const { data: read, error: unread } = await client
      .query(RoundFacts_query, { id: now.id }, { requestPolicy: 'network-only' })
      .toPromise();
    const theirs = read?.reviewRound ? readFragment(roundFacts_round, read.reviewRound) : null;
    if (unread || !theirs) return unread ? toProblem(unread) : problem;
    const [before, after] = [factsOf(now), factsOf(theirs)];
    const both = chosen.filter(
      (name) => !isSameFact(name, before, after) && !isSameFact(name, mine, after),
    );
    setKnown(theirs);
    if (!both.length) return save(theirs, chosen, mine);
    setInConflict(both);
    setTyped(mine);
    return {
      code: 'INVALID_INPUT',
      fields: Object.fromEntries(both.map((name) => [`conflict.${name}`, 'CHOOSE_ONE'])),
    };
  }

  const facts = factsOf(first);
  return (
    <Loaded result={result} waiting={<Skeleton lines={10} />}>
      {(all) => (
        <Form name={`round ${first.id}`} submit={submit} onLeave={onDone}>
          {typed && (
            <ConflictFields
              conflicts={inConflict.map((name) => ({
                name,
                label: words.label(name),
                mine: words.value(name, typed, named(typed.whom)),
                theirs: words.value(name, factsOf(known), nameOf(known)),
              }))}
            />
          )}
          <RoundFields
            facts={facts}
            choices={all}
            own={
              facts.whom === 'own' || !isThere(all, facts.whom)
                ? { value: facts.whom, name: nameOf(first) }
                : null
            }
          />
          <div className="form-actions form-actions-at-foot">
            <button type="submit" className="ds-button">
              {formatMessage({ id: 'form.save' })}
            </button>
            <button type="reset" className="ds-button" data-variant="secondary">
              {formatMessage({ id: 'form.cancel' })}
            </button>
          </div>
        </Form>
      )}
    </Loaded>
  );
}
