import { useState } from 'react';
import { useIntl } from 'react-intl';
import { type CombinedError, useMutation } from 'urql';
import { Link } from 'wouter';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { organisationPath, personPath } from '#client/paths.ts';
import { toProblem } from '#client/problem.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { LongField } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';
import { useSaid } from '#client/directory/import/useSaid.ts';

export const UndoBatch_batch = graphql(`
  fragment UndoBatch_batch on Batch {
    id
    made
    changed
  }
`);

const UndoBatch_mutation = graphql(`
  mutation UndoBatch($input: UndoBatchInput!) {
    undoBatch(input: $input) {
      id
      state
    }
  }
`);

const context = { additionalTypenames: ['Import', 'Batch', 'Organisation', 'Person', 'Change'] };

/** Angre alt som ble gjort på en gang. Where something has been changed since, it is said what, and all the rest may be undone. */
export function UndoBatch({
  batch,
  what,
  onClose,
}: {
  batch: FragmentOf<typeof UndoBatch_batch>;
  /** How it came about: it is named so. */
  what: 'import' | 'bulk';
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const { id, made, changed } = readFragment(UndoBatch_batch, batch);
  const [, undo] = useMutation(UndoBatch_mutation);
  const [inTheWay, setInTheWay] = useState<InTheWay | null>(null);

  return (
    <Dialog title={formatMessage({ id: `${what}.undoTitle` })} onClose={onClose}>
      <p>{formatMessage({ id: `${what}.undoWhat` }, { made, changed })}</p>
      <Form
        name={`undo ${id}`}
        submit={async (values) => {
          const input = {
            batchId: id,
            reason: String(values.get('reason')),
            leaveChanged: inTheWay !== null,
          };
          const { error } = await undo({ input }, context);
          if (!error) {
            onClose();
            return null;
          }
          const found = inTheWayOf(error);
          setInTheWay(found);
          return found ? null : toProblem(error);
        }}
      >
        {inTheWay && <Hindrances {...inTheWay} />}
        <LongField name="reason" label={formatMessage({ id: 'form.why' })} most={500} required />
        <button type="submit" className="ds-button" data-color="danger">
          {inTheWay
            ? formatMessage({ id: 'import.undoRest' }, { count: inTheWay.count })
            : formatMessage({ id: 'import.undoNow' })}
        </button>
      </Form>
    </Dialog>
  );
}

interface InTheWay {
  readonly count: number;
  readonly changes: readonly {
    readonly kind: string;
    readonly id: string;
    readonly name: string | null;
    readonly reason: string;
  }[];
}

function inTheWayOf({ graphQLErrors }: CombinedError): InTheWay | null {
  const told = graphQLErrors[0]?.extensions;
  // What a problem brings along is untyped on the way; a batch that was changed since always tells of it so.
  return told?.['reason'] === 'CHANGED_SINCE' ? (told as unknown as InTheWay) : null;
}

/** What keeps it from being undone whole: whose, and why. */
function Hindrances({ count, changes }: InTheWay) {
  const { formatMessage } = useIntl();
  const said = useSaid();
  return (
    <div role="alert" className="ds-alert" data-color="warning">
      <p>{formatMessage({ id: 'import.inTheWay' }, { count })}</p>
      <ul>
        {changes.map(({ kind, id, name, reason }) => (
          <li key={id}>
            <Link href={kind === 'PERSON' ? personPath(id) : organisationPath(id)}>
              <bdi>{name ?? formatMessage({ id: 'import.untitled' })}</bdi>
            </Link>{' '}
            {said('import.hindrance', reason)}
          </li>
        ))}
      </ul>
    </div>
  );
}
