import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useLocation } from 'wouter';

import { TakenNote } from '#client/directory/work/TakenNote.tsx';
import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { organisationPath } from '#client/paths.ts';
import type { Problem } from '#client/problem.ts';
import { CallFacts, type CallFacts_organisation, type Group } from './CallFacts.tsx';
import { type NotedCall, type Outcome, outcomes } from './callOperations.ts';
import { CallLaterForm } from './CallLaterForm.tsx';
import { useNoteCall } from './useNoteCall.ts';
import { WrongNumberForm } from './WrongNumberForm.tsx';

export const CallOutcomes_organisation = graphql(`
  fragment CallOutcomes_organisation on Organisation {
    contactPoints {
      id
      channel
      value
      bouncedOn
    }
    affiliations(current: true, first: 10) {
      nodes {
        id
        person {
          name
          contactPoints {
            id
            channel
            value
            bouncedOn
          }
        }
      }
    }
  }
`);

const MOST = 500;
/** What it leads on to. */
const leadsTo: Partial<Readonly<Record<Outcome, (id: string) => string>>> = {
  CHANGED: (id) => `${organisationPath(id)}?rediger=ja`,
  NEW_CONTACT: (id) => `${organisationPath(id)}?overlevering=ny#overlevering`,
};

/** Utfall. What was found right, a word about it, and one press for what came of the call. */
export function CallOutcomes({
  request,
  organisation,
  facts,
  groups,
}: {
  request: {
    readonly id: string;
    readonly organisationId: string;
    readonly organisationName: string;
  };
  organisation: FragmentOf<typeof CallOutcomes_organisation>;
  facts: FragmentOf<typeof CallFacts_organisation>;
  groups: readonly Group[];
}) {
  const { formatMessage } = useIntl();
  const [, navigate] = useLocation();
  const noteCall = useNoteCall();
  const it = readFragment(CallOutcomes_organisation, organisation);
  const [wrong, setWrong] = useState<ReadonlySet<Group>>(new Set());
  const [note, setNote] = useState('');
  const [asking, setAsking] = useState<'LATER' | 'WRONG_NUMBER' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const right = groups.filter((group) => !wrong.has(group));

  async function send(outcome: Outcome, more: Partial<NotedCall> = {}): Promise<Problem | null> {
    const isReached = outcome === 'CONFIRMED' || outcome === 'CHANGED';
    const input: NotedCall = {
      id: crypto.randomUUID(),
      requestId: request.id,
      outcome,
      groups: isReached ? [...right] : [],
      note: note.trim() || null,
      ...more,
    };
    setBusy(true);
    const refusal = await noteCall(input, request.organisationName);
    setBusy(false);
    if (refusal) return refusal;
    setAsking(null);
    setNote('');
    const path = leadsTo[outcome]?.(request.organisationId);
    if (path) navigate(path);
    return null;
  }

  function press(outcome: Outcome) {
    setProblem(null);
    if (outcome === 'LATER' || outcome === 'WRONG_NUMBER') setAsking(outcome);
    else void send(outcome).then(setProblem);
  }

  const numbers = [
    ...it.contactPoints.map((point) => ({ ...point, of: request.organisationName })),
    ...it.affiliations.nodes.flatMap(({ person }) =>
      person.contactPoints.map((point) => ({ ...point, of: person.name })),
    ),
  ].filter(({ channel, bouncedOn }) => (channel === 'PHONE' || channel === 'SMS') && !bouncedOn);

  return (
    <section aria-label={formatMessage({ id: 'call.outcomes' })} className="call-outcomes">
      <CallFacts
        organisation={facts}
        groups={groups}
        right={new Set(right)}
        onTick={(group, isRight) =>
          setWrong((known) =>
            isRight
              ? new Set([...known].filter((one) => one !== group))
              : new Set([...known, group]),
          )
        }
      />
      <label className="call-note">
        {formatMessage({ id: 'call.note' })}
        <input
          className="ds-input"
          maxLength={MOST}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </label>
      <h3>{formatMessage({ id: 'call.outcomes' })}</h3>
      <div className="call-outcome-buttons">
        {outcomes.map((outcome, at) => (
          <button
            key={outcome}
            type="button"
            className="ds-button"
            data-variant={at === 0 ? undefined : 'secondary'}
            data-call-outcome={at + 1}
            aria-keyshortcuts={String(at + 1)}
            aria-expanded={asking === outcome || undefined}
            disabled={isBusy || (outcome === 'WRONG_NUMBER' && !numbers.length)}
            onClick={() => press(outcome)}
          >
            <kbd aria-hidden>{at + 1}</kbd> {formatMessage({ id: `call.outcome.${outcome}` })}
          </button>
        ))}
      </div>
      {problem && <TakenNote problem={problem} />}
      {asking === 'LATER' && (
        <CallLaterForm
          requestId={request.id}
          onSend={(againAt) => send('LATER', { againAt })}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'WRONG_NUMBER' && (
        <WrongNumberForm
          requestId={request.id}
          numbers={numbers}
          onSend={(contactPointId) => send('WRONG_NUMBER', { contactPointId })}
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  );
}
