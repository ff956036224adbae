import type { ResultOf } from '#client/graphql.ts';
import type { MergedOrganisation_organisation, MergedPerson_person } from './mergeSides.ts';

export type MergedField =
  | 'NAME'
  | 'KIND'
  | 'NUMBER'
  | 'SEAT'
  | 'PARENT'
  | 'MEMBERSHIP'
  | 'OPENED_ON'
  | 'CLOSED_ON';

/** Den ene. One of two records, as the page shows it: what one chooses between, what is united, and what there is of it. */
export interface Side {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly verifiedOn: string | null;
  /** What stands in each field, in words; nothing where nothing does. */
  readonly fields: Partial<Readonly<Record<MergedField, string>>>;
  /** By the message that names the list. */
  readonly lists: readonly (readonly [label: ListLabel, values: readonly string[]])[];
  readonly contacts: readonly { readonly channel: string; readonly value: string }[];
}

export type ListLabel =
  | 'organisation.languages'
  | 'organisation.communities'
  | 'organisation.topics'
  | 'organisation.servedAreas'
  | 'person.languages'
  | 'person.topics'
  | 'person.areas'
  | 'person.willingness'
  | 'person.affiliations';

/** How codes and days are said. */
export interface Words {
  readonly kind: (kind: string) => string;
  readonly willingness: (kind: string) => string;
  readonly day: (day: string) => string;
}

const names = (terms: readonly { readonly name: string }[]) => terms.map(({ name }) => name);

export function organisationSide(
  it: ResultOf<typeof MergedOrganisation_organisation>,
  words: Words,
): Side {
  const { membership } = it;
  return {
    id: it.id,
    version: it.version,
    name: it.name,
    verifiedOn: it.freshness.verifiedOn,
    fields: {
      NAME: it.name,
      KIND: words.kind(it.kind),
      ...(it.number && { NUMBER: it.number }),
      ...(it.seat && { SEAT: it.seat.name }),
      ...(it.parent && { PARENT: it.parent.name }),
      ...(membership && { MEMBERSHIP: `${membership.count} (${membership.year})` }),
      ...(it.openedOn && { OPENED_ON: words.day(it.openedOn) }),
      ...(it.closedOn && { CLOSED_ON: words.day(it.closedOn) }),
    },
    lists: [
      ['organisation.languages', names(it.languages)],
      ['organisation.communities', names(it.communities)],
      ['organisation.topics', names(it.topics)],
      ['organisation.servedAreas', names(it.servedAreas)],
    ],
    contacts: it.contactPoints,
  };
}

export function personSide(it: ResultOf<typeof MergedPerson_person>, words: Words): Side {
  return {
    id: it.id,
    version: it.version,
    name: it.name,
    verifiedOn: it.freshness.verifiedOn,
    fields: { NAME: it.name },
    lists: [
      ['person.languages', it.languages.map(({ language }) => language.name)],
      ['person.areas', names(it.areas)],
      ['person.topics', names(it.topics)],
      ['person.willingness', it.willingness.map(words.willingness)],
      ['person.affiliations', it.affiliations.nodes.map(({ organisation }) => organisation.name)],
    ],
    contacts: it.contactPoints,
  };
}
