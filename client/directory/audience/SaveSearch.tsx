import { lazy, Suspense, useState } from 'react';
import { useIntl } from 'react-intl';

import { useMay } from '#client/access/viewer.ts';
import { type DirectoryQuery, isBlank } from '#client/directory/directoryQuery.ts';

const SaveSearchDialog = lazy(async () => {
  const { SaveSearchDialog: dialog } = await import('./SaveSearchDialog.tsx');
  return { default: dialog };
});

/** Lagre søket, for those who may keep one; the dialog is fetched when it is asked for. */
export function SaveSearch({ query }: { query: DirectoryQuery }) {
  const { formatMessage } = useIntl();
  const may = useMay('audience.save');
  const [isOpen, setOpen] = useState(false);
  if (!may || isBlank(query)) return null;

  return (
    <>
      <button
        type="button"
        className="plain-link save-search"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {formatMessage({ id: 'audience.save' })}
      </button>
      {isOpen && (
        <Suspense>
          <SaveSearchDialog query={query} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
