import { useMemo } from 'react';
import { useQuery } from 'urql';

import { graphql } from '#client/graphql.ts';
import { type Option, Picker } from '#client/ui/Picker.tsx';
import { placeName } from './placeName.ts';

export const Terms_query = graphql(`
  query Terms {
    languages {
      code
      name
    }
    topics {
      code
      name
    }
    communities {
      code
      name
    }
    areas {
      code
      name
      kind
      parent {
        name
      }
    }
  }
`);

export type TermList = 'areas' | 'languages' | 'topics' | 'communities';

/** Begrepene å velge blant. All of a vocabulary, by code; areas with the town that a district lies in. Empty until they have come. */
export function useTerms(list: TermList): readonly Option[] {
  const [{ data }] = useQuery({ query: Terms_query });
  return useMemo(() => {
    if (!data) return [];
    if (list === 'areas') {
      return data.areas.map((area) => ({ value: area.code, label: placeName(area) }));
    }
    return data[list].map(({ code, name }) => ({ value: code, label: name }));
  }, [data, list]);
}

/** Begrepsvelger. Several terms of a vocabulary, found by typing some letters. */
export function TermPicker({
  list,
  ...picker
}: { list: TermList } & Omit<Parameters<typeof Picker>[0], 'from'>) {
  return <Picker {...picker} from={useTerms(list)} />;
}
