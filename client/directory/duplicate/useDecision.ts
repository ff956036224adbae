import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { graphql } from '#client/graphql.ts';
import { type Problem, toProblem } from '#client/problem.ts';
import { useOfferUndo } from '#client/ui/OfferedUndo.tsx';

export const DismissDuplicate_mutation = graphql(`
  mutation DismissDuplicate($input: DecideDuplicateInput!) {
    dismissDuplicate(input: $input)
  }
`);

export const ReviveDuplicate_mutation = graphql(`
  mutation ReviveDuplicate($input: DecideDuplicateInput!) {
    reviveDuplicate(input: $input)
  }
`);

/** The list is another one then. */
const context = { additionalTypenames: ['DuplicatePair', 'DuplicatePairConnection'] };

interface Which {
  readonly kind: 'ORGANISATION' | 'PERSON';
  readonly oneId: string;
  readonly otherId: string;
  readonly names: { readonly one: string; readonly other: string };
  readonly reason?: string | null;
}

/** Avgjørelse. Says that two are not the same, or takes it back, and offers the way back for ten seconds. */
export function useDecision() {
  const { formatMessage } = useIntl();
  const offerUndo = useOfferUndo();
  const [dismissing, dismiss] = useMutation(DismissDuplicate_mutation);
  const [reviving, revive] = useMutation(ReviveDuplicate_mutation);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function say(what: 'dismiss' | 'revive', { names: _names, ...input }: Which) {
    const { error } = await (what === 'dismiss' ? dismiss : revive)({ input }, context);
    return error ? toProblem(error) : null;
  }
  return {
    problem,
    isDeciding: dismissing.fetching || reviving.fetching,
    /** Resolves to whether it was done. */
    decide: async (what: 'dismiss' | 'revive', which: Which): Promise<boolean> => {
      const refusal = await say(what, which);
      setProblem(refusal);
      if (refusal) return false;
      offerUndo({
        text: formatMessage(
          { id: what === 'dismiss' ? 'duplicate.dismissed' : 'duplicate.revived' },
          which.names,
        ),
        undo: () => say(what === 'dismiss' ? 'revive' : 'dismiss', which),
      });
      return true;
    },
  };
}
