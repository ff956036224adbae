import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { useViewer } from '#client/access/viewer.ts';
import { TakenNote } from '#client/directory/work/TakenNote.tsx';
import { type Problem, toProblem } from '#client/problem.ts';
import { callContext, NoteCall } from './callOperations.ts';
import { dropCall, usePendingCalls } from './pendingCalls.ts';

/** So long, in milliseconds, between one try and the next. */
const pause = 5_000;

/** Samtaler som venter på nett. Tries until each is sent; what is refused says why, and can be put away. */
export function PendingCalls() {
  const { formatMessage } = useIntl();
  const viewer = useViewer();
  const theirs = usePendingCalls().filter(({ owner }) => owner === viewer?.id);
  const [, send] = useMutation(NoteCall);
  const [refused, setRefused] = useState<Readonly<Record<string, Problem>>>({});
  const isSending = useRef(false);
  const waiting = theirs.filter(({ input }) => !refused[input.id]);

  async function sendAll() {
    if (isSending.current) return;
    isSending.current = true;
    for (const { input } of waiting) {
      const { error } = await send({ input }, callContext);
      const problem = error ? toProblem(error) : null;
      if (problem?.code === 'UNREACHABLE') break;
      if (problem) setRefused((known) => ({ ...known, [input.id]: problem }));
      else dropCall(input.id);
    }
    isSending.current = false;
  }

  useEffect(() => {
    if (!waiting.length) return undefined;
    const timer = setInterval(() => void sendAll(), pause);
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    const tryAgain = () => void sendAll();
    addEventListener('online', tryAgain);
    addEventListener('beforeunload', warn);
    return () => {
      clearInterval(timer);
      removeEventListener('online', tryAgain);
      removeEventListener('beforeunload', warn);
    };
  });

  return (
    <div role="status" className="calls-pending">
      {theirs.map(({ input, organisationName }) => {
        const problem = refused[input.id];
        const outcome = formatMessage({ id: `call.outcome.${input.outcome}` });
        return (
          <div key={input.id} className="ds-alert" data-color={problem ? 'danger' : 'warning'}>
            <p>
              {formatMessage(
                { id: problem ? 'call.notTaken' : 'call.waitsForLine' },
                { name: organisationName, outcome },
              )}
            </p>
            {problem && (
              <>
                <TakenNote problem={problem} />
                <button
                  type="button"
                  className="ds-button"
                  data-variant="secondary"
                  onClick={() => dropCall(input.id)}
                >
                  {formatMessage({ id: 'form.discard' })}
                </button>
              </>
            )}
          </div>
        );
      })}
    </div>
  );
}
