import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { graphql } from '#client/graphql.ts';

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

/** Hvem du kan spørre. Who gives access, and who answers for privacy; nothing where nobody does. */
export function WhomToAsk() {
  const { formatMessage } = useIntl();
  const [{ data }] = useQuery({ query: WhomToAsk_query });
  if (!data?.whomToAsk.length) return null;

  return (
    <div className="whom-to-ask">
      <p>{formatMessage({ id: 'access.whomToAsk' })}</p>
      <ul>
        {data.whomToAsk.map(({ id, name, email, role }) => (
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
