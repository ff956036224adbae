import { type ReactNode, useId, useState } from 'react';
import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import type { MessageId } from '#client/language/languages.ts';
import { ChoiceChip } from '#client/ui/Chip.tsx';
import { folded } from '#client/ui/folded.ts';
import { type Ask, type DirectoryFilter, type ListName, toggled } from './directoryQuery.ts';

export const FacetChoices_value = graphql(`
  fragment FacetChoices_value on FacetValue {
    value
    label
    count
  }
`);

const shownFirst = 5;
const worthSearching = 12;
const shownAtMost = 60;

/** The filters whose values the API leaves to us to word. */
const wordings: { readonly [Name in ListName]?: string } = {
  kinds: 'organisationKind',
  willingness: 'willingness',
  freshness: 'freshness',
};

/** One filter: the values most hits have, and the rest behind a button with a field to find them by. */
export function FacetChoices({
  name,
  values,
  filter,
  ask,
  children,
}: {
  name: Exclude<ListName, 'asText'>;
  values: readonly FragmentOf<typeof FacetChoices_value>[];
  filter: DirectoryFilter;
  ask: Ask;
  /** What goes with the choice: a level, a trust, a date. */
  children?: ReactNode;
}) {
  const { formatMessage, formatNumber } = useIntl();
  const [isOpen, setOpen] = useState(false);
  const [sought, setSought] = useState('');
  const soughtId = useId();

  const chosen: readonly string[] = filter[name] ?? [];
  const facets = readFragment(FacetChoices_value, values).map(({ value, label, count }) => ({
    value,
    count,
    label: label ?? formatMessage({ id: `${wordings[name] ?? 'filter'}.${value}` as MessageId }),
  }));
  if (facets.length === 0 && chosen.length === 0 && !children) return null;

  const needle = folded(sought.trim());
  const wanted = needle ? facets.filter(({ label }) => folded(label).includes(needle)) : facets;
  const shown = isOpen
    ? wanted.slice(0, shownAtMost)
    : facets.filter(({ value }, place) => place < shownFirst || chosen.includes(value));

  return (
    <fieldset className="facet">
      <legend>{formatMessage({ id: `filter.${name}` })}</legend>
      {isOpen && facets.length > worthSearching && (
        <p className="facet-search">
          <label htmlFor={soughtId} className="ds-sr-only">
            {formatMessage({ id: 'directory.findInList' })}
          </label>
          <input
            id={soughtId}
            className="ds-input"
            type="search"
            autoComplete="off"
            placeholder={formatMessage({ id: 'directory.findInList' })}
            value={sought}
            onChange={(event) => setSought(event.target.value)}
          />
        </p>
      )}
      {shown.map(({ value, label, count }) => (
        <ChoiceChip
          key={value}
          name={name}
          value={value}
          checked={chosen.includes(value)}
          count={formatNumber(count)}
          onChange={() => ask((now) => toggled(now, name, value))}
        >
          <bdi>{label}</bdi>
        </ChoiceChip>
      ))}
      {isOpen && wanted.length > shownAtMost && (
        <p className="facet-rest">
          {formatMessage({ id: 'directory.andMoreInList' }, { count: wanted.length - shownAtMost })}
        </p>
      )}
      {facets.length > shownFirst && (
        <button
          type="button"
          className="facet-more"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen
            ? formatMessage({ id: 'directory.showFewer' })
            : formatMessage({ id: 'directory.showAll' }, { count: facets.length })}
        </button>
      )}
      {children}
    </fieldset>
  );
}
