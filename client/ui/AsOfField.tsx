import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useSearchParams } from 'wouter';

import { useAsOf } from './useAsOf.ts';

/** Per dato. Puts a day in the address, or takes it away for today. */
export function AsOfField() {
  const { formatMessage } = useIntl();
  const [, setParameters] = useSearchParams();
  const asOf = useAsOf();
  // A year is typed one digit at a time, and 0002 is a year too: the field keeps what is typed until it is left.
  const [typed, setTyped] = useState<string | null>(null);

  function choose(day: string) {
    setParameters(
      (parameters) => {
        if (day) parameters.set('per', day);
        else parameters.delete('per');
        return parameters;
      },
      { replace: true },
    );
  }

  return (
    <div className="as-of">
      <label>
        <span>{formatMessage({ id: 'area.asOf' })}</span>
        <input
          type="date"
          className="ds-input"
          value={typed ?? asOf ?? ''}
          onBlur={() => setTyped(null)}
          onChange={({ target: { value } }) => {
            setTyped(value);
            if (value === '' || value >= '1900') choose(value);
          }}
        />
      </label>
      {asOf && (
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          onClick={() => choose('')}
        >
          {formatMessage({ id: 'area.today' })}
        </button>
      )}
    </div>
  );
}
