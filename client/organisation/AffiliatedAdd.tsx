import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { useAsked } from '#client/access/useAsked.ts';
import { useOfferUndoOf } from '#client/access/useOfferUndoOf.ts';
import { graphql } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Choice, Field } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';
import { Picker } from '#client/ui/Picker.tsx';
import { affiliatedContext } from './affiliated.ts';
import { AffiliatedFields, typedAffiliation } from './AffiliatedFields.tsx';
import { AffiliatedNewPerson, typedNewPerson } from './AffiliatedNewPerson.tsx';
import { useFindOrganisations, useFindPeople } from './useFindRecords.ts';

export const StartAffiliation_mutation = graphql(`
  mutation StartAffiliation($input: StartAffiliationInput!) {
    startAffiliation(input: $input) {
      id
      history(first: 1) {
        nodes {
          id
          currentVersion
        }
      }
    }
  }
`);

export const CreateAffiliated_mutation = graphql(`
  mutation CreateAffiliated($input: CreatePersonInput!) {
    createPerson(input: $input) {
      id
      history(first: 1) {
        nodes {
          id
          currentVersion
        }
      }
    }
  }
`);

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Knytte til. On the page of an organisation somebody of the register, or somebody new; on that of a person, an organisation. */
export function AffiliatedAdd({ person, organisation }: { person?: Named; organisation?: Named }) {
  const { formatMessage } = useIntl();
  const [asked, ask] = useAsked('ny-tilknytning');
  const close = () => ask(null);
  const label = formatMessage({ id: organisation ? 'affiliated.addPerson' : 'affiliated.add' });

  return (
    <>
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        onClick={() => ask('ja')}
      >
        {label}
      </button>
      {asked && (
        <Dialog
          title={formatMessage(
            { id: 'affiliated.addTo' },
            { name: (organisation ?? person)?.name ?? '' },
          )}
          onClose={close}
        >
          {organisation && <AddPersonForm organisation={organisation} onClose={close} />}
          {person && <AddOrganisationForm person={person} onClose={close} />}
        </Dialog>
      )}
    </>
  );
}

function AddPersonForm({ organisation, onClose }: { organisation: Named; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const offerUndo = useOfferUndoOf();
  const findPeople = useFindPeople();
  const [, start] = useMutation(StartAffiliation_mutation);
  const [, create] = useMutation(CreateAffiliated_mutation);
  const [key] = useState(() => crypto.randomUUID());
  const [who, setWho] = useState('register');

  async function submit(values: FormData) {
    const idempotencyKey = String(values.get('idempotencyKey'));
    const reason = String(values.get('reason')) || null;
    const text = formatMessage({ id: 'affiliated.added' }, { name: organisation.name });
    const prefix = 'affiliation.';
    const affiliation = { ...typedAffiliation(values, prefix), organisationId: organisation.id };
    if (who === 'new') {
      const input = { ...typedNewPerson(values, ''), idempotencyKey, affiliation, reason };
      const { data, error } = await create({ input }, affiliatedContext);
      if (error) return toProblem(error);
      offerUndo(text, data?.createPerson.history.nodes[0]);
    } else {
      const personId = String(values.get('personId') ?? '');
      if (!personId) return { code: 'INVALID_INPUT', fields: { personId: 'REQUIRED' } };
      const input = { ...affiliation, idempotencyKey, personId, reason };
      const { data, error } = await start({ input }, affiliatedContext);
      if (error) return beneath(prefix, toProblem(error));
      offerUndo(text, data?.startAffiliation.history.nodes[0]);
    }
    onClose();
    return null;
  }

  return (
    <Form name={`affiliate ${organisation.id}`} submit={submit}>
      <input type="hidden" name="idempotencyKey" defaultValue={key} />
      <Choice
        name="who"
        label={formatMessage({ id: 'affiliated.who' })}
        defaultValue="register"
        onChange={(event) => setWho(event.target.value)}
      >
        <option value="register">{formatMessage({ id: 'affiliated.fromRegister' })}</option>
        <option value="new">{formatMessage({ id: 'affiliated.newPerson' })}</option>
      </Choice>
      <div hidden={who !== 'register'}>
        <Picker
          name="personId"
          label={formatMessage({ id: 'affiliated.findPerson' })}
          from={findPeople}
          isSingle
        />
      </div>
      <div hidden={who !== 'new'} className="form">
        <AffiliatedNewPerson prefix="" />
      </div>
      <AffiliatedFields prefix="affiliation." />
      <Actions onClose={onClose} />
    </Form>
  );
}

function AddOrganisationForm({ person, onClose }: { person: Named; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const offerUndo = useOfferUndoOf();
  const findOrganisations = useFindOrganisations();
  const [, start] = useMutation(StartAffiliation_mutation);
  const [key] = useState(() => crypto.randomUUID());

  async function submit(values: FormData) {
    const organisationId = String(values.get('organisationId') ?? '');
    if (!organisationId) return { code: 'INVALID_INPUT', fields: { organisationId: 'REQUIRED' } };
    const input = {
      ...typedAffiliation(values),
      idempotencyKey: String(values.get('idempotencyKey')),
      personId: person.id,
      organisationId,
      reason: String(values.get('reason')) || null,
    };
    const { data, error } = await start({ input }, affiliatedContext);
    if (error) return toProblem(error);
    const text = formatMessage({ id: 'affiliated.added' }, { name: person.name });
    offerUndo(text, data?.startAffiliation.history.nodes[0]);
    onClose();
    return null;
  }

  return (
    <Form name={`affiliate ${person.id}`} submit={submit}>
      <input type="hidden" name="idempotencyKey" defaultValue={key} />
      <Picker
        name="organisationId"
        label={formatMessage({ id: 'affiliated.findOrganisation' })}
        hint={formatMessage({ id: 'affiliated.findOrganisationHint' })}
        from={findOrganisations}
        isSingle
      />
      <AffiliatedFields />
      <Actions onClose={onClose} />
    </Form>
  );
}

/** The same problem, at the fields as this form calls them. */
const beneath = (prefix: string, problem: ReturnType<typeof toProblem>) => ({
  ...problem,
  fields: Object.fromEntries(
    Object.entries(problem.fields).map(([field, reason]) => [
      /^(personId|organisationId|reason)$/.test(field) ? field : prefix + field,
      reason,
    ]),
  ),
});

function Actions({ onClose }: { onClose: () => void }) {
  const { formatMessage } = useIntl();
  return (
    <>
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
    </>
  );
}
