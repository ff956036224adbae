import { useId } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { HealthTrusts_query } from '#client/directory/TrustChoice.tsx';

/** Opptaksområde. What belongs to the catchment of one trust alone. */
export function WorkTrust({
  trust,
  onChoose,
}: {
  trust: string | null;
  onChoose: (trust: string | null) => void;
}) {
  const { formatMessage } = useIntl();
  const id = useId();
  const [{ data }] = useQuery({ query: HealthTrusts_query });
  const byRegion = Map.groupBy(data?.healthTrusts ?? [], ({ parent }) => parent?.name ?? '');

  return (
    <div className="field">
      <label htmlFor={id}>{formatMessage({ id: 'filter.trust' })}</label>
      <select
        id={id}
        className="ds-input"
        value={trust ?? ''}
        onChange={({ target: { value } }) => onChoose(value || null)}
      >
        <option value="">{formatMessage({ id: 'work.anyTrust' })}</option>
        {[...byRegion].map(([region, trusts]) => (
          <optgroup key={region} label={region}>
            {trusts.map(({ id: trustId, name }) => (
              <option key={trustId} value={trustId}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
