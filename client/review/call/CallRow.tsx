import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { useMoment } from '#client/access/useMoment.ts';
import { TakenNote } from '#client/directory/work/TakenNote.tsx';
import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { useInSentence } from '#client/language/useInSentence.ts';
import { contactText } from '#client/organisation/contactText.ts';
import { type Problem, toProblem } from '#client/problem.ts';
import { callContext, ClaimCall, ReleaseCall } from './callOperations.ts';
import { CallSheet } from './CallSheet.tsx';

export const CallRow_item = graphql(`
  fragment CallRow_item on CallListItem {
    id
    organisationId
    organisationName
    municipality
    trustName
    language
    reason
    dueOn
    isOpened
    unanswered
    againAt
    asksAll
    sharedLanguages
    phones
    claim {
      by
      isMine
      until
    }
  }
`);

/** So many times nobody answers, and ringing once more is not what helps. */
const MANY = 3;

/** En som skal ringes. Who, why and by whom; opened, all that one needs while one rings. */
export function CallRow({
  item,
  isOpen,
  onOpen,
}: {
  item: FragmentOf<typeof CallRow_item>;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
}) {
  const { formatMessage, formatDate, formatTime, formatDisplayName, formatList } = useIntl();
  const moment = useMoment();
  const inSentence = useInSentence();
  const it = readFragment(CallRow_item, item);
  const [claiming, claim] = useMutation(ClaimCall);
  const [releasing, release] = useMutation(ReleaseCall);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isMine = it.claim?.isMine === true;
  const isTaken = it.claim !== null && !isMine;

  async function take() {
    const change = isMine ? release : claim;
    const { error } = await change({ requestId: it.id }, callContext);
    setProblem(error ? toProblem(error) : null);
    if (!error) onOpen(!isMine);
  }

  return (
    <li className="call-row" data-row={it.id} aria-current={isOpen || undefined}>
      <div className="call-head">
        <div>
          <h2 className="call-name">
            <button
              type="button"
              className="plain-link"
              data-call-open
              aria-expanded={isOpen}
              onClick={() => onOpen(!isOpen)}
            >
              <bdi>{it.organisationName}</bdi>
            </button>
          </h2>
          <p>
            <strong>{formatMessage({ id: `call.reason.${it.reason}` })}</strong>
            {' · '}
            {[
              it.municipality,
              formatDisplayName(it.language, { type: 'language' }),
              formatMessage(
                { id: 'call.due' },
                { date: formatDate(it.dueOn, { dateStyle: 'long', timeZone: 'UTC' }) },
              ),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {it.sharedLanguages.length > 0 && (
            <p className="call-shared">
              {formatMessage(
                { id: 'call.shared' },
                { languages: formatList(it.sharedLanguages.map(inSentence)) },
              )}
            </p>
          )}
          {it.isOpened && <p>{formatMessage({ id: 'call.opened' })}</p>}
          {it.againAt && (
            <p>{formatMessage({ id: 'call.agreed' }, { moment: moment(it.againAt) })}</p>
          )}
          {it.unanswered > 0 && (
            <p className={it.unanswered >= MANY ? 'call-many' : undefined}>
              {formatMessage(
                { id: it.unanswered >= MANY ? 'call.unansweredMany' : 'call.unanswered' },
                { count: it.unanswered },
              )}
            </p>
          )}
        </div>
        <div className="call-claim">
          {it.claim && (
            <span className="quiet">
              {formatMessage(
                { id: isMine ? 'call.isMine' : 'call.isTaken' },
                {
                  name: it.claim.by,
                  until: formatTime(it.claim.until, {
                    timeStyle: 'short',
                    timeZone: 'Europe/Oslo',
                  }),
                },
              )}
            </span>
          )}
          {!isTaken && (
            <button
              type="button"
              className="ds-button"
              data-variant={isMine ? 'secondary' : undefined}
              data-call-claim
              aria-keyshortcuts="t"
              disabled={claiming.fetching || releasing.fetching}
              onClick={() => void take()}
            >
              {formatMessage({ id: isMine ? 'call.release' : 'call.claim' })}{' '}
              <span className="ds-sr-only">{it.organisationName}</span>
            </button>
          )}
        </div>
      </div>
      {problem && <TakenNote problem={problem} />}
      {isOpen && <CallSheet request={it} />}
      <div className="call-print" aria-hidden>
        <p>{it.phones.map((value) => contactText('PHONE', value)).join(' · ')}</p>
        <p>{formatMessage({ id: 'call.printLine' })}</p>
      </div>
    </li>
  );
}
