import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

import { Dialog } from '#client/ui/Dialog.tsx';
import { PrintForm } from './PrintForm.tsx';

/** Bekreftelse på utskrift. Says what will happen, and opens the letters in a window of their own. */
export function PrintDialog({
  address,
  title,
  onClose,
  children,
}: {
  address: string;
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { formatMessage } = useIntl();
  return (
    <Dialog title={title} onClose={onClose}>
      <PrintForm address={address} onSent={onClose}>
        {children}
        <div className="form-actions">
          <button type="submit" className="ds-button">
            {formatMessage({ id: 'letters.open' })}
          </button>
          <button type="button" className="ds-button" data-variant="secondary" onClick={onClose}>
            {formatMessage({ id: 'form.cancel' })}
          </button>
        </div>
      </PrintForm>
    </Dialog>
  );
}
