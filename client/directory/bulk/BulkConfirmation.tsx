import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useClient, useMutation } from 'urql';
import { Link } from 'wouter';

import { type ResultOf, readFragment } from '#client/graphql.ts';
import { organisationPath } from '#client/paths.ts';
import { toProblem } from '#client/problem.ts';
import { Field } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';
import { useOfferUndo } from '#client/ui/OfferedUndo.tsx';
import {
  ApplyBulkEdit_mutation,
  BulkEdit_edit,
  BulkEdit_query,
  bulkContext,
  UndoBulkEdit_mutation,
} from './bulkEdit.ts';

type Edit = ResultOf<typeof BulkEdit_edit>;

const pace = 400;

/** Bekreftelsen: how many are changed, exactly; how many are not, and why. Then how far it has come, and who was left. */
export function BulkConfirmation({
  edit: counted,
  onBack,
  onClose,
  onDone,
}: {
  edit: Edit;
  onBack: () => void;
  onClose: () => void;
  onDone: () => void;
}) {
  const { formatMessage } = useIntl();
  const client = useClient();
  const [, apply] = useMutation(ApplyBulkEdit_mutation);
  const [, undo] = useMutation(UndoBulkEdit_mutation);
  const offerUndo = useOfferUndo();
  const [edit, setEdit] = useState(counted);
  const heading = useRef<HTMLParagraphElement>(null);
  const { id, action, label, state, toChange, refusals, done, changed, leftCount, left } = edit;

  useEffect(() => heading.current?.focus(), [state]);

  useEffect(() => {
    if (state !== 'UNDER_WAY') return undefined;
    const look = async () => {
      const { data } = await client
        .query(BulkEdit_query, { id }, { requestPolicy: 'network-only' })
        .toPromise();
      const now = data?.bulkEdit && readFragment(BulkEdit_edit, data.bulkEdit);
      // Also where nothing was heard: then it is asked again.
      setEdit((before) => ({ ...(now ?? before) }));
    };
    const timer = setTimeout(() => void look(), pace);
    return () => clearTimeout(timer);
  }, [client, id, state, edit]);

  useEffect(() => {
    if (state !== 'DONE') return;
    onDone();
    if (changed > 0) {
      offerUndo({
        text: formatMessage({ id: 'bulk.changed' }, { count: changed }),
        undo: async () => {
          const { error } = await undo(
            {
              input: {
                batchId: id,
                reason: formatMessage({ id: 'bulk.undoReason' }),
                leaveChanged: true,
              },
            },
            bulkContext,
          );
          return error ? toProblem(error) : null;
        },
      });
    }
    if (leftCount === 0) onClose();
    // Once, when it is done.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [state]);

  if (state === 'UNDER_WAY') {
    return (
      <div className="bulk-progress">
        <p ref={heading} tabIndex={-1}>
          {formatMessage({ id: 'bulk.underWay' }, { done, count: toChange })}
        </p>
        <progress value={done} max={toChange} aria-label={formatMessage({ id: 'bulk.progress' })} />
        <p className="quiet">{formatMessage({ id: 'bulk.mayLeave' })}</p>
      </div>
    );
  }
  if (state === 'DONE') {
    return (
      <>
        <p ref={heading} tabIndex={-1}>
          {formatMessage({ id: 'bulk.changed' }, { count: changed })}{' '}
          {formatMessage({ id: 'bulk.left' }, { count: leftCount })}
        </p>
        <ul className="bulk-list">
          {left.map((one) => (
            <li key={one.id}>
              <Link href={organisationPath(one.id)}>
                <bdi>{one.name}</bdi>
              </Link>
            </li>
          ))}
        </ul>
        <div className="form-actions">
          <button type="button" className="ds-button" onClick={onClose}>
            {formatMessage({ id: 'shell.close' })}
          </button>
        </div>
      </>
    );
  }
  return (
    <Form
      name={`bulk edit ${id}`}
      submit={async (values) => {
        const reason = String(values.get('reason') ?? '').trim();
        const { data, error } = await apply({ input: { id, reason: reason || null } }, bulkContext);
        if (data) setEdit(readFragment(BulkEdit_edit, data.applyBulkEdit));
        return error ? toProblem(error) : null;
      }}
    >
      <p ref={heading} tabIndex={-1} className="bulk-number">
        {formatMessage(
          { id: `bulkAction.${action}.what` as 'bulkAction.ADD_TOPIC.what' },
          { count: toChange, label: <bdi key="label">{label}</bdi> },
        )}
      </p>
      {refusals.length > 0 && (
        <>
          <p>{formatMessage({ id: 'bulk.notChanged' })}</p>
          <ul className="bulk-list">
            {refusals.map(({ reason, count, names }) => (
              <li key={reason}>
                {formatMessage({ id: `bulkReason.${reason}` }, { count })}
                {names.length > 0 && (
                  <span className="quiet">
                    {' '}
                    <bdi>{names.join(', ')}</bdi>
                    {count > names.length && ' …'}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {toChange > 0 && (
        <Field
          name="reason"
          label={formatMessage({ id: 'form.whyOptional' })}
          hint={formatMessage({ id: 'bulk.reasonHint' })}
          maxLength={500}
          autoComplete="off"
        />
      )}
      <div className="form-actions">
        {toChange > 0 && (
          <button type="submit" className="ds-button">
            {formatMessage({ id: 'bulk.doIt' }, { count: toChange })}
          </button>
        )}
        <button type="button" className="ds-button" data-variant="secondary" onClick={onBack}>
          {formatMessage({ id: 'bulk.back' })}
        </button>
      </div>
    </Form>
  );
}
