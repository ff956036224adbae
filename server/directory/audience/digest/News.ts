/** Nytt. What there is to tell of a saved search: organisations by name, of people only how many. */
export interface News {
  readonly newOrganisations: readonly NamedOrganisation[];
  readonly newPeople: number;
  readonly staleOrganisations: readonly NamedOrganisation[];
  readonly stalePeople: number;
}

export interface NamedOrganisation {
  readonly id: string;
  readonly name: string;
}

export const isNothing = (news: News): boolean =>
  news.newOrganisations.length + news.newPeople === 0 &&
  news.staleOrganisations.length + news.stalePeople === 0;
