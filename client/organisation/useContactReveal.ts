import { useState } from 'react';
import { useQuery } from 'urql';

import { type Purpose, usePurpose } from '#client/access/purpose.ts';
import { useViewer } from '#client/access/viewer.ts';
import { useConnection } from '#client/connection.ts';
import { graphql, type ResultOf } from '#client/graphql.ts';
import { type Problem, toProblem } from '#client/problem.ts';
import { ContactAction_point } from './ContactAction.tsx';
import { ContactPoints_point } from './ContactPoints.tsx';
import { ContactWhyMasked_person } from './ContactWhyMasked.tsx';

export const ContactReveal_query = graphql(
  `
    query ContactReveal($id: ID!, $purpose: Purpose!) @purpose(of: $purpose) {
      person(id: $id) {
        id
        ...ContactWhyMasked_person
        contactPoints {
          isMasked
          ...ContactAction_point
          ...ContactPoints_point
        }
      }
    }
  `,
  [ContactAction_point, ContactPoints_point, ContactWhyMasked_person],
);

/** Once shown, a consent that is withdrawn masks it again: the answer is about consents, though it holds none. */
const context = { additionalTypenames: ['Consent'] };

export type Revealed = NonNullable<ResultOf<typeof ContactReveal_query>['person']>;

/** Visning. How far it has come: not asked for, on its way, not come, or there. */
export type Reveal =
  | { readonly state: 'masked' | 'fetching' | 'unreachable' | 'gone' }
  | { readonly state: 'failed'; readonly problem: Problem }
  | { readonly state: 'revealed'; readonly person: Revealed; readonly purpose: Purpose };

/**
 * Vis kontaktpunkter. Fetches how one person is reached, for the purpose of the tab, and not before somebody asks: each time it is logged.
 *
 * It lasts as long as that purpose. Who ends it, or turns to another, has to ask anew.
 */
export function useContactReveal(personId: string) {
  const viewer = useViewer();
  const purpose = usePurpose();
  const isUnreachable = useConnection() === 'unreachable';
  const [askedFor, setAskedFor] = useState<Purpose | null>(null);
  const [isAsking, setAsking] = useState(false);
  if (askedFor !== null && askedFor !== purpose) setAskedFor(null);

  const isAsked = purpose !== null && askedFor === purpose;
  const variables = { id: personId, purpose: purpose as Purpose };
  const [result, fetchAgain] = useQuery({
    query: ContactReveal_query,
    variables,
    pause: !isAsked,
    requestPolicy: 'network-only',
    context,
  });

  function reveal(): Reveal {
    if (!isAsked || !purpose) return { state: 'masked' };
    const isOfThis =
      result.operation?.variables.purpose === purpose && result.operation.variables.id === personId;
    if (isOfThis && result.data) {
      const { person } = result.data;
      return person ? { state: 'revealed', person, purpose } : { state: 'gone' };
    }
    if (isOfThis && result.error && !result.fetching) {
      return { state: 'failed', problem: toProblem(result.error) };
    }
    return { state: isUnreachable ? 'unreachable' : 'fetching' };
  }

  return {
    reveal: reveal(),
    /** False for those who have no purpose to state; true also until it is known. */
    mayAsk: viewer?.purposes.length !== 0,
    isAsking,
    ask: () => {
      if (isAsked) fetchAgain({ requestPolicy: 'network-only' });
      else if (purpose) setAskedFor(purpose);
      else setAsking(true);
    },
    askFor: (chosen: Purpose) => {
      setAsking(false);
      setAskedFor(chosen);
    },
    stopAsking: () => setAsking(false),
  };
}
