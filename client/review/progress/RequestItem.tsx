import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { organisationPath } from '#client/paths.ts';
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
export function RequestItem({ request }: { request: FragmentOf<typeof RequestItem_request> }) {
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
        <strong>{formatMessage({ id: `round.state.${state}` })}</strong>
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
    </li>
  );
}
