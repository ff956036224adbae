import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

/** Skjema for utskrift. Letters come in a window of their own, by POST: what opens a page is in no address, and a print is noted. */
export function PrintForm({
  address,
  which = 'waiting',
  onSent,
  children,
}: {
  address: string;
  which?: 'waiting' | 'printed';
  /** When the browser has taken it. */
  onSent?: () => void;
  children: ReactNode;
}) {
  const { locale } = useIntl();
  return (
    <form
      method="post"
      action={address}
      target="_blank"
      onSubmit={() => onSent && setTimeout(onSent)}
    >
      <input type="hidden" name="which" value={which} />
      <input type="hidden" name="locale" value={locale} />
      {children}
    </form>
  );
}
