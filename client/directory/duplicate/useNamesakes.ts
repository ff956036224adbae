import { useClient } from 'urql';

import type { Problem } from '#client/problem.ts';
import { PossibleDuplicates_query } from './PossibleDuplicates.tsx';

/** What is about to be made. */
interface Named {
  readonly kind: 'ORGANISATION' | 'PERSON';
  readonly name: string;
  readonly number?: string | null;
}

/**
 * Navnebrødre. Looks for those who bear the very name already when a form is sent, and stops it with a question, until whoever sent it has
 * said that those whom it knows of are others: `SameName` in the form asks, beneath those that `PossibleDuplicates` shows.
 *
 * `field`: beneath which field it stands.
 */
export function useNamesakes() {
  const client = useClient();

  return async (
    { kind, name, number = null }: Named,
    field: string,
    values: FormData,
  ): Promise<Problem | null> => {
    const accepted = values.get('isAnother') ? values.getAll('sameName') : [];
    const { data } = await client
      .query(
        PossibleDuplicates_query,
        { input: { kind, name }, purpose: null },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    const same = (data?.possibleDuplicates ?? []).filter(
      ({ id, reasons, organisation }) =>
        reasons.includes('NAME') &&
        !accepted.includes(id) &&
        // With another number it is another body, whatever it is called.
        !(number && organisation?.number && organisation.number !== number.replaceAll(' ', '')),
    );
    if (!same.length) return null;
    return {
      code: 'INVALID_INPUT',
      fields: { [field]: 'SAME_NAME' },
      suggestions: { [field]: same.map(({ id }) => ({ value: id, name })) },
    };
  };
}
