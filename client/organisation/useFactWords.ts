import { useIntl } from 'react-intl';

import { useTerms } from '#client/vocabulary/TermPicker.tsx';
import type { FactName, Facts, TypedFacts } from './organisationFacts.ts';

const labels = {
  name: 'change.field.name',
  kind: 'change.field.kind',
  number: 'organisation.number',
  names: 'organisation.otherNames',
  contactPoints: 'organisation.contact',
  languages: 'organisation.languages',
  servedAreas: 'organisation.servedAreas',
  communities: 'organisation.communities',
  topics: 'organisation.topics',
  seat: 'organisation.seat',
  parent: 'organisation.parent',
  membership: 'organisation.membership',
  openedOn: 'change.field.openedOn',
  closedOn: 'change.field.closedOn',
} as const;

const lists = { seat: 'areas', servedAreas: 'areas' } as const;

/** Opplysninger i ord. What stands in a field of an organisation, on one line, as people read it. */
export function useFactWords() {
  const { formatMessage, formatDate } = useIntl();
  const terms = {
    areas: useTerms('areas'),
    topics: useTerms('topics'),
    languages: useTerms('languages'),
    communities: useTerms('communities'),
  };
  const term = (list: keyof typeof terms, code: string) =>
    terms[list].find(({ value }) => value === code)?.label ?? code;

  return {
    label: (name: FactName): string => formatMessage({ id: labels[name] }),
    value(name: FactName, facts: TypedFacts, known: Facts): string {
      switch (name) {
        case 'name':
        case 'number':
          return facts[name] ?? '';
        case 'kind':
          return facts.kind ? formatMessage({ id: `organisationKind.${facts.kind}` }) : '';
        case 'openedOn':
        case 'closedOn': {
          const day = facts[name];
          return day ? formatDate(day, { dateStyle: 'long', timeZone: 'UTC' }) : '';
        }
        case 'seat':
          return facts.seat ? term(lists.seat, facts.seat) : '';
        case 'servedAreas':
          return (facts.servedAreas ?? []).map((code) => term(lists.servedAreas, code)).join(', ');
        case 'languages':
        case 'communities':
        case 'topics':
          return (facts[name] ?? []).map((code) => term(name, code)).join(', ');
        case 'parent':
          if (!facts.parent) return '';
          return known.parent?.id === facts.parent
            ? known.parent.name
            : formatMessage({ id: 'organisation.anotherParent' });
        case 'membership':
          return facts.membership
            ? formatMessage(
                { id: 'organisation.membershipFigure' },
                { count: facts.membership.count, year: String(facts.membership.year) },
              )
            : '';
        case 'names':
          return (facts.names ?? []).map((it) => it.name).join(', ');
        case 'contactPoints':
          return (facts.contactPoints ?? [])
            .map(
              ({ channel, value }) =>
                `${formatMessage({ id: `contactChannel.${channel}` })} ${value}`,
            )
            .join(', ');
      }
    },
  };
}
