import { lazy, Suspense, useState } from 'react';
import { useIntl } from 'react-intl';

import { useMay } from '#client/access/viewer.ts';
import { isKept } from '#client/ui/keptForms.ts';
import type { ExportOf } from './exportOrder.ts';

const ExportDialog = lazy(async () => {
  const { ExportDialog: dialog } = await import('./ExportDialog.tsx');
  return { default: dialog };
});

/** Ta ut som fil: for those who may, and fetched when they do. */
export function ExportButton({
  name,
  of,
  isQuiet = false,
}: {
  /** By which the form is known while one is away to sign in anew. */
  name: string;
  of: ExportOf;
  /** Stands among links, as one of them. */
  isQuiet?: boolean;
}) {
  const may = useMay('register.export');
  return may ? <ForThem name={name} of={of} isQuiet={isQuiet} /> : null;
}

function ForThem({ name, of, isQuiet }: { name: string; of: ExportOf; isQuiet: boolean }) {
  const { formatMessage } = useIntl();
  const [isOpen, setOpen] = useState(() => isKept(`export ${name}`));

  return (
    <>
      <button
        type="button"
        className={isQuiet ? 'plain-link export-button' : 'ds-button export-button'}
        data-variant={isQuiet ? undefined : 'secondary'}
        onClick={() => setOpen(true)}
      >
        {formatMessage({ id: 'export.open' })}
      </button>
      {isOpen && (
        <Suspense>
          <ExportDialog name={`export ${name}`} of={of} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
