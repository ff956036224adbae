import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation, useQuery } from 'urql';

import { Vocabulary_query } from '#client/directory/ChosenFilters.tsx';
import type { DirectoryFilter } from '#client/directory/directoryQuery.ts';
import { type FragmentOf, type graphql, readFragment } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Choice } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';
import { Picker } from '#client/ui/Picker.tsx';
import { BulkConfirmation } from './BulkConfirmation.tsx';
import { BulkEdit_edit, bulkContext, PrepareBulkEdit_mutation } from './bulkEdit.ts';

export type BulkAction = ReturnType<typeof graphql.scalar<'BulkAction'>>;

/** Who was chosen, as the API takes it. */
export type BulkChoice =
  | { readonly ids: string[] }
  | { readonly text: string; readonly filter: DirectoryFilter; readonly except: string[] };

/** Each action, and of which vocabulary its value is. */
const actions = {
  ADD_TOPIC: 'topics',
  REMOVE_TOPIC: 'topics',
  ADD_LANGUAGE: 'languages',
  REMOVE_LANGUAGE: 'languages',
  ADD_AREA: 'areas',
  REMOVE_AREA: 'areas',
  SET_SEAT: 'areas',
  ARCHIVE: null,
} as const satisfies Record<BulkAction, string | null>;

const fields = { topics: 'bulk.topic', languages: 'bulk.language', areas: 'bulk.area' } as const;

/** Endre de valgte: what to do; then exactly whom, and who not and why; then it is done. */
export function BulkDialog({
  selection,
  onClose,
  onDone,
}: {
  selection: BulkChoice;
  onClose: () => void;
  onDone: () => void;
}) {
  const { formatMessage } = useIntl();
  const [action, setAction] = useState<BulkAction>('ADD_TOPIC');
  const [{ data: vocabulary }] = useQuery({ query: Vocabulary_query });
  const [, prepare] = useMutation(PrepareBulkEdit_mutation);
  const [edit, setEdit] = useState<FragmentOf<typeof BulkEdit_edit> | null>(null);
  const terms = actions[action];

  return (
    <Dialog title={formatMessage({ id: 'bulk.change' })} onClose={onClose}>
      {edit ? (
        <BulkConfirmation
          edit={readFragment(BulkEdit_edit, edit)}
          onBack={() => setEdit(null)}
          onClose={onClose}
          onDone={onDone}
        />
      ) : (
        <Form
          name="bulk edit"
          submit={async (values) => {
            const value = terms ? values.get('value') : null;
            if (terms && value === null) {
              return { code: 'INVALID_INPUT', fields: { value: 'REQUIRED' } };
            }
            const input = { selection, action, value: value === null ? null : String(value) };
            const { data, error } = await prepare({ input }, bulkContext);
            if (data) setEdit(data.prepareBulkEdit);
            return error ? toProblem(error) : null;
          }}
        >
          <Choice
            name="action"
            label={formatMessage({ id: 'bulk.what' })}
            value={action}
            onChange={({ target }) => setAction(target.value as BulkAction)}
          >
            {(Object.keys(actions) as BulkAction[]).map((one) => (
              <option key={one} value={one}>
                {formatMessage({ id: `bulkAction.${one}` })}
              </option>
            ))}
          </Choice>
          {terms && (
            <Picker
              key={terms}
              name="value"
              label={formatMessage({ id: fields[terms] })}
              isSingle
              from={(vocabulary?.[terms] ?? []).map(({ code, name }) => ({
                value: code,
                label: name,
                note: terms === 'areas' ? code : undefined,
              }))}
            />
          )}
          <p className="quiet">{formatMessage({ id: 'bulk.nothingYet' })}</p>
          <div className="form-actions">
            <button type="submit" className="ds-button">
              {formatMessage({ id: 'bulk.count' })}
            </button>
            <button type="button" className="ds-button" data-variant="secondary" onClick={onClose}>
              {formatMessage({ id: 'form.cancel' })}
            </button>
          </div>
        </Form>
      )}
    </Dialog>
  );
}
