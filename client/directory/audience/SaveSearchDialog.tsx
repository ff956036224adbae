import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation, useQuery } from 'urql';
import { useLocation } from 'wouter';

import type { DirectoryQuery } from '#client/directory/directoryQuery.ts';
import { graphql } from '#client/graphql.ts';
import { audiencePath } from '#client/paths.ts';
import { toProblem } from '#client/problem.ts';
import { Choice, Field } from '#client/ui/Field.tsx';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { EditAudience_mutation } from './EditAudience.ts';
import './audience.css';

export const SaveAudience_mutation = graphql(`
  mutation SaveAudience($input: SaveAudienceInput!) {
    saveAudience(input: $input) {
      id
      name
    }
  }
`);

export const EditableAudiences_query = graphql(`
  query EditableAudiences {
    audiences {
      id
      version
      name
      viewerMay {
        edit
      }
    }
  }
`);

/** What changes where somebody saves, also where there was none before. */
export const audienceContext = { additionalTypenames: ['Audience', 'AudienceSubscription'] };

/** Lagre søket: under a name of its own, or in place of what another saved search asks. */
export function SaveSearchDialog({
  query,
  onClose,
}: {
  query: DirectoryQuery;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const [, navigate] = useLocation();
  const [, save] = useMutation(SaveAudience_mutation);
  const [, edit] = useMutation(EditAudience_mutation);
  const [{ data }] = useQuery({
    query: EditableAudiences_query,
    requestPolicy: 'network-only',
    context: audienceContext,
  });
  const [into, setInto] = useState('');
  const own = (data?.audiences ?? []).filter(({ viewerMay }) => viewerMay.edit);
  const former = own.find(({ id }) => id === into);
  const search = { text: query.text.trim(), filter: query.filter };

  return (
    <FormDialog
      name="save search"
      title={formatMessage({ id: 'audience.save' })}
      action={formatMessage({ id: 'audience.saveIt' })}
      onClose={onClose}
      submit={async (values) => {
        if (former) {
          const { error } = await edit(
            { input: { id: former.id, expectedVersion: former.version, search } },
            audienceContext,
          );
          if (!error) navigate(audiencePath(former.id));
          return error ? toProblem(error) : null;
        }
        const input = {
          name: String(values.get('name')),
          search,
          isShared: values.get('isShared') === 'on',
        };
        const { data: saved, error } = await save({ input }, audienceContext);
        if (saved) navigate(audiencePath(saved.saveAudience.id));
        return error ? toProblem(error) : null;
      }}
    >
      <p>{formatMessage({ id: 'audience.saveWhat' })}</p>
      {own.length > 0 && (
        <Choice
          name="into"
          label={formatMessage({ id: 'audience.saveAs' })}
          value={into}
          onChange={({ target }) => setInto(target.value)}
        >
          <option value="">{formatMessage({ id: 'audience.saveAsNew' })}</option>
          {own.map(({ id, name }) => (
            <option key={id} value={id}>
              {formatMessage({ id: 'audience.saveInto' }, { name })}
            </option>
          ))}
        </Choice>
      )}
      {!former && (
        <>
          <Field
            name="name"
            label={formatMessage({ id: 'audience.name' })}
            hint={formatMessage({ id: 'audience.nameHint' })}
            maxLength={120}
            autoComplete="off"
            required
          />
          <label className="audience-check">
            <input type="checkbox" name="isShared" />
            <span>{formatMessage({ id: 'audience.shareWith' })}</span>
          </label>
        </>
      )}
    </FormDialog>
  );
}
