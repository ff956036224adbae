import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { FragmentOf } from '#client/graphql.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import type { Ask, DirectoryFilter } from './directoryQuery.ts';
import { FilterPanel, type FilterPanel_facets } from './FilterPanel.tsx';

/** Filtrene bak én knapp, where there is no room for them beside the hits. */
export function FilterSheet({
  facets,
  count,
  filter,
  ask,
}: {
  facets: FragmentOf<typeof FilterPanel_facets>;
  /** How many hits there are, so that one sees what a choice gives before closing. */
  count: number;
  filter: DirectoryFilter;
  ask: Ask;
}) {
  const { formatMessage } = useIntl();
  const [isOpen, setOpen] = useState(false);
  const chosen = Object.keys(filter).length;

  return (
    <>
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {formatMessage({ id: 'directory.filtersChosen' }, { count: chosen })}
      </button>
      {isOpen && (
        <Dialog
          title={formatMessage({ id: 'directory.filters' })}
          isSheet
          onClose={() => setOpen(false)}
          footer={
            <button type="button" className="ds-button" onClick={() => setOpen(false)}>
              {formatMessage({ id: 'directory.showHits' }, { count })}
            </button>
          }
        >
          <FilterPanel facets={facets} filter={filter} ask={ask} />
        </Dialog>
      )}
    </>
  );
}
