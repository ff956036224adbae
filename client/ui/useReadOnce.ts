import { useCallback, useEffect, useRef, useState } from 'react';
import { type AnyVariables, type OperationResult, type TypedDocumentNode, useClient } from 'urql';

/**
 * Ett oppslag. Asks when it is told to, and lets go of the question with its answer.
 *
 * For what is logged when it is read: a question that lives on is asked again when something it tells of changes, and then somebody has
 * read what they never asked to see.
 */
export function useReadOnce<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
) {
  const client = useClient();
  const [answer, setAnswer] = useState<OperationResult<Data, Variables> | null>(null);
  const letGo = useRef<() => void>(undefined);

  const forget = useCallback(() => {
    letGo.current?.();
    letGo.current = undefined;
    setAnswer(null);
  }, []);
  useEffect(() => () => letGo.current?.(), []);

  const read = useCallback(
    (variables: Variables) => {
      forget();
      let isAnswered = false;
      const asked = client
        .query(query, variables, { requestPolicy: 'network-only' })
        .subscribe((result) => {
          if (isAnswered) return;
          isAnswered = true;
          setAnswer(result);
          // It may be answered before there is anything to let go of.
          queueMicrotask(() => asked.unsubscribe());
        });
      letGo.current = () => asked.unsubscribe();
    },
    [client, query, forget],
  );

  return { answer, read, forget };
}
