import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useClient, useMutation } from 'urql';

import { useOfferUndoOf } from '#client/access/useOfferUndoOf.ts';
import { graphql, readFragment } from '#client/graphql.ts';
import { type Problem, toProblem } from '#client/problem.ts';
import { ConflictFields, isMine } from '#client/ui/ConflictFields.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Field } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';
import {
  type Affiliated,
  Affiliated_query,
  affiliated_affiliation,
  affiliatedContext,
} from './affiliated.ts';
import { AffiliatedFields, typedAffiliation } from './AffiliatedFields.tsx';

export const EditAffiliation_mutation = graphql(`
  mutation EditAffiliation($input: EditAffiliationInput!) {
    editAffiliation(input: $input) {
      id
      version
      history(first: 1) {
        nodes {
          id
          currentVersion
        }
      }
    }
  }
`);

const names = ['role', 'title', 'since', 'until', 'isPrimary'] as const;
type Name = (typeof names)[number];
type Typed = ReturnType<typeof typedAffiliation>;

/** Rette tilknytning. Sends what differs; where somebody has changed the same meanwhile, both are shown. */
export function AffiliatedEdit({
  affiliation: first,
  onClose,
}: {
  affiliation: Affiliated;
  onClose: () => void;
}) {
  const { formatMessage, formatDate } = useIntl();
  const client = useClient();
  const offerUndo = useOfferUndoOf();
  const [, edit] = useMutation(EditAffiliation_mutation);
  const [known, setKnown] = useState(first);
  const [conflict, setConflict] = useState<{ names: readonly Name[]; mine: Typed } | null>(null);
  const [seen] = useState(first);

  async function submit(values: FormData) {
    const mine = typedAffiliation(values);
    const isChosen = (name: Name) => !conflict?.names.includes(name) || isMine(values, name);
    const chosen = names.filter((name) => mine[name] !== seen[name] && isChosen(name));
    return save(known, chosen, mine, String(values.get('reason')) || null);
  }

  async function save(
    now: Affiliated,
    chosen: readonly Name[],
    mine: Typed,
    reason: string | null,
  ): Promise<Problem | null> {
    if (!chosen.length) {
      onClose();
      return null;
    }
    const changes = Object.fromEntries(chosen.map((name) => [name, mine[name]]));
    const input = { id: now.id, expectedVersion: now.version, ...changes, reason };
    const { data, error } = await edit({ input }, affiliatedContext);
    if (!error) {
      const isSaved = data && data.editAffiliation.version !== now.version;
      const text = formatMessage({ id: 'affiliated.saved' }, { name: now.person.name });
      if (isSaved) offerUndo(text, data.editAffiliation.history.nodes[0]);
      onClose();
      return null;
    }
    const problem = toProblem(error);
    if (problem.reason !== 'STALE_VERSION') return problem;
    const { data: read } = await client
      .query(Affiliated_query, { id: now.organisation.id }, { requestPolicy: 'network-only' })
      .toPromise();
    const node = read?.organisation?.affiliations.nodes.find(({ id }) => id === now.id);
    if (!node) return problem;
    const theirs = readFragment(affiliated_affiliation, node);
    const both = chosen.filter((name) => now[name] !== theirs[name] && mine[name] !== theirs[name]);
    setKnown(theirs);
    if (!both.length) return save(theirs, chosen, mine, reason);
    setConflict({ names: both, mine });
    return {
      code: 'INVALID_INPUT',
      fields: Object.fromEntries(both.map((name) => [`conflict.${name}`, 'CHOOSE_ONE'])),
    };
  }

  const said = (name: Name, of: Typed | Affiliated): string => {
    const value = of[name];
    if (name === 'role') return formatMessage({ id: `affiliationRole.${of.role}` });
    if (typeof value === 'boolean') {
      return formatMessage({ id: value ? 'change.true' : 'change.false' });
    }
    if (value && name !== 'title') {
      return formatDate(value, { dateStyle: 'long', timeZone: 'UTC' });
    }
    return value ?? '';
  };

  return (
    <Dialog
      title={formatMessage(
        { id: 'affiliated.editWhose' },
        { name: first.person.name, organisation: first.organisation.name },
      )}
      onClose={onClose}
    >
      <Form name={`affiliation ${first.id}`} submit={submit}>
        {conflict && (
          <ConflictFields
            conflicts={conflict.names.map((name) => ({
              name,
              label: formatMessage({ id: `change.field.${name}` }),
              mine: said(name, conflict.mine),
              theirs: said(name, known),
            }))}
          />
        )}
        <AffiliatedFields known={seen} />
        <Field
          name="reason"
          label={formatMessage({ id: 'form.whyOptional' })}
          hint={formatMessage({ id: 'staff.reasonHint' })}
          maxLength={500}
        />
        <div className="form-actions">
          <button type="submit" className="ds-button">
            {formatMessage({ id: 'person.save' })}
          </button>
          <button type="button" className="ds-button" data-variant="secondary" onClick={onClose}>
            {formatMessage({ id: 'form.cancel' })}
          </button>
        </div>
      </Form>
    </Dialog>
  );
}
