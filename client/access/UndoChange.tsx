import { type FormEvent, useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { type CombinedError, useMutation } from 'urql';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';
import { ChangedFields_field } from './ChangedFields.tsx';
import { unsaidFields } from './unsaidFields.ts';
import { useChangeWords } from './useChangeWords.ts';

export const UndoChange_change = graphql(
  `
    fragment UndoChange_change on Change {
      id
      at
      fields {
        ...ChangedFields_field
      }
    }
  `,
  [ChangedFields_field],
);

export const UndoChange_mutation = graphql(`
  mutation UndoChange($input: UndoChangeInput!) {
    undoChange(input: $input) {
      id
    }
  }
`);

/** Angre. Says exactly what will stand there again, and asks why; the undoing is told in the history as well. */
export function UndoChange({
  change,
  version,
}: {
  change: FragmentOf<typeof UndoChange_change>;
  version: number;
}) {
  const { formatMessage } = useIntl();
  const words = useChangeWords();
  const { id, at, fields } = readFragment(UndoChange_change, change);
  const said = readFragment(ChangedFields_field, fields).filter(
    ({ field }) => !unsaidFields.has(field),
  );
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [{ fetching, error }, undo] = useMutation(UndoChange_mutation);
  const [isTold, setTold] = useState(false);
  const [formId, reasonId] = [useId(), useId()];

  const close = () => {
    setOpen(false);
    setTold(false);
  };
  async function confirm(event: FormEvent) {
    event.preventDefault();
    const input = { changeId: id, expectedVersion: version, reason };
    // What is shown of the record was read before.
    const { error: refusal } = await undo(
      { input },
      { additionalTypenames: ['Organisation', 'Person', 'Change'] },
    );
    setTold(true);
    if (!refusal) close();
  }
  return (
    <>
      <button
        type="button"
        className="ds-button change-undo"
        data-variant="tertiary"
        onClick={() => setOpen(true)}
        aria-label={formatMessage({ id: 'change.undoThe' }, { at: words.at(at) })}
      >
        {formatMessage({ id: 'change.undo' })}
      </button>
      {isOpen && (
        <Dialog
          title={formatMessage({ id: 'change.undoTitle' })}
          onClose={close}
          footer={
            <button type="submit" form={formId} className="ds-button" disabled={fetching}>
              {formatMessage({ id: 'change.undoConfirm' })}
            </button>
          }
        >
          <form id={formId} className="change-undoing" onSubmit={(event) => void confirm(event)}>
            <p>{formatMessage({ id: 'change.undoWhat' })}</p>
            <ul>
              {said.map(({ field, part, before, after }) => (
                <li key={`${part} ${field}`}>
                  {formatMessage(
                    { id: 'change.undoField' },
                    {
                      field: words.field(field),
                      now: words.value(field, after) ?? formatMessage({ id: 'change.nothing' }),
                      again: words.value(field, before) ?? formatMessage({ id: 'change.nothing' }),
                    },
                  )}
                </li>
              ))}
            </ul>
            <p className="quiet">{formatMessage({ id: 'change.undoKept' })}</p>
            <label htmlFor={reasonId}>{formatMessage({ id: 'change.undoReason' })}</label>
            <textarea
              id={reasonId}
              className="ds-input"
              rows={2}
              required
              maxLength={500}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
            {isTold && error && <Refusal error={error} />}
          </form>
        </Dialog>
      )}
    </>
  );
}

interface Since {
  readonly field: string;
  readonly part: string | null;
  readonly after: unknown;
}

/** Somebody has been there since: what they did stays, and it is said what that was. */
function Refusal({ error }: { error: CombinedError }) {
  const { formatMessage } = useIntl();
  const words = useChangeWords();
  const told = error.graphQLErrors[0]?.extensions;
  const problem = toProblem(error);

  if (problem.code !== 'CONFLICT') return <ProblemNote problem={problem} />;
  const changes = (told?.['changes'] ?? []) as readonly Since[];
  const isSince = problem.reason === 'CHANGED_SINCE';
  return (
    <div role="alert" className="ds-alert" data-color="warning">
      <p>{formatMessage({ id: isSince ? 'change.changedSince' : 'change.stale' })}</p>
      {changes.length > 0 && (
        <ul>
          {changes.map(({ field, part, after }) => (
            <li key={`${part} ${field}`}>
              {words.field(field)}:{' '}
              <bdi>
                {words.value(field, typeof after === 'string' ? after : null) ??
                  formatMessage({ id: 'change.nothing' })}
              </bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
