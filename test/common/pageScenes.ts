import type { Organisation } from '#schema/organisation/Organisation.ts';
import type { Affiliation } from '#schema/person/Affiliation.ts';
import { Person } from '#schema/person/Person.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { anAffiliation, aPerson } from '#seeds/person.ts';

/** Where a row is to stand. There are few places, so that many rows stand alike. */
export type Standing = 0 | 1 | 2 | 3 | 4;

/** How rows come into a list, and how they change their place in it. */
export interface Scene {
  /** What the list belongs to; null for a list of everything. */
  readonly owner: Organisation | Person | null;
  /** The row, and what else must be there for it. */
  readonly aRow: (standing: Standing) => { readonly row: Listed; readonly with?: object };
  /** What makes a row stand there. */
  readonly place: (standing: Standing, row: Listed) => object;
}

export type Listed = Organisation | Person | Affiliation;

const name = (standing: Standing): string => ['Anne', 'Beate', 'Cato', 'Dina', 'Erik'][standing]!;

/** The primary before the others, then the latest. */
const held = (standing: Standing) => ({
  isPrimary: standing < 2,
  since: `2025-01-0${5 - standing}`,
});

const called = (standing: Standing, row: Listed) =>
  row instanceof Person ? { givenName: name(standing), familyName: '' } : { name: name(standing) };

const anOrganisationAt = (standing: Standing, parent: Organisation | null = null) => ({
  row: anOrganisation({ name: name(standing), parent }),
});
const aPersonAt = (standing: Standing) => ({
  row: aPerson({ givenName: name(standing), familyName: '' }),
});

/** For each list in pages of the schema, how its rows come about. Who adds a list says so here. */
export const pageScenes: Readonly<Record<string, () => Scene>> = {
  'Query.organisations': () => ({ owner: null, aRow: (it) => anOrganisationAt(it), place: called }),
  'Query.people': () => ({ owner: null, aRow: aPersonAt, place: called }),
  'Query.search': () => ({
    owner: null,
    aRow: (it) => (it % 2 ? aPersonAt(it) : anOrganisationAt(it)),
    place: called,
  }),
  'Organisation.branches': () => {
    const owner = anOrganisation();
    return { owner, aRow: (it) => anOrganisationAt(it, owner), place: called };
  },
  'Organisation.affiliations': () => {
    const owner = anOrganisation();
    const aRow = (standing: Standing) => {
      const person = aPerson();
      return { row: anAffiliation(person, owner, held(standing)), with: person };
    };
    return { owner, aRow, place: held };
  },
  'Person.affiliations': () => {
    const owner = aPerson();
    const aRow = (standing: Standing) => {
      const organisation = anOrganisation();
      return { row: anAffiliation(owner, organisation, held(standing)), with: organisation };
    };
    return { owner, aRow, place: held };
  },
};
