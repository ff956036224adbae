import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation, useQuery } from 'urql';

import { graphql } from '#client/graphql.ts';
import { type Problem, toProblem } from '#client/problem.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { isWriting } from '#client/ui/isWriting.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { useOfferUndo } from '#client/ui/OfferedUndo.tsx';
import { Page } from '#client/ui/Page.tsx';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';
import {
  type Adjustment,
  ChangeProposalCard,
  ChangeProposalCard_proposal,
} from './ChangeProposalCard.tsx';
import './ChangeProposals.css';

export const ChangeProposalsScreen_query = graphql(
  `
    query ChangeProposalsScreen {
      changeProposals {
        totalCount
        nodes {
          id
          organisationName
          ...ChangeProposalCard_proposal
        }
      }
    }
  `,
  [ChangeProposalCard_proposal],
);

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

const context = {
  additionalTypenames: ['ChangeProposalPage', 'Organisation', 'GroupFreshness', 'ChangeConnection'],
};

/** What one may be doing with a proposal. */
export type Mode = 'look' | 'adjust' | 'refuse' | 'ask';

/** Forslag. What organisations say is right, one after the other, by keyboard: J and K move, A accepts, E adjusts, R refuses, U takes it back. */
export function ChangeProposalsScreen() {
  const { formatMessage } = useIntl();
  const offerUndo = useOfferUndo();
  const [result] = useQuery({ query: ChangeProposalsScreen_query, context });
  const [place, setPlace] = useState(0);
  const [mode, setMode] = useState<Mode>('look');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [lastId, setLastId] = useState<string | null>(null);
  const [accepting, accept] = useMutation(AcceptChangeProposal);
  const [refusing, refuse] = useMutation(RefuseChangeProposal);
  const [asking, ask] = useMutation(AskAboutChangeProposal);
  const [, reopen] = useMutation(ReopenChangeProposal);
  const list = useRef<HTMLOListElement>(null);

  const nodes = result.data?.changeProposals.nodes ?? [];
  const at = Math.min(place, Math.max(0, nodes.length - 1));
  const current = nodes[at];
  const isBusy = accepting.fetching || refusing.fetching || asking.fetching;

  function move(by: number) {
    const to = Math.max(0, Math.min(nodes.length - 1, at + by));
    setPlace(to);
    setMode('look');
    setProblem(null);
    list.current?.querySelectorAll<HTMLElement>(':scope > li')[to]?.focus();
  }

  async function undo(id: string): Promise<Problem | null> {
    const { error } = await reopen({ input: { id } }, context);
    if (!error) setLastId(null);
    return error ? toProblem(error) : null;
  }

  async function decided(
    id: string,
    name: string,
    what: 'accepted' | 'refused' | 'asked',
    sent: Promise<{ error?: Parameters<typeof toProblem>[0] | undefined }>,
  ): Promise<Problem | null> {
    const { error } = await sent;
    if (error) return toProblem(error);
    setMode('look');
    setProblem(null);
    setLastId(id);
    offerUndo({
      text: formatMessage({ id: `changeProposal.${what}` }, { name }),
      undo: () => undo(id),
    });
    return null;
  }

  async function takeIn(id: string, name: string, adjusted: readonly Adjustment[] = []) {
    const input = { id, adjusted: [...adjusted] };
    const refusal = await decided(id, name, 'accepted', accept({ input }, context));
    setProblem(refusal);
    return refusal;
  }

  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy) return;
      if (event.key === 'Escape' && mode !== 'look') {
        setMode('look');
        list.current?.querySelectorAll<HTMLElement>(':scope > li')[at]?.focus();
        return;
      }
      if (isWriting(event.target) || document.querySelector('dialog[open]')) return;
      const keys: Readonly<Record<string, () => void>> = {
        j: () => move(1),
        k: () => move(-1),
        a: () => current && void takeIn(current.id, current.organisationName),
        e: () => setMode('adjust'),
        r: () => setMode('refuse'),
        s: () => setMode('ask'),
        u: () => lastId && void undo(lastId).then(setProblem),
      };
      const act = keys[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    }
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  });

  return (
    <Page title={formatMessage({ id: 'changeProposal.title' })}>
      <p className="section-intro">{formatMessage({ id: 'changeProposal.intro' })}</p>
      <Loaded result={result}>
        {({ changeProposals: proposals }) =>
          proposals.nodes.length === 0 ? (
            <EmptyState title={formatMessage({ id: 'changeProposal.none' })}>
              <p>{formatMessage({ id: 'changeProposal.noneWhy' })}</p>
            </EmptyState>
          ) : (
            <>
              <p role="status">
                {formatMessage({ id: 'changeProposal.waiting' }, { count: proposals.totalCount })}
              </p>
              <p className="quiet change-proposal-keys">
                {formatMessage({ id: 'changeProposal.keys' })}
              </p>
              {problem && <ProblemNote problem={problem} />}
              <ol className="change-proposals" ref={list}>
                {proposals.nodes.map((proposal, place) => (
                  <ChangeProposalCard
                    key={proposal.id}
                    proposal={proposal}
                    isCurrent={place === at}
                    mode={place === at ? mode : 'look'}
                    isBusy={isBusy}
                    onFocus={() => setPlace(place)}
                    onMode={(next) => {
                      setPlace(place);
                      setMode(next);
                    }}
                    onAccept={(adjusted) =>
                      takeIn(proposal.id, proposal.organisationName, adjusted)
                    }
                    onRefuse={(reason) =>
                      decided(
                        proposal.id,
                        proposal.organisationName,
                        'refused',
                        refuse({ input: { id: proposal.id, reason } }, context),
                      )
                    }
                    onAsk={(question) =>
                      decided(
                        proposal.id,
                        proposal.organisationName,
                        'asked',
                        ask({ input: { id: proposal.id, question } }, context),
                      )
                    }
                  />
                ))}
              </ol>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
