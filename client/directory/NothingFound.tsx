import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { useInSentence } from '#client/language/useInSentence.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import {
  type Ask,
  type DirectoryQuery,
  type FilterName,
  withFilter,
  withoutWord,
} from './directoryQuery.ts';
import { WithoutFilters } from './WithoutFilters.tsx';

export const NothingFound_loosening = graphql(`
  fragment NothingFound_loosening on Loosening {
    filter
    word
    count
    isCapped
  }
`);

/** Ingen treff. What to give up, and what one would get for it. */
export function NothingFound({
  loosen,
  query,
  ask,
}: {
  loosen: readonly FragmentOf<typeof NothingFound_loosening>[];
  query: DirectoryQuery;
  ask: Ask;
}) {
  const { formatMessage } = useIntl();
  const inSentence = useInSentence();
  const ways = readFragment(NothingFound_loosening, loosen);

  return (
    <EmptyState
      title={formatMessage({ id: ways.length > 0 ? 'directory.loosen' : 'directory.tryOther' })}
    >
      {ways.length > 0 && (
        <ul className="ways">
          {ways.map(({ filter, word, count, isCapped }) => (
            <li key={filter ?? word}>
              <button
                type="button"
                className="ds-button"
                data-variant="secondary"
                onClick={() =>
                  ask((now) =>
                    filter
                      ? withFilter(now, filter as FilterName, undefined)
                      : withoutWord(now, word ?? ''),
                  )
                }
              >
                <span>
                  {filter
                    ? formatMessage(
                        { id: 'directory.without' },
                        {
                          what: inSentence(formatMessage({ id: `filter.${filter as FilterName}` })),
                        },
                      )
                    : formatMessage(
                        { id: 'directory.withoutWord' },
                        { word: <bdi key="word">{word}</bdi> },
                      )}
                </span>
                <span className="choice-count">
                  {formatMessage(
                    { id: isCapped ? 'directory.countCapped' : 'directory.count' },
                    { count },
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {ways.length === 0 && Object.keys(query.filter).length > 1 && (
        <WithoutFilters query={query} />
      )}
    </EmptyState>
  );
}
