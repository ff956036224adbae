import { type ReactNode, useContext } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { organisationPath } from '#client/paths.ts';
import { Choice, Field } from '#client/ui/Field.tsx';
import { FormProblem } from '#client/ui/Form.tsx';
import { Picker } from '#client/ui/Picker.tsx';
import { placeName } from '#client/vocabulary/placeName.ts';
import { TermPicker } from '#client/vocabulary/TermPicker.tsx';
import { OrganisationContactFields } from './OrganisationContactFields.tsx';
import { contactRows, type Facts, nameRows } from './organisationFacts.ts';
import { OrganisationNameFields } from './OrganisationNameFields.tsx';
import { organisationKinds } from './organisationKinds.ts';
import { useFindParents } from './useFindParents.ts';

/** Feltene om en virksomhet. The same whether it is new or known; of one that is new, nothing stands there yet. */
export function OrganisationFields({
  organisation,
  afterName,
}: {
  organisation?: Facts;
  /** What is asked about its name. */
  afterName?: ReactNode;
}) {
  const { formatMessage } = useIntl();
  const findParents = useFindParents(organisation?.id ?? null);
  const terms = (list: 'languages' | 'communities' | 'topics') =>
    organisation?.[list].map(({ code, name }) => ({ value: code, label: name })) ?? [];
  const { seat = null, parent = null } = organisation ?? {};

  return (
    <>
      <Field
        name="name"
        label={formatMessage({ id: 'change.field.name' })}
        defaultValue={organisation?.name}
        most={200}
        autoComplete="off"
        required
      />
      <MixedScripts />
      {afterName}
      <Choice
        name="kind"
        label={formatMessage({ id: 'change.field.kind' })}
        defaultValue={organisation?.kind ?? ''}
        required
      >
        {!organisation && <option value="">{formatMessage({ id: 'form.choose' })}</option>}
        {organisationKinds.map((kind) => (
          <option key={kind} value={kind}>
            {formatMessage({ id: `organisationKind.${kind}` })}
          </option>
        ))}
      </Choice>
      <Field
        name="number"
        label={formatMessage({ id: 'organisation.number' })}
        hint={formatMessage({ id: 'organisation.numberHint' })}
        defaultValue={organisation?.number ?? ''}
        inputMode="numeric"
        autoComplete="off"
        most={20}
      />
      <NumberHolder />
      <OrganisationNameFields known={organisation ? nameRows(organisation) : []} />
      <OrganisationContactFields known={organisation ? contactRows(organisation) : []} />
      <TermPicker
        list="languages"
        name="languages"
        label={formatMessage({ id: 'organisation.languages' })}
        chosen={terms('languages')}
      />
      <TermPicker
        list="areas"
        name="servedAreas"
        label={formatMessage({ id: 'organisation.servedAreas' })}
        hint={formatMessage({ id: 'organisation.servedAreasHint' })}
        chosen={
          organisation?.servedAreas.map((area) => ({ value: area.code, label: placeName(area) })) ??
          []
        }
      />
      <TermPicker
        list="communities"
        name="communities"
        label={formatMessage({ id: 'organisation.communities' })}
        chosen={terms('communities')}
      />
      <TermPicker
        list="topics"
        name="topics"
        label={formatMessage({ id: 'organisation.topics' })}
        chosen={terms('topics')}
      />
      <TermPicker
        list="areas"
        name="seat"
        isSingle
        label={formatMessage({ id: 'organisation.seat' })}
        chosen={seat ? [{ value: seat.code, label: seat.name }] : []}
      />
      <Picker
        name="parent"
        isSingle
        label={formatMessage({ id: 'organisation.parent' })}
        hint={formatMessage({ id: 'organisation.parentHint' })}
        from={findParents}
        chosen={parent ? [{ value: parent.id, label: parent.name }] : []}
      />
      <div className="form-row">
        <Field
          name="membership.count"
          label={formatMessage({ id: 'change.field.memberCount' })}
          type="number"
          min={0}
          defaultValue={organisation?.membership?.count}
        />
        <Field
          name="membership.year"
          label={formatMessage({ id: 'change.field.memberYear' })}
          type="number"
          defaultValue={organisation?.membership?.year}
        />
      </div>
      <div className="form-row">
        <Field
          name="openedOn"
          label={formatMessage({ id: 'change.field.openedOn' })}
          type="date"
          defaultValue={organisation?.openedOn ?? ''}
        />
        <Field
          name="closedOn"
          label={formatMessage({ id: 'change.field.closedOn' })}
          hint={formatMessage({ id: 'organisation.closedOnHint' })}
          type="date"
          defaultValue={organisation?.closedOn ?? ''}
        />
      </div>
    </>
  );
}

/** Whoever means a name in two scripts says so, once they are asked. */
function MixedScripts() {
  const { formatMessage } = useIntl();
  const fields = useContext(FormProblem)?.fields ?? {};
  if (!Object.values(fields).includes('MIXED_SCRIPTS')) return null;
  return (
    <label className="choice">
      <input type="checkbox" className="ds-input" name="acceptMixedScripts" value="yes" />
      <span className="choice-label">
        {formatMessage({ id: 'organisation.acceptMixedScripts' })}
      </span>
    </label>
  );
}

/** Who has the number already, so that nobody looks for them. */
function NumberHolder() {
  const { formatMessage } = useIntl();
  const [holder] = useContext(FormProblem)?.suggestions?.['number'] ?? [];
  if (!holder) return null;
  return (
    <p>
      <Link href={organisationPath(holder.value)}>
        {formatMessage({ id: 'organisation.numberOf' }, { name: holder.name })}
      </Link>
    </p>
  );
}
