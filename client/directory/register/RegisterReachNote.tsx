import { useIntl } from 'react-intl';

/** How it went to ask Enhetsregisteret, by the words of the API. */
export type RegisterReach = 'ANSWERED' | 'NOT_CONNECTED' | 'UNREACHABLE' | 'ASKED_TO_WAIT';

/** Why Enhetsregisteret has not answered, and that nothing waits for it; nothing where it has. */
export function RegisterReachNote({
  reach,
  secondsToWait,
}: {
  reach: RegisterReach;
  secondsToWait: number | null;
}) {
  const { formatMessage } = useIntl();

  if (reach === 'ANSWERED') return null;
  return (
    <p className="ds-alert" data-color="info">
      {formatMessage({ id: `register.reach.${reach}` }, { seconds: secondsToWait ?? 60 })}
    </p>
  );
}
