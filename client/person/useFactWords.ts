import { useIntl } from 'react-intl';

import { useTerms } from '#client/vocabulary/TermPicker.tsx';
import type { FactName, Facts, TypedFacts } from './personFacts.ts';

const labels = {
  givenName: 'change.field.givenName',
  familyName: 'change.field.familyName',
  contactPoints: 'organisation.contact',
  languages: 'person.languages',
  areas: 'person.areas',
  topics: 'person.topics',
  willingness: 'person.willingness',
} as const;

/** Opplysninger i ord. What stands in a field of a person, on one line, as people read it. */
export function useFactWords() {
  const { formatMessage } = useIntl();
  const terms = {
    areas: useTerms('areas'),
    topics: useTerms('topics'),
    languages: useTerms('languages'),
  };
  const term = (list: keyof typeof terms, code: string) =>
    terms[list].find(({ value }) => value === code)?.label ?? code;

  return {
    label: (name: FactName): string => formatMessage({ id: labels[name] }),
    value(name: FactName, facts: TypedFacts, known: Facts): string {
      switch (name) {
        case 'givenName':
        case 'familyName':
          return facts[name];
        case 'areas':
        case 'topics':
          return facts[name].map((code) => term(name, code)).join(', ');
        case 'willingness':
          return facts.willingness
            .map((it) => formatMessage({ id: `willingness.${it}` }))
            .join(', ');
        case 'languages':
          return facts.languages.map(({ language }) => term('languages', language)).join(', ');
        case 'contactPoints':
          return facts.contactPoints
            .map(({ id, channel, value }) => {
              const point = known.contactPoints.find((it) => it.id === id);
              const by = point?.channel ?? channel;
              const word = by ? formatMessage({ id: `contactChannel.${by}` }) : '';
              return `${word} ${value ?? point?.value ?? ''}`.trim();
            })
            .join(', ');
      }
    },
  };
}
