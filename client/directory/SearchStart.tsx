import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link } from 'wouter';

import { graphql } from '#client/graphql.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { addressOf, type DirectoryFilter } from './directoryQuery.ts';

export const SearchStart_query = graphql(`
  query SearchStart {
    search(text: "", first: 1) {
      isCapped
      facets {
        only {
          value
          count
        }
        kinds {
          value
          count
        }
        languages {
          value
          label
          count
        }
      }
    }
  }
`);

/** Each shows another thing the field understands: a language and a place, a misspelling, a kind, a topic, a wish. */
const examples = [
  'directory.example.languageAndPlace',
  'directory.example.misspelt',
  'directory.example.kindAndPlace',
  'directory.example.withPhone',
] as const;

const languagesShown = 12;
/** Those that everybody here can be reached in say nothing. */
const ownLanguages: ReadonlySet<string> = new Set(['nb', 'nn', 'no', 'en']);

/** Før første bokstav: what can be written, and what the register holds; without numbers where it holds more than is counted. */
export function SearchStart() {
  const { formatMessage, formatNumber } = useIntl();
  const [result] = useQuery({ query: SearchStart_query });
  const filtered = (filter: DirectoryFilter) => addressOf({ text: '', filter, view: 'list' });

  return (
    <div className="start">
      <section aria-labelledby="examples">
        <h2 id="examples">{formatMessage({ id: 'directory.try' })}</h2>
        <ul className="start-examples">
          {examples.map((id) => {
            const text = formatMessage({ id });
            return (
              <li key={id}>
                <Link href={addressOf({ text, filter: {}, view: 'list' })}>{text}</Link>
              </li>
            );
          })}
        </ul>
      </section>
      <Loaded result={result} waiting={<div className="start-waiting" />}>
        {({ search: { facets, isCapped } }) => {
          const countOf = (kind: string) =>
            facets.only.find(({ value }) => value === kind)?.count ?? 0;
          return (
            <>
              <section aria-labelledby="holdings">
                <h2 id="holdings">{formatMessage({ id: 'directory.holds' })}</h2>
                <ul className="start-totals">
                  {(['ORGANISATION', 'PERSON'] as const).map((only) => (
                    <li key={only}>
                      <Link href={filtered({ only })}>
                        {!isCapped && <strong>{formatNumber(countOf(only))}</strong>}{' '}
                        {formatMessage({ id: `recordKind.${only}` }).toLowerCase()}
                      </Link>
                    </li>
                  ))}
                </ul>
              </section>
              <section aria-labelledby="kinds">
                <h2 id="kinds">{formatMessage({ id: 'filter.kinds' })}</h2>
                <ul className="start-list">
                  {facets.kinds.map(({ value, count }) => {
                    const kind = value as NonNullable<DirectoryFilter['kinds']>[number];
                    return (
                      <li key={value}>
                        <Link href={filtered({ kinds: [kind] })}>
                          <span>{formatMessage({ id: `organisationKind.${kind}` })}</span>
                          {!isCapped && <span className="choice-count">{formatNumber(count)}</span>}
                        </Link>
                      </li>
                    );
                  })}
                </ul>
              </section>
              <section aria-labelledby="languages">
                <h2 id="languages">{formatMessage({ id: 'directory.mostSpoken' })}</h2>
                <ul className="start-list">
                  {foreign(facets.languages).map(({ value, label, count }) => (
                    <li key={value}>
                      <Link href={filtered({ languages: [value] })}>
                        <span>{label}</span>
                        {!isCapped && <span className="choice-count">{formatNumber(count)}</span>}
                      </Link>
                    </li>
                  ))}
                </ul>
              </section>
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

const foreign = <Value extends { value: string }>(languages: readonly Value[]) =>
  languages.filter(({ value }) => !ownLanguages.has(value)).slice(0, languagesShown);
