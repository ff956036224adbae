import { useMutation } from 'urql';

import { toProblem } from '#client/problem.ts';
import { useOfferUndo } from '#client/ui/OfferedUndo.tsx';
import { UndoChange_mutation } from './UndoChange.tsx';

/** What was read of the record before may say something else now. */
const context = {
  additionalTypenames: [
    'Organisation',
    'Person',
    'Affiliation',
    'Change',
    'SearchConnection',
    'WorkItem',
    'GroupFreshness',
  ],
};

/** A change as it was made, and the version that its record has since. */
interface Made {
  readonly id: string;
  readonly currentVersion: number | null;
}

/** Offers to take back a change that was just made. Who may not read history is offered nothing. */
export function useOfferUndoOf() {
  const offerUndo = useOfferUndo();
  const [, undo] = useMutation(UndoChange_mutation);
  return (text: string, made: Made | undefined, onUndone?: () => void) => {
    if (!made || made.currentVersion === null) return;
    const input = { changeId: made.id, expectedVersion: made.currentVersion };
    offerUndo({
      text,
      undo: async () => {
        const { error } = await undo({ input }, context);
        if (error) return toProblem(error);
        onUndone?.();
        return null;
      },
    });
  };
}
