import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { organisationPath, requestLetterPath } from '#client/paths.ts';
import { PrintForm } from '#client/review/letter/PrintForm.tsx';
import { Series } from '#client/ui/Series.tsx';
import { roundStates, stateName } from './roundStates.ts';

export const RequestItem_request = graphql(`
  fragment RequestItem_request on ReviewRequest {
    id
    organisationId
    organisationName
    trustName
    language
    channel
    hindrance
    state
    sentAt
    answeredAt
    answeredThrough
  }
`);

/** En som spørres: who, how far they have come, and when. */
export function RequestItem({
  request,
  mayPrint,
}: {
  request: FragmentOf<typeof RequestItem_request>;
  /** Whether the viewer prints letters of the round. */
  mayPrint: boolean;
}) {
  const { formatMessage, formatDate, formatDisplayName } = useIntl();
  const it = readFragment(RequestItem_request, request);
  const day = (moment: string) =>
    formatDate(moment, { dateStyle: 'medium', timeZone: 'Europe/Oslo' });
  const state = roundStates.find((known) => stateName(known) === it.state) ?? 'queued';

  return (
    <li>
      <h2>
        <Link href={organisationPath(it.organisationId)}>
          <bdi>{it.organisationName}</bdi>
        </Link>
      </h2>
      <p>
        <strong>
          {formatMessage({
            id: isUnsentLetter(it) ? 'round.state.failedLetter' : `round.state.${state}`,
          })}
        </strong>
        {it.hindrance && `: ${formatMessage({ id: `round.hindrance.${it.hindrance}` })}`}
      </p>
      <p className="quiet">
        <Series>
          {it.trustName}
          {formatDisplayName(it.language, { type: 'language' }) ?? it.language}
          {it.sentAt &&
            it.channel &&
            formatMessage(
              { id: 'round.sentOn' },
              {
                channel: formatMessage({ id: `round.channel.${it.channel}` }),
                day: day(it.sentAt),
              },
            )}
          {it.answeredAt &&
            it.answeredThrough &&
            formatMessage(
              { id: 'round.answeredOn' },
              {
                through: formatMessage({ id: `round.through.${it.answeredThrough}` }),
                day: day(it.answeredAt),
              },
            )}
        </Series>
      </p>
      {mayPrint && isUnanswered(it) && (
        <PrintForm address={requestLetterPath(it.id)}>
          <button type="submit" className="ds-button" data-variant="tertiary" data-size="sm">
            {formatMessage({ id: 'letters.printOne' })}
            <span className="ds-sr-only"> {it.organisationName}</span>
          </button>
        </PrintForm>
      )}
    </li>
  );
}

/** The round was closed before anybody printed it and said that it was in the post: nothing has gone wrong. */
const isUnsentLetter = ({ state, channel }: { state: string; channel: string | null }): boolean =>
  state === 'FAILED' && channel === 'LETTER';

/** Whether a letter on paper may still help: they are asked, and have not answered. */
const isUnanswered = ({ state, channel }: { state: string; channel: string | null }): boolean =>
  ['FAILED', 'BOUNCED', 'SILENT', 'OPENED'].includes(state) ||
  (state === 'QUEUED' && channel === 'LETTER');
