import { useIntl } from 'react-intl';

import { Dialog } from '#client/ui/Dialog.tsx';
import type { Purpose } from './purpose.ts';
import { PurposeChoice } from './PurposeChoice.tsx';

/** Asks what it is for, before the first contact detail of a tab is shown. */
export function PurposeDialog({
  channel = null,
  onChoose,
  onClose,
}: {
  /** What is asked for, where it is one thing: a number is called a number. */
  channel?: string | null | undefined;
  onChoose: (purpose: Purpose) => void;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();

  return (
    <Dialog title={formatMessage({ id: 'purpose.ask' }, { channel })} onClose={onClose}>
      <PurposeChoice onChoose={onChoose} />
      <p>{formatMessage({ id: 'purpose.isLogged' })}</p>
    </Dialog>
  );
}
