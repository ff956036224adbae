import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';

export const RegisterReachNote_lookup = graphql(`
  fragment RegisterReachNote_lookup on RegisterLookup {
    reach
    secondsToWait
  }
`);

/** Why Enhetsregisteret has not answered, and that nothing waits for it; nothing where it has. */
export function RegisterReachNote({
  lookup,
}: {
  lookup: FragmentOf<typeof RegisterReachNote_lookup>;
}) {
  const { formatMessage } = useIntl();
  const { reach, secondsToWait } = readFragment(RegisterReachNote_lookup, lookup);

  if (reach === 'ANSWERED') return null;
  return (
    <p className="ds-alert" data-color="info">
      {formatMessage({ id: `register.reach.${reach}` }, { seconds: secondsToWait ?? 60 })}
    </p>
  );
}
