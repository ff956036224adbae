import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation } from 'urql';
import { useLocation } from 'wouter';

import { useOfferUndoOf } from '#client/access/useOfferUndoOf.ts';
import { graphql } from '#client/graphql.ts';
import { AffiliatedFields, typedAffiliation } from '#client/organisation/AffiliatedFields.tsx';
import { useFindOrganisations } from '#client/organisation/useFindRecords.ts';
import { personPath } from '#client/paths.ts';
import { toProblem } from '#client/problem.ts';
import { Field } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';
import { Page } from '#client/ui/Page.tsx';
import { Picker } from '#client/ui/Picker.tsx';
import { typedFacts } from './personFacts.ts';
import { PersonFields } from './PersonFields.tsx';

export const CreatePerson_mutation = graphql(`
  mutation CreatePerson($input: CreatePersonInput!) {
    createPerson(input: $input) {
      id
      name
      history(first: 1) {
        nodes {
          id
          currentVersion
        }
      }
    }
  }
`);

const context = {
  additionalTypenames: ['Person', 'Affiliation', 'Organisation', 'SearchConnection'],
};

/** Ny person. Who they are and what they offer, in their own words; what they are to an organisation, where they are something. */
export function CreatePersonScreen() {
  const { formatMessage } = useIntl();
  const [, navigate] = useLocation();
  const offerUndo = useOfferUndoOf();
  const findOrganisations = useFindOrganisations();
  const [, create] = useMutation(CreatePerson_mutation);
  // Whoever does not know whether it went well sends the same again, and makes nobody twice.
  const [key] = useState(() => crypto.randomUUID());
  const [isAffiliated, setAffiliated] = useState(false);

  async function submit(values: FormData) {
    const organisationId = String(values.get('affiliation.organisationId') ?? '');
    const input = {
      ...typedFacts(values),
      idempotencyKey: String(values.get('idempotencyKey')),
      affiliation: organisationId
        ? { ...typedAffiliation(values, 'affiliation.'), organisationId }
        : null,
      reason: String(values.get('reason')) || null,
    };
    const { data, error } = await create({ input }, context);
    if (error) return toProblem(error);
    if (!data) return null;
    const { id, name, history } = data.createPerson;
    navigate(personPath(id), { replace: true });
    offerUndo(formatMessage({ id: 'person.created' }, { name }), history.nodes[0], () =>
      navigate('/', { replace: true }),
    );
    return null;
  }

  return (
    <Page title={formatMessage({ id: 'person.new' })}>
      <p>{formatMessage({ id: 'person.newWhat' })}</p>
      <Form name="new person" submit={submit}>
        <input type="hidden" name="idempotencyKey" defaultValue={key} />
        <PersonFields />
        <fieldset className="form-rows">
          <legend>{formatMessage({ id: 'person.firstAffiliation' })}</legend>
          <Picker
            name="affiliation.organisationId"
            label={formatMessage({ id: 'affiliated.findOrganisation' })}
            hint={formatMessage({ id: 'affiliated.findOrganisationHint' })}
            from={findOrganisations}
            isSingle
            onChange={(chosen) => setAffiliated(chosen.length > 0)}
          />
          <div hidden={!isAffiliated} className="form">
            <AffiliatedFields prefix="affiliation." />
          </div>
        </fieldset>
        <Field
          name="reason"
          label={formatMessage({ id: 'form.whyOptional' })}
          hint={formatMessage({ id: 'staff.reasonHint' })}
          maxLength={500}
        />
        <div className="form-actions">
          <button type="submit" className="ds-button">
            {formatMessage({ id: 'person.create' })}
          </button>
        </div>
      </Form>
    </Page>
  );
}
