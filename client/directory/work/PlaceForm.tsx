import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { graphql } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { Form } from '#client/ui/Form.tsx';

export const PlaceOrganisation = graphql(`
  mutation PlaceOrganisation($input: PlaceOrganisationInput!) {
    placeOrganisation(input: $input) {
      id
      version
    }
  }
`);

const afterPlacing = { additionalTypenames: ['WorkItem', 'Organisation', 'Change'] };

/** Hvor hører den til nå? The municipalities that have come in the place of one, for an editor to choose among: nothing is chosen beforehand. */
export function PlaceForm({
  organisation: { id, version, name, seat },
  area: { code, name: oldName, changedOn, successors },
  onPlaced,
}: {
  organisation: {
    readonly id: string;
    readonly version: number;
    readonly name: string;
    readonly seat: { readonly code: string } | null;
  };
  area: {
    readonly code: string;
    readonly name: string;
    readonly changedOn: string;
    readonly successors: readonly { readonly code: string; readonly name: string }[];
  };
  onPlaced: () => void;
}) {
  const { formatMessage, formatDate } = useIntl();
  const [, place] = useMutation(PlaceOrganisation);
  const date = formatDate(changedOn, { dateStyle: 'long', timeZone: 'UTC' });
  // A seat is in one place; what is served may be in several.
  const isSeat = seat?.code === code;

  async function submit(values: FormData) {
    const to = values.getAll('to').map(String);
    if (!to.length) return { code: 'NOT_A_SUCCESSOR', fields: {} };
    const { error } = await place(
      { input: { organisationId: id, expectedVersion: version, from: code, to } },
      afterPlacing,
    );
    if (error) return toProblem(error);
    onPlaced();
    return null;
  }
  if (!successors.length) {
    return (
      <p className="ds-alert" data-color="info">
        {formatMessage({ id: 'work.noSuccessor' }, { area: oldName, date })}
      </p>
    );
  }
  return (
    <Form name={`place ${id} ${code}`} submit={submit}>
      <fieldset className="work-places">
        <legend>{formatMessage({ id: 'work.placeWhere' }, { area: oldName, date })}</legend>
        {successors.map((it) => (
          <label key={it.code} className="choice">
            <input
              type={isSeat ? 'radio' : 'checkbox'}
              className="ds-input"
              name="to"
              value={it.code}
            />
            <span className="choice-label">{it.name}</span>
          </label>
        ))}
      </fieldset>
      <div className="form-actions">
        <button type="submit" className="ds-button" data-variant="secondary">
          {formatMessage({ id: 'work.place' })} <span className="ds-sr-only">{name}</span>
        </button>
      </div>
    </Form>
  );
}
