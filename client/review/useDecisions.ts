import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { graphql } from '#client/graphql.ts';
import { type Problem, toProblem } from '#client/problem.ts';
import { useOfferUndo } from '#client/ui/OfferedUndo.tsx';
import type { Adjustment } from './ChangeProposalCard.tsx';

export const AcceptChangeProposal = graphql(`
  mutation AcceptChangeProposal($input: AcceptChangeProposalInput!) {
    acceptChangeProposal(input: $input) {
      id
    }
  }
`);

export const RefuseChangeProposal = graphql(`
  mutation RefuseChangeProposal($input: RefuseChangeProposalInput!) {
    refuseChangeProposal(input: $input) {
      id
    }
  }
`);

export const AskAboutChangeProposal = graphql(`
  mutation AskAboutChangeProposal($input: AskAboutChangeProposalInput!) {
    askAboutChangeProposal(input: $input) {
      id
    }
  }
`);

export const ReopenChangeProposal = graphql(`
  mutation ReopenChangeProposal($input: ReopenChangeProposalInput!) {
    reopenChangeProposal(input: $input) {
      id
    }
  }
`);

export const proposalContext = {
  additionalTypenames: ['ChangeProposalPage', 'Organisation', 'GroupFreshness', 'ChangeConnection'],
};

/** What is decided of, as the list knows it. */
interface Decided {
  readonly id: string;
  readonly organisationName: string;
}

type Sent = Promise<{ error?: Parameters<typeof toProblem>[0] | undefined }>;

/** Avgjørelser. What one can do with a proposal, each with the problem that came of it, or null; the last can be taken back. `onDecided`: when one is. */
export function useDecisions(onDecided: () => void) {
  const { formatMessage } = useIntl();
  const offerUndo = useOfferUndo();
  const [lastId, setLastId] = useState<string | null>(null);
  const [accepting, accept] = useMutation(AcceptChangeProposal);
  const [refusing, refuse] = useMutation(RefuseChangeProposal);
  const [asking, ask] = useMutation(AskAboutChangeProposal);
  const [, reopen] = useMutation(ReopenChangeProposal);

  async function undo(id: string): Promise<Problem | null> {
    const { error } = await reopen({ input: { id } }, proposalContext);
    if (!error) setLastId(null);
    return error ? toProblem(error) : null;
  }

  async function decided(
    { id, organisationName: name }: Decided,
    what: 'accepted' | 'refused' | 'asked',
    sent: Sent,
  ): Promise<Problem | null> {
    const { error } = await sent;
    if (error) return toProblem(error);
    setLastId(id);
    onDecided();
    offerUndo({
      text: formatMessage({ id: `changeProposal.${what}` }, { name }),
      undo: () => undo(id),
    });
    return null;
  }

  return {
    isBusy: accepting.fetching || refusing.fetching || asking.fetching,
    accept: (of: Decided, adjusted: readonly Adjustment[] = []) =>
      decided(
        of,
        'accepted',
        accept({ input: { id: of.id, adjusted: [...adjusted] } }, proposalContext),
      ),
    refuse: (of: Decided, reason: string) =>
      decided(of, 'refused', refuse({ input: { id: of.id, reason } }, proposalContext)),
    ask: (of: Decided, question: string) =>
      decided(of, 'asked', ask({ input: { id: of.id, question } }, proposalContext)),
    undoLast: async () => (lastId ? undo(lastId) : null),
  };
}
