import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useClient } from 'urql';

import { graphql } from '#client/graphql.ts';
import type { Option } from '#client/ui/Picker.tsx';

export const FindParents_query = graphql(`
  query FindParents($text: Text!) {
    organisations(text: $text, first: 10) {
      nodes {
        id
        name
        kind
      }
    }
  }
`);

/** Finner overordnede mens en skriver: any organisation but the one that is edited. */
export function useFindParents(
  except: string | null,
): (text: string) => Promise<readonly Option[]> {
  const client = useClient();
  const { formatMessage } = useIntl();
  return useCallback(
    async (text) => {
      if (!text) return [];
      const { data } = await client.query(FindParents_query, { text }).toPromise();
      return (data?.organisations.nodes ?? [])
        .filter(({ id }) => id !== except)
        .map(({ id, name, kind }) => ({
          value: id,
          label: name,
          note: formatMessage({ id: `organisationKind.${kind}` }),
        }));
    },
    [client, formatMessage, except],
  );
}
