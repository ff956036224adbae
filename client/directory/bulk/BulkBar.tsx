import { useState } from 'react';
import { useIntl } from 'react-intl';

import { Announcement } from '#client/ui/Announcement.tsx';
import { BulkDialog } from './BulkDialog.tsx';
import { nobody } from './Selection.ts';
import { useBarred } from './useBar.ts';
import './bulk.css';

/** Linjen nederst: how many are chosen, all of them with one press, and what to do with them. */
export function BulkBar() {
  const { formatMessage } = useIntl();
  const barred = useBarred();
  const [isOpen, setOpen] = useState(false);
  if (!barred) return null;
  const { query, chosen, count, total, isCapped, setChosen } = barred;
  const told = formatMessage(
    { id: isCapped && chosen.isAll ? 'bulk.chosenCapped' : 'bulk.chosen' },
    { count },
  );

  return (
    <section className="bulk-bar" aria-label={formatMessage({ id: 'bulk.title' })}>
      <div className="bulk-bar-inner">
        <p>
          <strong>{told}</strong>
        </p>
        <Announcement text={told} />
        <div className="bulk-bar-actions">
          {!chosen.isAll && (
            <button
              type="button"
              className="ds-button"
              data-variant="tertiary"
              onClick={() => setChosen({ isAll: true, ids: new Set() })}
            >
              {formatMessage(
                { id: isCapped ? 'bulk.chooseAllCapped' : 'bulk.chooseAll' },
                { count: total },
              )}
            </button>
          )}
          <button
            type="button"
            className="ds-button"
            data-variant="tertiary"
            onClick={() => setChosen(nobody)}
          >
            {formatMessage({ id: 'bulk.chooseNone' })}
          </button>
          <button
            type="button"
            className="ds-button"
            aria-haspopup="dialog"
            onClick={() => setOpen(true)}
          >
            {formatMessage({ id: 'bulk.change' })}
          </button>
        </div>
      </div>
      {isOpen && (
        <BulkDialog
          selection={
            chosen.isAll
              ? { text: query.text.trim(), filter: query.filter, except: [...chosen.ids] }
              : { ids: [...chosen.ids] }
          }
          onClose={() => setOpen(false)}
          onDone={() => setChosen(nobody)}
        />
      )}
    </section>
  );
}
