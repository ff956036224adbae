import { useState } from 'react';
import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, type ResultOf, readFragment } from '#client/graphql.ts';
import type { Problem } from '#client/problem.ts';
import { Choice } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';

export const ApproveForm_succession = graphql(`
  fragment ApproveForm_succession on Succession {
    id
    predecessors {
      affiliationId
      personId
      personName
      role
      title
      isSuggested
      endsConsents
      retiresContacts
      isArchived
    }
  }
`);

type Predecessor = ResultOf<typeof ApproveForm_succession>['predecessors'][number];

/** Whom it is from, and whom in the register it is to. */
export interface Approval {
  readonly endsAffiliationId: string | null;
  readonly endsNobody: boolean;
  readonly personId: string | null;
}

const nobody = 'nobody';

/** Godkjenne. Who leaves and what goes with it, who comes and whether we know them; said before it is done. */
export function ApproveForm({
  succession,
  knownPersonId,
  isBusy,
  onApprove,
  onRefuse,
}: {
  succession: FragmentOf<typeof ApproveForm_succession>;
  knownPersonId: string | null;
  isBusy: boolean;
  onApprove: (approval: Approval) => Promise<Problem | null>;
  onRefuse: () => void;
}) {
  const { formatMessage } = useIntl();
  const { id, predecessors } = readFragment(ApproveForm_succession, succession);
  const suggested = predecessors.find(({ isSuggested }) => isSuggested);
  const [leavingId, setLeaving] = useState(
    suggested?.affiliationId ?? (predecessors.length ? '' : nobody),
  );
  const leaving = predecessors.find(({ affiliationId }) => affiliationId === leavingId);
  const roleOf = ({ title, role }: Predecessor) =>
    title ?? formatMessage({ id: `affiliationRole.${role}` });

  return (
    <Form
      name={`succession ${id} approve`}
      submit={(values) => {
        const ends = String(values.get('endsAffiliationId') ?? nobody);
        const isKnown = values.get('who') === 'known';
        return onApprove({
          endsAffiliationId: ends === nobody ? null : ends,
          endsNobody: ends === nobody,
          personId: isKnown ? knownPersonId : null,
        });
      }}
    >
      {predecessors.length > 0 && (
        <Choice
          name="endsAffiliationId"
          label={formatMessage({ id: 'succession.whoLeaves' })}
          value={leavingId}
          onChange={({ target: { value } }) => setLeaving(value)}
          required
        >
          <option value="">{formatMessage({ id: 'person.choose' })}</option>
          {predecessors.map((it) => (
            <option key={it.affiliationId} value={it.affiliationId}>
              {it.personName}, {roleOf(it)}
            </option>
          ))}
          <option value={nobody}>{formatMessage({ id: 'succession.nobodyLeaves' })}</option>
        </Choice>
      )}
      {leaving && <Retirement leaving={leaving} role={roleOf(leaving)} />}
      {knownPersonId && (
        <Choice
          name="who"
          label={formatMessage({ id: 'succession.who' })}
          defaultValue={knownPersonId === leaving?.personId ? 'new' : 'known'}
        >
          <option value="known">{formatMessage({ id: 'succession.whoKnown' })}</option>
          <option value="new">{formatMessage({ id: 'succession.whoNew' })}</option>
        </Choice>
      )}
      <div className="form-actions">
        <button type="submit" className="ds-button" disabled={isBusy}>
          {formatMessage({ id: 'succession.approve' })}
        </button>
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          disabled={isBusy}
          onClick={onRefuse}
        >
          {formatMessage({ id: 'succession.refuse' })}
        </button>
      </div>
    </Form>
  );
}

/** Det som går med. What becomes of what the register has of whoever leaves. */
function Retirement({ leaving, role }: { leaving: Predecessor; role: string }) {
  const { formatMessage } = useIntl();
  const { endsConsents, retiresContacts, isArchived, personName } = leaving;
  const name = <bdi key="name">{personName}</bdi>;
  return (
    <div className="succession-retirement">
      <p>{formatMessage({ id: 'succession.before' })}</p>
      <ul>
        <li>
          <del>{formatMessage({ id: 'succession.ends' }, { name, role })}</del>
        </li>
        {endsConsents.length > 0 && (
          <li>{formatMessage({ id: 'succession.endsConsent' }, { name })}</li>
        )}
        {retiresContacts > 0 && (
          <li>{formatMessage({ id: 'succession.retires' }, { name, count: retiresContacts })}</li>
        )}
        <li>
          {formatMessage({ id: isArchived ? 'succession.archives' : 'succession.stays' }, { name })}
        </li>
      </ul>
    </div>
  );
}
