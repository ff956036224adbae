import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { ChangedFields, ChangedFields_field } from '#client/access/ChangedFields.tsx';
import { useMoment } from '#client/access/useMoment.ts';
import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import type { Problem } from '#client/problem.ts';
import { toProblem } from '#client/problem.ts';
import { useOfferUndo } from '#client/ui/OfferedUndo.tsx';
import { TakenNote } from '#client/directory/work/TakenNote.tsx';
import { AdjustProposalDialog } from './AdjustProposalDialog.tsx';
import { RefuseProposalDialog } from './RefuseProposalDialog.tsx';
import './register.css';

export const ProposalCard_proposal = graphql(
  `
    fragment ProposalCard_proposal on RegisterProposal {
      id
      version
      register
      kind
      state
      foundAt
      decidedBy
      decidedAt
      reason
      fields {
        field
        part
        after
        ...ChangedFields_field
      }
      evidence {
        fact
        before
        after
      }
      organisation {
        id
        name
        number
      }
      viewerMay {
        decide
        reopen
      }
    }
  `,
  [ChangedFields_field],
);

export const DecideProposal = graphql(`
  mutation DecideProposal($input: DecideProposalInput!) {
    decideProposal(input: $input) {
      id
      version
      state
    }
  }
`);

export const ReopenProposal = graphql(`
  mutation ReopenProposal($input: ReopenProposalInput!) {
    reopenProposal(input: $input) {
      id
      version
      state
    }
  }
`);

/** What shows otherwise once a proposal is decided. */
export const afterDeciding = {
  additionalTypenames: ['RegisterProposal', 'WorkItem', 'Organisation', 'Change'],
};

/** What a proposal is given: yes with what one has put right, or no with a reason. */
export type Decision =
  | {
      readonly decision: 'ACCEPT';
      readonly name?: string;
      readonly seat?: string;
      readonly closedOn?: string;
      readonly reason?: string;
    }
  | { readonly decision: 'REFUSE'; readonly reason: string };

/**
 * Et forslag. What a register says has happened, what would be written here, and the three answers: yes, yes with something put right, no. A yes and a no can be
 * taken back for a while.
 */
export function ProposalCard({
  proposal,
  onDecided,
}: {
  proposal: FragmentOf<typeof ProposalCard_proposal>;
  onDecided?: () => void;
}) {
  const { formatMessage } = useIntl();
  const moment = useMoment();
  const it = readFragment(ProposalCard_proposal, proposal);
  const offerUndo = useOfferUndo();
  const [, decide] = useMutation(DecideProposal);
  const [, reopen] = useMutation(ReopenProposal);
  const [asked, ask] = useState<'adjust' | 'refuse' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setSending] = useState(false);

  async function say(decision: Decision): Promise<Problem | null> {
    const { data, error } = await decide(
      { input: { id: it.id, expectedVersion: it.version, ...decision } },
      afterDeciding,
    );
    if (error) return toProblem(error);
    onDecided?.();
    const version = data?.decideProposal.version;
    if (version === undefined) return null;
    offerUndo({
      text: formatMessage(
        { id: decision.decision === 'ACCEPT' ? 'proposal.accepted' : 'proposal.refused' },
        { name: it.organisation.name },
      ),
      undo: async () => {
        const back = await reopen(
          { input: { id: it.id, expectedVersion: version } },
          afterDeciding,
        );
        return back.error ? toProblem(back.error) : null;
      },
    });
    return null;
  }
  async function accept() {
    setSending(true);
    setProblem(await say({ decision: 'ACCEPT' }));
    setSending(false);
  }

  const isOpen = it.state === 'OPEN';
  // The old name, kept as one, is told in a sentence.
  const own = it.fields.filter(({ part }) => part === null);
  const says = formatMessage({ id: `proposal.says.${it.register}` }, { date: moment(it.foundAt) });
  return (
    <div className="proposal">
      <p className="proposal-kind">
        <strong>{formatMessage({ id: `proposal.kind.${it.kind}` })}</strong>{' '}
        <span className="quiet">{says}</span>
      </p>
      <dl className="proposal-evidence">
        {it.evidence.map(({ fact, before, after }) => (
          <div key={fact}>
            <dt>{formatMessage({ id: `proposal.fact.${fact as 'name'}` })}</dt>
            <dd>
              <Said fact={fact} value={before} />
              <span aria-hidden="true"> → </span>
              <span className="ds-sr-only"> {formatMessage({ id: 'change.to' })} </span>
              <Said fact={fact} value={after} />
            </dd>
          </div>
        ))}
      </dl>
      {it.organisation.number && (
        <p>
          <a
            href={`https://virksomhet.brreg.no/nb/oppslag/enheter/${it.organisation.number}`}
            rel="noreferrer"
          >
            {formatMessage({ id: 'organisation.inRegister' })}
          </a>
        </p>
      )}
      {isOpen && own.length > 0 && (
        <div className="proposal-written">
          <p>{formatMessage({ id: 'proposal.isWritten' })}</p>
          <ChangedFields verb="decideProposal" fields={own} />
          {it.kind === 'RENAMED' && <p>{formatMessage({ id: 'proposal.oldNameStays' })}</p>}
        </div>
      )}
      {isOpen && own.length === 0 && (
        <p className="quiet">{formatMessage({ id: `proposal.follows.${it.kind}` })}</p>
      )}
      {problem && <TakenNote problem={problem} />}
      {it.viewerMay.decide && (
        <div className="proposal-actions">
          <button
            type="button"
            className="ds-button"
            disabled={isSending}
            onClick={() => void accept()}
          >
            {formatMessage({ id: own.length > 0 ? 'proposal.accept' : 'proposal.note' })}{' '}
            <span className="ds-sr-only">{it.organisation.name}</span>
          </button>
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            onClick={() => ask('adjust')}
          >
            {formatMessage({ id: 'proposal.adjust' })}{' '}
            <span className="ds-sr-only">{it.organisation.name}</span>
          </button>
          <button
            type="button"
            className="ds-button"
            data-variant="tertiary"
            onClick={() => ask('refuse')}
          >
            {formatMessage({ id: 'proposal.refuse' })}{' '}
            <span className="ds-sr-only">{it.organisation.name}</span>
          </button>
        </div>
      )}
      {it.state !== 'OPEN' && (
        <p className="quiet">
          {formatMessage(
            { id: `proposal.state.${it.state}` },
            { by: it.decidedBy ?? '', date: it.decidedAt ? moment(it.decidedAt) : '' },
          )}
          {it.reason && <q> {it.reason}</q>}
        </p>
      )}
      {asked === 'adjust' && (
        <AdjustProposalDialog
          id={it.id}
          kind={it.kind}
          proposed={it.fields}
          say={say}
          onClose={() => ask(null)}
        />
      )}
      {asked === 'refuse' && (
        <RefuseProposalDialog id={it.id} say={say} onClose={() => ask(null)} />
      )}
    </div>
  );
}

/** What the register says; of what it says yes or no to, in words. */
function Said({ fact, value }: { fact: string; value: string | null }) {
  const { formatMessage, formatDate } = useIntl();
  if (value === null) return <i className="quiet">{formatMessage({ id: 'change.nothing' })}</i>;
  if (fact.startsWith('is')) {
    return formatMessage({ id: value === 'true' ? 'change.true' : 'change.false' });
  }
  if (fact === 'deletedOn') return formatDate(value, { dateStyle: 'long', timeZone: 'UTC' });
  return <bdi>{value}</bdi>;
}
