import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation } from 'urql';
import { useLocation } from 'wouter';

import { useOfferUndoOf } from '#client/access/useOfferUndoOf.ts';
import { graphql } from '#client/graphql.ts';
import { AffiliatedFields, typedAffiliation } from '#client/organisation/AffiliatedFields.tsx';
import { useFindOrganisations } from '#client/organisation/useFindRecords.ts';
import { personPath } from '#client/paths.ts';
import { typedFacts } from '#client/person/personFacts.ts';
import { PersonFields } from '#client/person/PersonFields.tsx';
import { toProblem } from '#client/problem.ts';
import { Form } from '#client/ui/Form.tsx';
import { FormFoot } from '#client/ui/FormFoot.tsx';
import { Page } from '#client/ui/Page.tsx';
import { Picker } from '#client/ui/Picker.tsx';
import { PossibleDuplicates } from './duplicate/PossibleDuplicates.tsx';
import { SameName } from './duplicate/SameName.tsx';
import { useNamesakes } from './duplicate/useNamesakes.ts';

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

/** What is typed so far, of that by which somebody is known again. */
interface Draft {
  readonly name: string;
  readonly areas: readonly string[];
  readonly contactValues: readonly string[];
}

const nothing: Draft = { name: '', areas: [], contactValues: [] };

const nameIn = ({ givenName, familyName }: { givenName: string; familyName: string }): string =>
  `${givenName} ${familyName}`.trim();

function draftOf(form: HTMLFormElement): Draft {
  const { areas, contactPoints, ...names } = typedFacts(new FormData(form));
  return {
    name: nameIn(names),
    areas,
    contactValues: contactPoints.flatMap(({ value }) => value ?? []),
  };
}

const context = {
  additionalTypenames: ['Person', 'Affiliation', 'Organisation', 'SearchConnection'],
};

/**
 * Ny person. Who they are and what they offer, in their own words; what they are to an organisation, where they are something. Who may be the
 * same is shown while one types.
 */
export function CreatePersonScreen() {
  const { formatMessage } = useIntl();
  const [, navigate] = useLocation();
  const offerUndo = useOfferUndoOf();
  const findOrganisations = useFindOrganisations();
  const [, create] = useMutation(CreatePerson_mutation);
  // Whoever does not know whether it went well sends the same again, and makes nobody twice.
  const [key] = useState(() => crypto.randomUUID());
  const [isAffiliated, setAffiliated] = useState(false);
  const [draft, setDraft] = useState(nothing);
  const whole = useRef<HTMLDivElement>(null);
  const findNamesakes = useNamesakes();

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
    const same = await findNamesakes({ kind: 'PERSON', name: nameIn(input) }, 'givenName', values);
    if (same) return same;
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
      <div
        ref={whole}
        onInput={() => {
          const form = whole.current?.querySelector('form');
          if (form) setDraft(draftOf(form));
        }}
      >
        <Form name="new person" submit={submit} onLeave={() => history.back()}>
          <input type="hidden" name="idempotencyKey" defaultValue={key} />
          <PossibleDuplicates kind="PERSON" {...draft} />
          <PersonFields afterName={<SameName />} />
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
          <FormFoot save={formatMessage({ id: 'person.create' })} />
        </Form>
      </div>
    </Page>
  );
}
