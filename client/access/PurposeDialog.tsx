import { useIntl } from 'react-intl';

import { Dialog } from '#client/ui/Dialog.tsx';
import type { Purpose } from './purpose.ts';
import { PurposeChoice } from './PurposeChoice.tsx';

/** Asks what it is for, before the first contact detail of a tab is shown. */
export function PurposeDialog({
  onChoose,
  onClose,
}: {
  onChoose: (purpose: Purpose) => void;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();

  return (
    <Dialog title={formatMessage({ id: 'purpose.ask' })} onClose={onClose}>
      <PurposeChoice onChoose={onChoose} />
    </Dialog>
  );
}
