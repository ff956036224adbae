import { memo, useId } from 'react';
import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { ChoiceChip } from '#client/ui/Chip.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { type Ask, type DirectoryFilter, withFilter } from './directoryQuery.ts';
import { FacetChoices, FacetChoices_value } from './FacetChoices.tsx';
import { OfTheFirst } from './OfTheFirst.tsx';
import { TrustChoice } from './TrustChoice.tsx';

export const FilterPanel_facets = graphql(
  `
    fragment FilterPanel_facets on DirectoryFacets {
      kinds {
        ...FacetChoices_value
      }
      languages {
        ...FacetChoices_value
      }
      areas {
        ...FacetChoices_value
      }
      topics {
        ...FacetChoices_value
      }
      communities {
        ...FacetChoices_value
      }
      willingness {
        ...FacetChoices_value
      }
      freshness {
        ...FacetChoices_value
      }
      hasPhone
    }
  `,
  [FacetChoices_value],
);

const levels = ['BASIC', 'GOOD', 'FLUENT'] as const;

/** Filtre. Everything the hits can be narrowed by, with how many each choice would leave. */
export const FilterPanel = memo(function FilterPanel({
  facets,
  ofTheFirst,
  filter,
  ask,
}: {
  facets: FragmentOf<typeof FilterPanel_facets> | null;
  /** How many hits were counted, where there are more. */
  ofTheFirst: number | null;
  filter: DirectoryFilter;
  ask: Ask;
}) {
  const { formatMessage, formatNumber } = useIntl();
  const levelId = useId();
  const sinceId = useId();
  const counts = readFragment(FilterPanel_facets, facets);
  if (!counts) return <Skeleton lines={10} />;

  return (
    <div className="filters">
      {ofTheFirst !== null && <OfTheFirst count={ofTheFirst} />}
      <ChoiceChip
        name="hasPhone"
        value="true"
        checked={filter.hasPhone === true}
        count={formatNumber(counts.hasPhone)}
        onChange={(checked) => ask((now) => withFilter(now, 'hasPhone', checked || undefined))}
      >
        {formatMessage({ id: 'filter.hasPhone' })}
      </ChoiceChip>

      <FacetChoices name="languages" values={counts.languages} filter={filter} ask={ask}>
        {filter.languages && (
          <p className="setting">
            <label htmlFor={levelId}>{formatMessage({ id: 'filter.languageLevel' })}</label>
            <select
              id={levelId}
              className="ds-input"
              value={filter.languageLevel ?? ''}
              onChange={(event) =>
                ask((now) => withFilter(now, 'languageLevel', event.target.value || undefined))
              }
            >
              <option value="">{formatMessage({ id: 'directory.anyLevel' })}</option>
              {levels.map((level) => (
                <option key={level} value={level}>
                  {formatMessage({ id: `languageLevel.${level}` })}
                </option>
              ))}
            </select>
          </p>
        )}
      </FacetChoices>
      <FacetChoices name="areas" values={counts.areas} filter={filter} ask={ask}>
        <TrustChoice filter={filter} ask={ask} />
      </FacetChoices>
      <FacetChoices name="kinds" values={counts.kinds} filter={filter} ask={ask} />
      <FacetChoices name="topics" values={counts.topics} filter={filter} ask={ask} />
      <FacetChoices name="communities" values={counts.communities} filter={filter} ask={ask} />
      <FacetChoices name="willingness" values={counts.willingness} filter={filter} ask={ask} />
      <FacetChoices name="freshness" values={counts.freshness} filter={filter} ask={ask}>
        <p className="setting">
          <label htmlFor={sinceId}>{formatMessage({ id: 'filter.verifiedSince' })}</label>
          <input
            id={sinceId}
            className="ds-input"
            type="date"
            value={filter.verifiedSince ?? ''}
            onChange={(event) =>
              ask((now) => withFilter(now, 'verifiedSince', event.target.value || undefined))
            }
          />
        </p>
      </FacetChoices>
    </div>
  );
});
