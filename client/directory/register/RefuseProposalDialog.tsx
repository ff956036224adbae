import { useIntl } from 'react-intl';

import type { Problem } from '#client/problem.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Field } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';
import type { Decision } from './ProposalCard.tsx';

/** Avslå. Why not: whoever sees it next wants to know. */
export function RefuseProposalDialog({
  id,
  say,
  onClose,
}: {
  id: string;
  say: (decision: Decision) => Promise<Problem | null>;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();

  async function submit(values: FormData) {
    const problem = await say({ decision: 'REFUSE', reason: String(values.get('reason')) });
    if (!problem) onClose();
    return problem;
  }
  return (
    <Dialog title={formatMessage({ id: 'proposal.refuseTitle' })} onClose={onClose}>
      <Form name={`refuse ${id}`} submit={submit}>
        <Field
          name="reason"
          label={formatMessage({ id: 'proposal.whyNot' })}
          hint={formatMessage({ id: 'proposal.whyNotHint' })}
          maxLength={1000}
          required
        />
        <div className="form-actions">
          <button type="submit" className="ds-button">
            {formatMessage({ id: 'proposal.refuse' })}
          </button>
        </div>
      </Form>
    </Dialog>
  );
}
