import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { graphql } from '#client/graphql.ts';
import type { Problem } from '#client/problem.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Choice, Field } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import type { Decision } from './ProposalCard.tsx';

export const Municipalities_query = graphql(`
  query Municipalities {
    areas(kind: MUNICIPALITY) {
      code
      name
    }
  }
`);

interface Proposed {
  readonly field: string;
  readonly part: string | null;
  readonly after: string | null;
}

/** Rett og godta. What is proposed is filled in; a name to be written as people write it, a place to be chosen, a last day to be set. */
export function AdjustProposalDialog({
  id,
  kind,
  proposed,
  say,
  onClose,
}: {
  id: string;
  kind: string;
  proposed: readonly Proposed[];
  say: (decision: Decision) => Promise<Problem | null>;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const after = (field: string) =>
    proposed.find((it) => it.field === field && it.part === null)?.after ?? '';
  const isRenamed = kind === 'RENAMED';
  const isMoved = kind === 'MOVED';

  async function submit(values: FormData) {
    const given = (name: string) => String(values.get(name) ?? '').trim() || undefined;
    const [name, seat, closedOn, reason] = ['name', 'seat', 'closedOn', 'reason'].map(given);
    const problem = await say({
      decision: 'ACCEPT',
      ...(name !== undefined && { name }),
      ...(seat !== undefined && { seat }),
      ...(closedOn !== undefined && { closedOn }),
      ...(reason !== undefined && { reason }),
    });
    if (!problem) onClose();
    return problem;
  }
  return (
    <Dialog title={formatMessage({ id: 'proposal.adjustTitle' })} onClose={onClose}>
      <Form name={`adjust ${id}`} submit={submit}>
        {isRenamed && (
          <Field
            name="name"
            label={formatMessage({ id: 'change.field.name' })}
            hint={formatMessage({ id: 'proposal.nameHint' })}
            defaultValue={after('name')}
            maxLength={200}
            required
          />
        )}
        {isMoved && <SeatChoice proposed={after('seat')} />}
        {!isRenamed && !isMoved && (
          <Field
            name="closedOn"
            type="date"
            label={formatMessage({ id: 'proposal.closedOn' })}
            hint={formatMessage({ id: 'proposal.closedOnHint' })}
            defaultValue={after('closedOn')}
          />
        )}
        <Field
          name="reason"
          label={formatMessage({ id: 'form.whyOptional' })}
          hint={formatMessage({ id: 'proposal.whyHint' })}
          maxLength={1000}
        />
        <div className="form-actions">
          <button type="submit" className="ds-button">
            {formatMessage({ id: 'proposal.acceptAdjusted' })}
          </button>
        </div>
      </Form>
    </Dialog>
  );
}

function SeatChoice({ proposed }: { proposed: string }) {
  const { formatMessage, locale } = useIntl();
  const [result] = useQuery({ query: Municipalities_query });

  return (
    <Loaded result={result}>
      {({ areas }) => (
        <Choice
          name="seat"
          label={formatMessage({ id: 'organisation.seat' })}
          defaultValue={areas.find(({ name }) => name === proposed)?.code ?? ''}
          required
        >
          <option value="">{formatMessage({ id: 'proposal.chooseSeat' })}</option>
          {areas
            .toSorted((one, other) => one.name.localeCompare(other.name, locale))
            .map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
        </Choice>
      )}
    </Loaded>
  );
}
