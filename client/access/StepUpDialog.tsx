import { useIntl } from 'react-intl';

import { useStepUpWanted, wantStepUp } from '#client/connection.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { keepForms } from '#client/ui/keptForms.ts';
import { stepUpAddress } from './returnAddress.ts';

/** Bekreft at det er deg. Explains why one is to sign in anew, and brings one back to where one was, with what was typed. */
export function StepUpDialog() {
  const { formatMessage } = useIntl();
  const isWanted = useStepUpWanted();
  if (!isWanted) return null;

  return (
    <Dialog
      title={formatMessage({ id: 'access.stepUp' })}
      onClose={() => wantStepUp(false)}
      footer={
        <a className="ds-button" href={stepUpAddress()} onClick={keepForms}>
          {formatMessage({ id: 'access.stepUpGo' })}
        </a>
      }
    >
      <div className="prose">
        <p>{formatMessage({ id: 'access.stepUpWhy' })}</p>
        <p>{formatMessage({ id: 'access.stepUpHow' })}</p>
      </div>
    </Dialog>
  );
}
