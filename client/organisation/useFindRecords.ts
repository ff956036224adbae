import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useClient } from 'urql';

import { graphql } from '#client/graphql.ts';
import type { Option } from '#client/ui/Picker.tsx';

export const FindPeople_query = graphql(`
  query FindPeople($text: Text!) {
    people(text: $text, first: 10) {
      nodes {
        id
        name
        affiliations(current: true, first: 2) {
          nodes {
            id
            organisation {
              id
              name
            }
          }
        }
      }
    }
  }
`);

export const FindOrganisations_query = graphql(`
  query FindOrganisations($text: Text!) {
    organisations(text: $text, first: 10) {
      nodes {
        id
        name
        kind
        viewerMay {
          correct
        }
      }
    }
  }
`);

/** Finner personer mens en skriver, with where they belong, which tells two of the same name apart. */
export function useFindPeople(): (text: string) => Promise<readonly Option[]> {
  const client = useClient();
  return useCallback(
    async (text) => {
      if (!text) return [];
      const { data } = await client.query(FindPeople_query, { text }).toPromise();
      return (data?.people.nodes ?? []).map(({ id, name, affiliations }) => ({
        value: id,
        label: name,
        note: affiliations.nodes.map(({ organisation }) => organisation.name).join(', '),
      }));
    },
    [client],
  );
}

/** Finner virksomheter mens en skriver: those that the viewer may say something of. */
export function useFindOrganisations(): (text: string) => Promise<readonly Option[]> {
  const client = useClient();
  const { formatMessage } = useIntl();
  return useCallback(
    async (text) => {
      if (!text) return [];
      const { data } = await client.query(FindOrganisations_query, { text }).toPromise();
      return (data?.organisations.nodes ?? [])
        .filter(({ viewerMay }) => viewerMay.correct)
        .map(({ id, name, kind }) => ({
          value: id,
          label: name,
          note: formatMessage({ id: `organisationKind.${kind}` }),
        }));
    },
    [client, formatMessage],
  );
}
