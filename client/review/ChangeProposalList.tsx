import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';

import type { FragmentOf } from '#client/graphql.ts';
import type { Problem } from '#client/problem.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { isWriting } from '#client/ui/isWriting.ts';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';
import { areSingleKeysOn } from '#client/ui/singleKeys.ts';
import { returnedPlace, useReturn } from '#client/ui/useReturn.ts';
import { ChangeProposalCard, type ChangeProposalCard_proposal } from './ChangeProposalCard.tsx';
import { useDecisions } from './useDecisions.ts';

/** What one may be doing with a proposal. */
export type Mode = 'look' | 'adjust' | 'refuse' | 'ask';

type Node = FragmentOf<typeof ChangeProposalCard_proposal> & {
  readonly id: string;
  readonly organisationName: string;
  readonly changes: readonly { readonly isText: boolean }[];
};

const cardsIn = (list: Element | null) =>
  list?.querySelectorAll<HTMLElement>(':scope > [data-row]') ?? [];

/** Forslagene. One after the other, by keyboard: J and K move, A accepts, E adjusts, S asks back, R refuses, U takes the last back. */
export function ChangeProposalList({
  nodes,
  totalCount,
}: {
  nodes: readonly Node[];
  totalCount: number;
}) {
  const { formatMessage } = useIntl();
  const [place, setPlace] = useState(returnedPlace);
  const [mode, setMode] = useState<Mode>('look');
  const [problem, setProblem] = useState<Problem | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const returning = useReturn(list, nodes);
  const { isBusy, accept, refuse, ask, undoLast } = useDecisions(look);

  const at = Math.min(place, nodes.length - 1);
  const current = nodes[at];

  function look() {
    setMode('look');
    setProblem(null);
  }

  function move(by: number) {
    const to = Math.max(0, Math.min(nodes.length - 1, at + by));
    setPlace(to);
    look();
    cardsIn(list.current)[to]?.focus();
  }

  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy) return;
      if (event.key === 'Escape' && mode !== 'look') {
        setMode('look');
        cardsIn(list.current)[at]?.focus();
        return;
      }
      if (!areSingleKeysOn() || isWriting(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      const keys: Readonly<Record<string, () => void>> = {
        j: () => move(1),
        k: () => move(-1),
        a: () => current && void accept(current).then(setProblem),
        e: () => current?.changes.some(({ isText }) => isText) && setMode('adjust'),
        r: () => setMode('refuse'),
        s: () => setMode('ask'),
        u: () => void undoLast().then(setProblem),
      };
      const act = keys[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    }
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  });

  if (nodes.length === 0) {
    return (
      <EmptyState title={formatMessage({ id: 'changeProposal.none' })}>
        <p>{formatMessage({ id: 'changeProposal.noneWhy' })}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <p role="status">{formatMessage({ id: 'changeProposal.waiting' }, { count: totalCount })}</p>
      <p className="quiet change-proposal-keys">{formatMessage({ id: 'changeProposal.keys' })}</p>
      {problem && <ProblemNote problem={problem} />}
      <ol className="change-proposals" ref={list} {...returning}>
        {nodes.map((node, ofCard) => (
          <ChangeProposalCard
            key={node.id}
            proposal={node}
            isCurrent={ofCard === at}
            mode={ofCard === at ? mode : 'look'}
            isBusy={isBusy}
            onFocus={() => setPlace(ofCard)}
            onMode={(next) => {
              setPlace(ofCard);
              setMode(next);
            }}
            onAccept={async (adjusted) => {
              const refusal = await accept(node, adjusted);
              // In a form it is told at its fields.
              if (!adjusted.length) setProblem(refusal);
              return refusal;
            }}
            onRefuse={(reason) => refuse(node, reason)}
            onAsk={(question) => ask(node, question)}
          />
        ))}
      </ol>
    </>
  );
}
