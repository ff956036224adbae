import { useIntl } from 'react-intl';
import { type OperationContext, useQuery } from 'urql';
import { Link } from 'wouter';

import { useAsked } from '#client/access/useAsked.ts';
import { graphql } from '#client/graphql.ts';
import { bulkEditsPath } from '#client/paths.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { BulkEditItem, BulkEditItem_batch } from './BulkEditItem.tsx';
import './bulk.css';

export const BulkEditsScreen_query = graphql(
  `
    query BulkEditsScreen($after: String) {
      batches(first: 20, after: $after, kind: BULK) {
        nodes {
          id
          ...BulkEditItem_batch
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [BulkEditItem_batch],
);

const context: Partial<OperationContext> = {
  additionalTypenames: ['Batch'],
  requestPolicy: 'cache-and-network',
};

/** Endringer av mange. What was changed with many at once, the latest first, and the way to take it back as one. */
export function BulkEditsScreen() {
  const { formatMessage } = useIntl();
  const [after] = useAsked('etter');
  const [result] = useQuery({ query: BulkEditsScreen_query, variables: { after }, context });

  return (
    <Page title={formatMessage({ id: 'bulk.edits' })}>
      <p className="section-intro">{formatMessage({ id: 'bulk.editsIntro' })}</p>
      <Loaded result={result}>
        {({ batches: { nodes, pageInfo } }) => (
          <>
            {nodes.length === 0 ? (
              <EmptyState title={formatMessage({ id: 'bulk.editsNone' })}>
                <p>{formatMessage({ id: 'bulk.editsNoneWhy' })}</p>
              </EmptyState>
            ) : (
              <ul className="bulk-edits">
                {nodes.map((it) => (
                  <BulkEditItem key={it.id} batch={it} />
                ))}
              </ul>
            )}
            {pageInfo.hasNextPage && pageInfo.endCursor && (
              <Link
                className="ds-button"
                data-variant="secondary"
                href={`${bulkEditsPath}?${new URLSearchParams({ etter: pageInfo.endCursor })}`}
              >
                {formatMessage({ id: 'import.more' })}
              </Link>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
