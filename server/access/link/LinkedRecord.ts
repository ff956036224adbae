import type { LinkedKind } from './issueLink.ts';

interface Named {
  readonly name: string;
}

interface Coded extends Named {
  readonly code: string;
}

/** What a page shows of a record, as the API gives it to whoever came by the link. */
export interface LinkedRecord {
  readonly name: string;
  readonly number: string | null;
  readonly otherNames: readonly string[];
  readonly languages: readonly Coded[];
  /** Null where the record is a person: nothing of the kind is kept of people. */
  readonly communities: readonly Coded[] | null;
  readonly topics: readonly Named[];
  readonly areas: readonly Named[];
  readonly contactPoints: readonly {
    readonly id: string;
    readonly channel: string;
    readonly value: string;
    readonly isMasked: boolean;
  }[];
}

/** The documents that a link may ask, and no others. They go through the API's own rules. */
export const linkedDocuments: Readonly<Record<LinkedKind, string>> = {
  organisation: `query OrganisationByLink($id: ID!) {
    record: organisation(id: $id) {
      name
      number
      names { name }
      languages { code name }
      communities { code name }
      topics { name }
      servedAreas { name }
      contactPoints { id channel value isMasked }
    }
  }`,
  person: `query PersonByLink($id: ID!) {
    record: person(id: $id) {
      name
      languages { language { code name } }
      topics { name }
      areas { name }
      contactPoints { id channel value isMasked }
    }
  }`,
};

interface Answer {
  readonly name: string;
  readonly number?: string | null;
  readonly names?: readonly Named[];
  readonly languages: readonly (Coded | { readonly language: Coded })[];
  readonly communities?: readonly Coded[];
  readonly topics: readonly Named[];
  readonly servedAreas?: readonly Named[];
  readonly areas?: readonly Named[];
  readonly contactPoints: LinkedRecord['contactPoints'];
}

export function readLinkedRecord(answer: unknown): LinkedRecord | null {
  const { record } = answer as { record: Answer | null };
  if (!record) return null;
  const { name, number = null, names = [], topics, contactPoints } = record;
  return {
    name,
    number,
    otherNames: names.map((other) => other.name).filter((other) => other !== name),
    languages: record.languages.map((it) => ('language' in it ? it.language : it)),
    communities: record.communities ?? null,
    topics,
    areas: record.servedAreas ?? record.areas ?? [],
    contactPoints,
  };
}
