import type { LinkedKind } from './issueLink.ts';

interface Named {
  readonly name: string;
}

interface Coded extends Named {
  readonly code: string;
}

interface Spoken extends Coded {
  readonly endonym: string;
}

interface Placed extends Coded {
  readonly kind: string;
}

/** What a page shows of a record, as the API gives it to whoever came by the link. */
export interface LinkedRecord {
  readonly name: string;
  /** Null where the record is a person. */
  readonly kind: string | null;
  readonly number: string | null;
  readonly otherNames: readonly string[];
  readonly languages: readonly Spoken[];
  /** Null where the record is a person: nothing of the kind is kept of people. */
  readonly communities: readonly Coded[] | null;
  readonly topics: readonly Coded[];
  readonly areas: readonly Placed[];
  /** Of a person: what they are willing to do, as the API names it. */
  readonly willingness: readonly string[];
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
      kind
      number
      names { name }
      languages { code name endonym }
      communities { code name }
      topics { code name }
      servedAreas { code name kind }
      contactPoints { id channel value isMasked }
    }
  }`,
  person: `query PersonByLink($id: ID!) {
    record: person(id: $id) {
      name
      languages { language { code name endonym } }
      topics { code name }
      areas { code name kind }
      willingness
      contactPoints { id channel value isMasked }
    }
  }`,
};

interface Answer {
  readonly name: string;
  readonly kind?: string;
  readonly number?: string | null;
  readonly names?: readonly Named[];
  readonly languages: readonly (Spoken | { readonly language: Spoken })[];
  readonly communities?: readonly Coded[];
  readonly topics: readonly Coded[];
  readonly servedAreas?: readonly Placed[];
  readonly areas?: readonly Placed[];
  readonly willingness?: readonly string[];
  readonly contactPoints: LinkedRecord['contactPoints'];
}

export function readLinkedRecord(answer: unknown): LinkedRecord | null {
  const { record } = answer as { record: Answer | null };
  if (!record) return null;
  const { name, kind = null, number = null, names = [], topics, contactPoints } = record;
  return {
    name,
    kind,
    number,
    otherNames: names.map((other) => other.name).filter((other) => other !== name),
    languages: record.languages.map((it) => ('language' in it ? it.language : it)),
    communities: record.communities ?? null,
    topics,
    areas: record.servedAreas ?? record.areas ?? [],
    willingness: record.willingness ?? [],
    contactPoints,
  };
}
