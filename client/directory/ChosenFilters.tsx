import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { useInSentence } from '#client/language/useInSentence.ts';
import { RemovableChip } from '#client/ui/Chip.tsx';
import {
  type Ask,
  type DirectoryQuery,
  type FilterName,
  type ListName,
  toggled,
  withFilter,
  withoutWord,
} from './directoryQuery.ts';
import { HealthTrusts_query } from './TrustChoice.tsx';

export const ChosenFilters_search = graphql(`
  fragment ChosenFilters_search on SearchConnection {
    understood {
      word
      kind
      value
      label
    }
    facets {
      languages {
        value
        label
      }
      areas {
        value
        label
      }
      topics {
        value
        label
      }
      communities {
        value
        label
      }
    }
  }
`);

/** Names of what was chosen, for when no hit has it and the counts therefore do not name it. */
export const Vocabulary_query = graphql(`
  query Vocabulary {
    languages {
      code
      name
    }
    topics {
      code
      name
    }
    communities {
      code
      name
    }
    areas {
      code
      name
    }
  }
`);

type Change = Parameters<Ask>[0];

const coded = ['languages', 'areas', 'topics', 'communities'] as const;

/**
 * Forstått og valgt. How the words were read, and what else is asked for: each is taken away with one press, which
 * always widens the search.
 */
export function ChosenFilters({
  search,
  query,
  ask,
}: {
  search: FragmentOf<typeof ChosenFilters_search>;
  query: DirectoryQuery;
  ask: Ask;
}) {
  const { formatMessage, formatDate } = useIntl();
  const inSentence = useInSentence();
  const group = useRef<HTMLDivElement>(null);
  const held = useFocusBeside(group);
  const { understood, facets } = readFragment(ChosenFilters_search, search);
  const { filter } = query;

  const isNamed = (name: (typeof coded)[number]) =>
    (filter[name] ?? []).every((code) => facets[name].some(({ value }) => value === code));
  const [{ data: vocabulary }] = useQuery({
    query: Vocabulary_query,
    pause: coded.every(isNamed),
  });
  const [{ data: trusts }] = useQuery({ query: HealthTrusts_query, pause: !filter.trust });

  const nameOf = (name: (typeof coded)[number], code: string) =>
    facets[name].find(({ value }) => value === code)?.label ??
    vocabulary?.[name].find((term) => term.code === code)?.name ??
    code;

  const chip = (name: FilterName, value: string, label: string, without: Change) => (
    <Chosen
      key={`${name} ${value}`}
      label={label}
      kind={inSentence(formatMessage({ id: `filter.${name}` }))}
      onRemove={() => ask(without)}
    />
  );
  const each = (name: ListName, label: (value: string) => string) =>
    (filter[name] ?? []).map((value) =>
      chip(name, value, label(value), (now) => toggled(now, name, value)),
    );
  const single = (name: FilterName, label: string | null | undefined) =>
    label && chip(name, label, label, (now) => withFilter(now, name, undefined));

  return (
    <div
      ref={group}
      className="chosen"
      {...held}
      role="group"
      aria-label={formatMessage({ id: 'directory.understoodAndChosen' })}
    >
      {understood.map(({ word, kind, value, label }) => (
        <Chosen
          key={`understood ${word} ${value}`}
          label={label ?? wordingOf(kind, value)}
          kind={formatMessage({ id: `termKind.${kind}` })}
          understoodWord={word}
          onRemove={() => ask((now) => withoutWord(now, word))}
        />
      ))}
      {each('asText', (word) => formatMessage({ id: 'directory.quoted' }, { word }))}
      {coded.map((name) => each(name, (code) => nameOf(name, code)))}
      {single(
        'trust',
        trusts?.healthTrusts.find(({ id }) => id === filter.trust)?.name ?? filter.trust,
      )}
      {(filter.kinds ?? []).map((kind) =>
        chip('kinds', kind, formatMessage({ id: `organisationKind.${kind}` }), (now) =>
          toggled(now, 'kinds', kind),
        ),
      )}
      {(filter.willingness ?? []).map((will) =>
        chip('willingness', will, formatMessage({ id: `willingness.${will}` }), (now) =>
          toggled(now, 'willingness', will),
        ),
      )}
      {(filter.freshness ?? []).map((state) =>
        chip('freshness', state, formatMessage({ id: `freshness.${state}` }), (now) =>
          toggled(now, 'freshness', state),
        ),
      )}
      {single(
        'languageLevel',
        filter.languageLevel && formatMessage({ id: `languageLevel.${filter.languageLevel}` }),
      )}
      {single(
        'verifiedSince',
        filter.verifiedSince &&
          formatDate(filter.verifiedSince, { dateStyle: 'medium', timeZone: 'UTC' }),
      )}
      {single('hasPhone', filter.hasPhone ? formatMessage({ id: 'filter.hasPhone' }) : null)}
    </div>
  );

  function wordingOf(kind: string, value: string): string {
    switch (kind) {
      case 'ORGANISATION_KIND':
        return formatMessage({ id: `organisationKind.${value}` as 'organisationKind.HOSPITAL' });
      case 'RECORD_KIND':
        return formatMessage({ id: `recordKind.${value}` as 'recordKind.PERSON' });
      case 'WILLINGNESS':
        return formatMessage({ id: `willingness.${value}` as 'willingness.OUTREACH' });
      default:
        return formatMessage({ id: 'filter.hasPhone' });
    }
  }
}

function Chosen({
  label,
  kind,
  understoodWord,
  onRemove,
}: {
  label: string;
  kind: string;
  /** The word that was read so, when it was not chosen. */
  understoodWord?: string;
  onRemove: () => void;
}) {
  const { formatMessage } = useIntl();
  return (
    <RemovableChip
      removal={
        understoodWord === undefined
          ? formatMessage({ id: 'directory.remove' })
          : formatMessage({ id: 'directory.removeWord' }, { word: understoodWord })
      }
      isQuiet={understoodWord !== undefined}
      onRemove={onRemove}
    >
      <bdi>{label}</bdi>
      {label.toLowerCase() !== kind.toLowerCase() && <span className="removable-kind">{kind}</span>}
    </RemovableChip>
  );
}

/**
 * When the chip that has the focus goes, the focus goes to the next, else to the one before, else to where the words
 * are written.
 */
function useFocusBeside(group: RefObject<HTMLElement | null>) {
  /** The place of the chip that has the focus. */
  const place = useRef(-1);

  useLayoutEffect(() => {
    const chips = [...(group.current?.children ?? [])] as HTMLElement[];
    if (place.current >= 0 && document.activeElement === document.body) {
      (chips[place.current] ?? chips.at(-1) ?? whereWordsAre())?.focus();
    }
    place.current = chips.indexOf(document.activeElement as HTMLElement);
  });

  useLayoutEffect(() => {
    const { current } = group;
    return () => {
      if (current?.contains(document.activeElement)) whereWordsAre()?.focus();
    };
  }, [group]);

  return {
    onFocus: () => {
      place.current = [...(group.current?.children ?? [])].indexOf(
        document.activeElement as Element,
      );
    },
    onBlur: () => {
      place.current = -1;
    },
  };
}

const whereWordsAre = () =>
  document.getElementById('search') ?? document.querySelector<HTMLElement>('h1');
