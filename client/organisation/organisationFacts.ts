import { graphql, type ResultOf, type VariablesOf } from '#client/graphql.ts';
import { rowsIn } from '#client/ui/useRows.ts';

/** What is said of an organisation, as it is edited. */
export const organisationFacts_organisation = graphql(`
  fragment organisationFacts_organisation on Organisation {
    id
    version
    name
    kind
    number
    openedOn
    closedOn
    names {
      id
      name
      use
      language {
        code
      }
    }
    seat {
      code
      name
    }
    parent {
      id
      name
    }
    languages {
      code
      name
    }
    communities {
      code
      name
    }
    topics {
      code
      name
    }
    servedAreas {
      code
      name
      kind
      parent {
        name
      }
    }
    membership {
      count
      year
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

export const EditOrganisation_mutation = graphql(`
  mutation EditOrganisation($input: EditOrganisationInput!) {
    editOrganisation(input: $input) {
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

export type Facts = ResultOf<typeof organisationFacts_organisation>;
type Input = VariablesOf<typeof EditOrganisation_mutation>['input'];

/** Those that one edits, each as the API takes it. */
export const factNames = [
  'name',
  'kind',
  'number',
  'names',
  'contactPoints',
  'languages',
  'servedAreas',
  'communities',
  'topics',
  'seat',
  'parent',
  'membership',
  'openedOn',
  'closedOn',
] as const;

export type FactName = (typeof factNames)[number];
export type TypedFacts = { readonly [Name in FactName]: NonNullable<Input[Name]> | null };

/** What stands in a row of the form for each other name and contact point. */
export const nameRows = ({ names }: Pick<Facts, 'names'>): Record<string, string>[] =>
  names.map(({ id, name, use, language }) => ({ id, name, use, language: language?.code ?? '' }));

export const contactRows = ({
  contactPoints,
}: Pick<Facts, 'contactPoints'>): Record<string, string>[] =>
  contactPoints
    .toSorted((one, other) => one.position - other.position)
    .map(({ id, channel, value, label, language, hours, audience }) => ({
      id,
      channel,
      value,
      label: label ?? '',
      language: language?.code ?? '',
      hours: hours ?? '',
      audience,
    }));

const nameOf = ({ id, name, use, language }: Record<string, string>) => ({
  id: id || null,
  name,
  use,
  language: language || null,
});

const pointOf = (row: Record<string, string>) => ({
  id: row['id'] || null,
  channel: row['channel'],
  value: row['value'],
  label: row['label'] || null,
  language: row['language'] || null,
  hours: row['hours'] || null,
  audience: row['audience'] || 'ALL_STAFF',
});

/** What somebody typed in the form. */
export function typedFacts(values: FormData): TypedFacts {
  const one = (name: string) => String(values.get(name) ?? '').trim() || null;
  const all = (name: string) => values.getAll(name).map(String);
  const fields = [...values];
  const [count, year] = [one('membership.count'), one('membership.year')];
  // The API names the words; the form holds them as they are.
  return {
    name: String(values.get('name') ?? '').trim(),
    kind: one('kind'),
    number: one('number')?.replaceAll(/[\s.]/g, '') ?? null,
    names: rowsIn(fields, 'names').map(nameOf),
    contactPoints: rowsIn(fields, 'contactPoints').map(pointOf),
    languages: all('languages'),
    servedAreas: all('servedAreas'),
    communities: all('communities'),
    topics: all('topics'),
    seat: one('seat'),
    parent: one('parent'),
    membership: count || year ? { count: Number(count), year: Number(year) } : null,
    openedOn: one('openedOn'),
    closedOn: one('closedOn'),
  } as TypedFacts;
}

/** What is known, as the form would hold it if nobody typed anything. */
export const factsOf = (organisation: Facts): TypedFacts =>
  ({
    ...organisation,
    names: nameRows(organisation).map(nameOf),
    contactPoints: contactRows(organisation).map(pointOf),
    languages: codesOf(organisation.languages),
    servedAreas: codesOf(organisation.servedAreas),
    communities: codesOf(organisation.communities),
    topics: codesOf(organisation.topics),
    seat: organisation.seat?.code ?? null,
    parent: organisation.parent?.id ?? null,
    membership: organisation.membership && {
      count: organisation.membership.count,
      year: organisation.membership.year,
    },
  }) as TypedFacts;

const codesOf = (terms: readonly { readonly code: string }[]) => terms.map(({ code }) => code);

/** Lists whose order says something. */
const ordered = new Set<FactName>(['contactPoints']);

export function isSameFact(name: FactName, one: TypedFacts, other: TypedFacts): boolean {
  const written = (facts: TypedFacts) => {
    const value: unknown = facts[name];
    if (!Array.isArray(value)) return JSON.stringify(value);
    const parts = value.map((it) => JSON.stringify(it));
    return (ordered.has(name) ? parts : parts.toSorted()).join();
  };
  return written(one) === written(other);
}
