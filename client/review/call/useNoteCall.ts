import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { useViewer } from '#client/access/viewer.ts';
import { type Problem, toProblem } from '#client/problem.ts';
import { useOfferUndo } from '#client/ui/OfferedUndo.tsx';
import { callContext, NoteCall, type NotedCall, UndoCall } from './callOperations.ts';
import { keepCall } from './pendingCalls.ts';

/**
 * Noterer en samtale. Sends what came of it, and offers to take it back; where the line is cut, it is kept and waits. Gives the problem that is left
 * for whoever rang to mend, or null.
 */
export function useNoteCall() {
  const { formatMessage } = useIntl();
  const offerUndo = useOfferUndo();
  const viewer = useViewer();
  const [, send] = useMutation(NoteCall);
  const [, undo] = useMutation(UndoCall);

  return async (input: NotedCall, organisationName: string): Promise<Problem | null> => {
    const { error } = await send({ input }, callContext);
    const problem = error ? toProblem(error) : null;
    if (problem?.code === 'UNREACHABLE' && viewer) {
      keepCall({ owner: viewer.id, organisationName, input });
      return null;
    }
    if (problem) return problem;
    offerUndo({
      text: formatMessage(
        { id: 'call.noted' },
        {
          name: organisationName,
          outcome: formatMessage({ id: `call.outcome.${input.outcome}` }),
        },
      ),
      undo: async () => {
        const { error: refusal } = await undo({ id: input.id }, callContext);
        return refusal ? toProblem(refusal) : null;
      },
    });
    return null;
  };
}
