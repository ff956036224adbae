import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Link, useSearch } from 'wouter';

import { type Purpose, usePurpose } from '#client/access/purpose.ts';
import { PurposeChoice } from '#client/access/PurposeChoice.tsx';
import { useTimesMasked } from '#client/access/shown.ts';
import { useViewer } from '#client/access/viewer.ts';
import { useInSentence } from '#client/language/useInSentence.ts';
import { Page } from '#client/ui/Page.tsx';
import './ContactSheet.css';
import { ContactSheet } from './ContactSheet.tsx';
import { addressOf, readQuery } from './directoryQuery.ts';
import { ExportButton } from './export/ExportButton.tsx';

/**
 * Kontaktark. The hits of a search on paper: who to ring, and room to note that they were reached.
 *
 * Nothing is fetched before it is said what the sheet is for, also where a link leads straight here. Another list, and another
 * purpose, is another sheet.
 */
export function ContactSheetScreen() {
  const { formatMessage } = useIntl();
  const inSentence = useInSentence();
  const search = useSearch();
  const query = readQuery(search);
  const viewer = useViewer();
  const purpose = usePurpose();
  const timesMasked = useTimesMasked();
  const [wanted, setWanted] = useState<{
    of: string;
    for: Purpose | null;
    timesMasked: number;
  } | null>(null);
  const mayAsk = viewer?.purposes.length !== 0;
  const isWanted =
    !mayAsk ||
    (wanted?.of === search &&
      (wanted.for === null || (wanted.for === purpose && wanted.timesMasked === timesMasked)));
  const named = (one: Purpose) => inSentence(formatMessage({ id: `purpose.${one}` }));
  const make = (chosen: Purpose | null) => setWanted({ of: search, for: chosen, timesMasked });

  return (
    <Page title={formatMessage({ id: 'contactSheet.title' })}>
      <div className="sheet-tools">
        {isWanted && (
          <button type="button" className="ds-button" onClick={() => print()}>
            {formatMessage({ id: 'contactSheet.print' })}
          </button>
        )}
        <ExportButton
          name="sheet"
          of={{
            text: query.text.trim(),
            filter: query.filter,
            records: query.filter.only ? [query.filter.only] : ['ORGANISATION', 'PERSON'],
          }}
        />
        <Link href={addressOf(query)}>{formatMessage({ id: 'contactSheet.back' })}</Link>
      </div>
      {!mayAsk && <p className="quiet">{formatMessage({ id: 'contact.whyMasked' })}</p>}
      {isWanted ? (
        <ContactSheet
          key={`${search} ${wanted?.for}`}
          query={query}
          purpose={wanted?.for ?? null}
        />
      ) : (
        <section className="sheet-choice" aria-labelledby="sheet-choice">
          <h2 id="sheet-choice">{formatMessage({ id: 'contactSheet.forWhat' })}</h2>
          <p>{formatMessage({ id: 'contactSheet.forWhatWhy' })}</p>
          {purpose && (
            <>
              <p>
                {formatMessage(
                  { id: 'purpose.readingFor' },
                  { purpose: <strong key="purpose">{named(purpose)}</strong> },
                )}
              </p>
              <button type="button" className="ds-button" onClick={() => make(purpose)}>
                {formatMessage({ id: 'contactSheet.makeFor' }, { purpose: named(purpose) })}
              </button>
              {viewer && viewer.purposes.length > 1 && (
                <p>{formatMessage({ id: 'contactSheet.orFor' })}</p>
              )}
            </>
          )}
          <PurposeChoice except={purpose} onChoose={make} />
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            onClick={() => make(null)}
          >
            {formatMessage({ id: 'contactSheet.withoutPurpose' })}
          </button>
        </section>
      )}
    </Page>
  );
}
