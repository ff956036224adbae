import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link } from 'wouter';

import { useAsked } from '#client/access/useAsked.ts';
import { graphql } from '#client/graphql.ts';
import { importsPath } from '#client/paths.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { ApplyImport, ApplyImport_import } from './ApplyImport.tsx';
import { ImportColumns, ImportColumns_import } from './ImportColumns.tsx';
import { ImportDone, ImportDone_import } from './ImportDone.tsx';
import { ImportProgress, ImportProgress_import } from './ImportProgress.tsx';
import { ImportRows, ImportRows_import } from './ImportRows.tsx';
import { ImportSteps } from './ImportSteps.tsx';
import './import.css';

export const ImportScreen_query = graphql(
  `
    query ImportScreen($id: ID!) {
      import(id: $id) {
        id
        fileName
        version
        state
        viewerMay {
          open
        }
        batch {
          state
        }
        ...ImportProgress_import
        ...ImportColumns_import
        ...ImportRows_import
        ...ApplyImport_import
        ...ImportDone_import
      }
    }
  `,
  [
    ImportProgress_import,
    ImportColumns_import,
    ImportRows_import,
    ApplyImport_import,
    ImportDone_import,
  ],
);

const context = { additionalTypenames: ['Import', 'ImportRow', 'Batch'] };
/** So often, in milliseconds, we ask how far it has come. */
const pause = 700;

/** En import. From what its columns say to what it did, each step with an address of its own. */
export function ImportScreen({ id }: { id: string }) {
  const { formatMessage } = useIntl();
  const [step] = useAsked('steg');
  const [result, refresh] = useQuery({ query: ImportScreen_query, variables: { id }, context });
  const it = result.data?.import;
  const [mapped, setMapped] = useState({ id, version: 0 });
  // What stood there before the columns were mapped is no answer to them: it would come, and go again under one's hands.
  const isOutdated = it?.id === mapped.id && it.version < mapped.version;
  const isUnderWay =
    isOutdated ||
    it?.state === 'PLANNING' ||
    it?.state === 'APPLYING' ||
    it?.batch?.state === 'UNDOING' ||
    it?.batch?.state === 'UNDER_WAY';

  useEffect(() => {
    if (!isUnderWay || result.fetching || result.stale) return undefined;
    const timer = setTimeout(() => refresh({ requestPolicy: 'network-only' }), pause);
    return () => clearTimeout(timer);
  }, [isUnderWay, result, refresh]);

  return (
    <Page
      title={it?.fileName ?? formatMessage({ id: 'import.title' })}
      heading={it ? <bdi>{it.fileName}</bdi> : formatMessage({ id: 'import.title' })}
    >
      <p>
        <Link href={importsPath}>{formatMessage({ id: 'import.back' })}</Link>
      </p>
      <Loaded result={result}>
        {({ import: found }) => {
          if (!found) {
            return (
              <EmptyState title={formatMessage({ id: 'import.notThere' })}>
                <p>{formatMessage({ id: 'import.notThereWhy' })}</p>
              </EmptyState>
            );
          }
          const { state, viewerMay } = found;
          const isReady = state === 'READY' && !isOutdated && viewerMay.open;
          return (
            <>
              <ImportSteps id={id} state={state} step={step} />
              {!viewerMay.open && (
                <p className="quiet">{formatMessage({ id: 'import.notYours' })}</p>
              )}
              {(isOutdated || state === 'PLANNING' || state === 'APPLYING') && (
                <ImportProgress it={found} isOutdated={isOutdated} />
              )}
              {state === 'FAILED' && <p role="status">{formatMessage({ id: 'import.failed' })}</p>}
              {state === 'DISCARDED' && (
                <p role="status">{formatMessage({ id: 'import.discarded' })}</p>
              )}
              {isReady && step === 'kolonner' && (
                <ImportColumns it={found} onMapped={(version) => setMapped({ id, version })} />
              )}
              {isReady && step !== 'kolonner' && (
                <>
                  <p className="import-to-apply">
                    <a href="#sett-inn">{formatMessage({ id: 'import.toApply' })}</a>
                  </p>
                  <ImportRows it={found} />
                  <ApplyImport it={found} />
                </>
              )}
              {state === 'DONE' && (
                <>
                  <ImportDone it={found} />
                  {viewerMay.open && <ImportRows it={found} />}
                </>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
