import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation } from 'urql';
import { useLocation } from 'wouter';

import { useOfferUndoOf } from '#client/access/useOfferUndoOf.ts';
import { graphql } from '#client/graphql.ts';
import { toldIn } from '#client/organisation/EditOrganisationForm.tsx';
import { OrganisationFields } from '#client/organisation/OrganisationFields.tsx';
import { typedFacts } from '#client/organisation/organisationFacts.ts';
import { organisationPath } from '#client/paths.ts';
import { toProblem } from '#client/problem.ts';
import { Form } from '#client/ui/Form.tsx';
import { FormFoot } from '#client/ui/FormFoot.tsx';
import { fillForm } from '#client/ui/keptForms.ts';
import { Page } from '#client/ui/Page.tsx';
import { SameName } from './duplicate/SameName.tsx';
import { PossibleDuplicates } from './duplicate/PossibleDuplicates.tsx';
import { useNamesakes } from './duplicate/useNamesakes.ts';
import { RegisterLookup } from './register/RegisterLookup.tsx';
import type { RegisterFacts } from './register/RegisterUnit.tsx';

export const CreateOrganisation_mutation = graphql(`
  mutation CreateOrganisation($input: CreateOrganisationInput!) {
    createOrganisation(input: $input) {
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

/** What is typed so far, of that by which one is known again. */
interface Draft {
  readonly name: string;
  readonly number: string | null;
  readonly areas: readonly string[];
  readonly contactValues: readonly string[];
}

const nothing: Draft = { name: '', number: null, areas: [], contactValues: [] };

function draftOf(form: HTMLFormElement): Draft {
  const { name, number, seat, servedAreas, contactPoints } = typedFacts(new FormData(form));
  return {
    name: name ?? '',
    number,
    areas: [...(seat ? [seat] : []), ...(servedAreas ?? [])],
    contactValues: (contactPoints ?? []).flatMap(({ value }) => value ?? []),
  };
}

/** Ny virksomhet. Its facts come from Enhetsregisteret where it is there; who may be the same is shown while one types. */
export function CreateOrganisationScreen() {
  const { formatMessage } = useIntl();
  const [, navigate] = useLocation();
  const offerUndo = useOfferUndoOf();
  const [, create] = useMutation(CreateOrganisation_mutation);
  // Whoever does not know whether it went well sends the same again, and makes nothing twice.
  const [key] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState(nothing);
  const whole = useRef<HTMLDivElement>(null);
  const findNamesakes = useNamesakes();

  async function submit(values: FormData) {
    const input = {
      ...typedFacts(values),
      idempotencyKey: String(values.get('idempotencyKey')),
      acceptMixedScripts: values.get('acceptMixedScripts') !== null,
      reason: String(values.get('reason')) || null,
    };
    const { name: called, number } = input;
    const same = await findNamesakes(
      { kind: 'ORGANISATION', name: called ?? '', number },
      'name',
      values,
    );
    if (same) return same;
    const { data, error } = await create({ input }, toldIn);
    if (error) return toProblem(error);
    if (!data) return null;
    const { id, name, history } = data.createOrganisation;
    navigate(organisationPath(id), { replace: true });
    offerUndo(formatMessage({ id: 'organisation.created' }, { name }), history.nodes[0], () =>
      navigate('/', { replace: true }),
    );
    return null;
  }

  function fill({ number, name, foundedOn, seat, website }: RegisterFacts) {
    const form = whole.current?.querySelector('form');
    if (!form) return;
    const points = [...new FormData(form)].flatMap(([field, value]) =>
      field.startsWith('contactPoints.') && typeof value === 'string'
        ? [[field, value] as [string, string]]
        : [],
    );
    const next = new Set(points.map(([field]) => field.split('.')[1])).size;
    const isKnown = points.some(([, value]) => value === website);
    fillForm(form, [
      ['name', name],
      ['number', number],
      ...(foundedOn ? [['openedOn', foundedOn] as [string, string]] : []),
      ...(seat
        ? ([
            ['seat', seat.code],
            ['seat:label', seat.name],
          ] as [string, string][])
        : []),
      ...(website && !isKnown
        ? ([
            ...points,
            [`contactPoints.${next}.channel`, 'WEBSITE'],
            [`contactPoints.${next}.value`, website],
          ] as [string, string][])
        : []),
    ]);
    form.querySelector<HTMLElement>('[name="kind"]')?.focus();
  }

  return (
    <Page title={formatMessage({ id: 'organisation.new' })}>
      <p>{formatMessage({ id: 'organisation.newWhat' })}</p>
      <div
        ref={whole}
        onInput={() => {
          const form = whole.current?.querySelector('form');
          if (form) setDraft(draftOf(form));
        }}
      >
        <Form name="new organisation" submit={submit} onLeave={() => history.back()}>
          <input type="hidden" name="idempotencyKey" defaultValue={key} />
          <RegisterLookup onFacts={fill} />
          <PossibleDuplicates kind="ORGANISATION" {...draft} />
          <OrganisationFields afterName={<SameName />} />
          <FormFoot save={formatMessage({ id: 'organisation.create' })} />
        </Form>
      </div>
    </Page>
  );
}
