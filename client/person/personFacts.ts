import { graphql, type ResultOf, type VariablesOf } from '#client/graphql.ts';
import { rowsIn } from '#client/ui/useRows.ts';

/** What is told of a person, as it is edited. No value is asked for a purpose: all are masked. */
export const personFacts_person = graphql(`
  fragment personFacts_person on Person {
    id
    version
    name
    givenName
    familyName
    willingness
    areas {
      code
      name
      kind
      parent {
        name
      }
    }
    topics {
      code
      name
    }
    languages {
      speaks
      understands
      writes
      language {
        code
      }
    }
    contactPoints {
      id
      channel
      value
      label
      hours
      audience
      position
      language {
        code
      }
    }
  }
`);

export const EditPerson_mutation = graphql(`
  mutation EditPerson($input: EditPersonInput!) {
    editPerson(input: $input) {
      id
      version
      history(first: 1) {
        nodes {
          id
          currentVersion
        }
      }
    }
  }
`);

export type Facts = ResultOf<typeof personFacts_person>;
type Input = VariablesOf<typeof EditPerson_mutation>['input'];

/** The fields that are told of, each as the API takes it. */
export interface TypedFacts {
  readonly givenName: string;
  readonly familyName: string;
  readonly areas: string[];
  readonly topics: string[];
  readonly willingness: NonNullable<Input['willingness']>;
  readonly languages: NonNullable<Input['languages']>;
  readonly contactPoints: NonNullable<Input['contactPoints']>;
}

export type FactName = keyof TypedFacts;

/** What stands in a row of the form for each language and contact point. */
export const languageRows = ({ languages }: Pick<Facts, 'languages'>): Record<string, string>[] =>
  languages.map(({ language, speaks, understands, writes }) => ({
    language: language.code,
    speaks: speaks ?? '',
    understands: understands ?? '',
    writes: writes ?? '',
  }));

export const contactRows = ({
  contactPoints,
}: Pick<Facts, 'contactPoints'>): Record<string, string>[] =>
  contactPoints
    .toSorted((one, other) => one.position - other.position)
    .map(({ id, channel, value: masked, label, language, hours, audience }) => ({
      id,
      channel,
      masked,
      label: label ?? '',
      language: language?.code ?? '',
      hours: hours ?? '',
      audience,
    }));

/** What somebody typed in the form. */
export function typedFacts(values: FormData): TypedFacts {
  const all = (name: string) => values.getAll(name).map(String);
  const fields = [...values];
  // The API names the words; the form holds them as they are.
  return {
    givenName: String(values.get('givenName')).trim(),
    familyName: String(values.get('familyName')).trim(),
    areas: all('areas'),
    topics: all('topics'),
    willingness: all('willingness') as TypedFacts['willingness'],
    languages: rowsIn(fields, 'languages').map(languageOf) as TypedFacts['languages'],
    contactPoints: rowsIn(fields, 'contactPoints').map(pointOf) as TypedFacts['contactPoints'],
  };
}

const languageOf = ({ language, speaks, understands, writes }: Record<string, string>) => ({
  language,
  speaks: speaks || null,
  understands: understands || null,
  writes: writes || null,
});

const pointOf = ({
  id,
  channel,
  value,
  label,
  language,
  hours,
  audience,
}: Record<string, string>) => ({
  ...(id ? { id } : { channel }),
  ...((value || !id) && { value }),
  label: label || null,
  language: language || null,
  hours: hours || null,
  audience,
});

/** What is known, as the form would hold it if nobody typed anything. */
export const factsOf = (person: Facts): TypedFacts => ({
  givenName: person.givenName,
  familyName: person.familyName,
  areas: person.areas.map(({ code }) => code),
  topics: person.topics.map(({ code }) => code),
  willingness: person.willingness,
  languages: languageRows(person).map(languageOf) as TypedFacts['languages'],
  contactPoints: contactRows(person).map(pointOf) as TypedFacts['contactPoints'],
});

/** Lists whose order says nothing. */
const unordered = new Set<FactName>(['areas', 'topics', 'willingness', 'languages']);

export function isSameFact(name: FactName, one: TypedFacts, other: TypedFacts): boolean {
  const written = (facts: TypedFacts) => {
    const value: unknown = facts[name];
    if (!Array.isArray(value)) return value;
    const parts = value.map((it) => JSON.stringify(it));
    return (unordered.has(name) ? parts.toSorted() : parts).join();
  };
  return written(one) === written(other);
}
