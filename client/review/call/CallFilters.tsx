import { useId } from 'react';
import { useIntl } from 'react-intl';

import { useAsked } from '#client/access/useAsked.ts';
import type { ResultOf } from '#client/graphql.ts';
import type { CallListScreen_query } from './CallListScreen.tsx';

type List = ResultOf<typeof CallListScreen_query>['callList'];
type Choices = List['trusts'];

export const reasons = ['SILENT', 'BOUNCED', 'NO_ADDRESS'] as const;

/** Avgrensing. By trust, municipality, language and reason; and those who can't be rung yet, when asked for. */
export function CallFilters({ list }: { list: List | undefined }) {
  const { formatMessage } = useIntl();
  const [early, setEarly] = useAsked('tidlig');
  const [later, setLater] = useAsked('senere');
  const [earlyId, laterId] = [useId(), useId()];
  const tick = (is: boolean) => (is ? 'ja' : null);

  return (
    <div className="call-filters">
      <Narrow name="opptak" label="filter.trust" choices={list?.trusts ?? []} />
      <Narrow name="kommune" label="call.municipality" choices={list?.municipalities ?? []} />
      <Narrow name="sprak" label="call.language" choices={list?.languages ?? []} />
      <Narrow
        name="grunn"
        label="call.reasonFilter"
        choices={reasons.map((value) => ({
          value,
          name: formatMessage({ id: `call.reason.${value}` }),
        }))}
      />
      <label className="choice" htmlFor={earlyId}>
        <input
          id={earlyId}
          type="checkbox"
          className="ds-input"
          checked={early !== null}
          onChange={({ target }) => setEarly(tick(target.checked))}
        />
        <span className="choice-label">{formatMessage({ id: 'call.early' })}</span>
      </label>
      {((list?.laterCount ?? 0) > 0 || later !== null) && (
        <label className="choice" htmlFor={laterId}>
          <input
            id={laterId}
            type="checkbox"
            className="ds-input"
            checked={later !== null}
            onChange={({ target }) => setLater(tick(target.checked))}
          />
          <span className="choice-label">
            {formatMessage({ id: 'call.later' }, { count: list?.laterCount ?? 0 })}
          </span>
        </label>
      )}
    </div>
  );
}

function Narrow({
  name,
  label,
  choices,
}: {
  name: string;
  label: 'filter.trust' | 'call.municipality' | 'call.language' | 'call.reasonFilter';
  choices: readonly (Pick<Choices[number], 'value' | 'name'> & { readonly count?: number })[];
}) {
  const { formatMessage } = useIntl();
  const id = useId();
  const [asked, ask] = useAsked(name);

  return (
    <div className="field">
      <label htmlFor={id}>{formatMessage({ id: label })}</label>
      <select
        id={id}
        className="ds-input"
        value={asked ?? ''}
        onChange={({ target }) => ask(target.value || null)}
      >
        <option value="">{formatMessage({ id: 'call.any' })}</option>
        {choices.map(({ value, name: called, count }) => (
          <option key={value} value={value}>
            {count === undefined ? called : `${called} (${count})`}
          </option>
        ))}
      </select>
    </div>
  );
}
