import { useId } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { graphql } from '#client/graphql.ts';
import { type Ask, type DirectoryFilter, withFilter } from './directoryQuery.ts';

export const HealthTrusts_query = graphql(`
  query HealthTrusts {
    healthTrusts {
      id
      name
      parent {
        id
        name
      }
    }
  }
`);

/** Opptaksområde. What serves the areas that a health trust answers for. */
export function TrustChoice({ filter, ask }: { filter: DirectoryFilter; ask: Ask }) {
  const { formatMessage } = useIntl();
  const id = useId();
  const [{ data }] = useQuery({ query: HealthTrusts_query });
  const byRegion = Map.groupBy(data?.healthTrusts ?? [], ({ parent }) => parent?.name ?? '');

  return (
    <p className="setting">
      <label htmlFor={id}>{formatMessage({ id: 'filter.trust' })}</label>
      <select
        id={id}
        className="ds-input"
        value={filter.trust ?? ''}
        onChange={(event) =>
          ask((now) => withFilter(now, 'trust', event.target.value || undefined))
        }
      >
        <option value="">{formatMessage({ id: 'directory.anyTrust' })}</option>
        {[...byRegion].map(([region, trusts]) => (
          <optgroup key={region} label={region}>
            {trusts.map((trust) => (
              <option key={trust.id} value={trust.id}>
                {trust.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </p>
  );
}
