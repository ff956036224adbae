import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { graphql } from '#client/graphql.ts';
import { useViewer } from './viewer.ts';

export const WhomToAsk_query = graphql(`
  query WhomToAsk {
    whomToAsk {
      id
      name
      email
      role
    }
  }
`);

/** Hvem du kan spørre. Who gives access, and who answers for privacy; never oneself, and nothing where nobody does. */
export function WhomToAsk() {
  const { formatMessage } = useIntl();
  const [{ data }] = useQuery({ query: WhomToAsk_query });
  const viewer = useViewer();
  const others = data?.whomToAsk.filter(({ id }) => id !== viewer?.id);
  if (!others?.length) return null;

  return (
    <div className="whom-to-ask">
      <p>{formatMessage({ id: 'access.whomToAsk' })}</p>
      <ul>
        {others.map(({ id, name, email, role }) => (
          <li key={id}>
            <bdi>{name}</bdi>, {formatMessage({ id: `access.asksAbout.${role}` as never })}
            {email && (
              <>
                {' '}
                <a href={`mailto:${email}`}>
                  <bdi>{email}</bdi>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
