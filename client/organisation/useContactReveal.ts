import { useEffect, useState } from 'react';

import { type Purpose, usePurpose } from '#client/access/purpose.ts';
import { useTimesMasked } from '#client/access/shown.ts';
import { useViewer } from '#client/access/viewer.ts';
import { useConnection } from '#client/connection.ts';
import { graphql, type ResultOf } from '#client/graphql.ts';
import { type Problem, toProblem } from '#client/problem.ts';
import { useReadOnce } from '#client/ui/useReadOnce.ts';
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

export type Revealed = NonNullable<ResultOf<typeof ContactReveal_query>['person']>;

/** Visning. How far it has come: not asked for, on its way, not come, or there. */
export type Reveal =
  | { readonly state: 'masked' | 'fetching' | 'unreachable' | 'gone' }
  | { readonly state: 'failed'; readonly problem: Problem }
  | { readonly state: 'revealed'; readonly person: Revealed; readonly purpose: Purpose };

/**
 * Vis kontaktpunkter. Fetches how one person is reached, for the purpose of the tab, and not before somebody asks: each time it is logged.
 *
 * It lasts as long as that purpose, and until something else that let it be shown may have ended. Then it is masked without another word to
 * the server, and has to be asked for anew.
 */
export function useContactReveal(personId: string) {
  const viewer = useViewer();
  const purpose = usePurpose();
  const isUnreachable = useConnection() === 'unreachable';
  const timesMasked = useTimesMasked();
  const [asked, setAsked] = useState<{ of: string; for: Purpose; timesMasked: number } | null>(
    null,
  );
  const [isAsking, setAsking] = useState(false);
  const { answer, read, forget } = useReadOnce(ContactReveal_query);
  const isAsked =
    asked !== null &&
    asked.of === personId &&
    asked.for === purpose &&
    asked.timesMasked === timesMasked;
  if (asked && !isAsked) setAsked(null);
  useEffect(() => {
    if (!isAsked) forget();
  }, [isAsked, forget]);

  function askFor(chosen: Purpose) {
    setAsking(false);
    setAsked({ of: personId, for: chosen, timesMasked });
    read({ id: personId, purpose: chosen });
  }

  function reveal(): Reveal {
    if (!isAsked) return { state: 'masked' };
    if (answer?.data) {
      const { person } = answer.data;
      return person ? { state: 'revealed', person, purpose: asked.for } : { state: 'gone' };
    }
    if (answer?.error) return { state: 'failed', problem: toProblem(answer.error) };
    return { state: isUnreachable ? 'unreachable' : 'fetching' };
  }

  return {
    reveal: reveal(),
    /** False for those who have no purpose to state; true also until it is known. */
    mayAsk: viewer?.purposes.length !== 0,
    isAsking,
    ask: () => (purpose ? askFor(purpose) : setAsking(true)),
    askFor,
    stopAsking: () => setAsking(false),
  };
}
