import { useIntl } from 'react-intl';
import { type OperationContext, useQuery } from 'urql';
import { Link } from 'wouter';

import { useAsked } from '#client/access/useAsked.ts';
import { graphql } from '#client/graphql.ts';
import { importsPath } from '#client/paths.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { Section } from '#client/ui/Section.tsx';
import { EarlierImport, EarlierImport_import } from './EarlierImport.tsx';
import { ImportUpload } from './ImportUpload.tsx';
import './import.css';

export const ImportsScreen_query = graphql(
  `
    query ImportsScreen($after: String) {
      imports(first: 20, after: $after) {
        totalCount
        nodes {
          id
          ...EarlierImport_import
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [EarlierImport_import],
);

const context: Partial<OperationContext> = {
  additionalTypenames: ['Import', 'Batch'],
  requestPolicy: 'cache-and-network',
};

/** Import. Where files are brought, and what became of those that were. */
export function ImportsScreen() {
  const { formatMessage } = useIntl();
  const [after] = useAsked('etter');
  const [result] = useQuery({ query: ImportsScreen_query, variables: { after }, context });

  return (
    <Page title={formatMessage({ id: 'import.title' })}>
      <p className="section-intro">{formatMessage({ id: 'import.intro' })}</p>
      <ImportUpload />
      <Section id="tidligere" title={formatMessage({ id: 'import.earlier' })}>
        <Loaded result={result}>
          {({ imports: { totalCount, nodes, pageInfo } }) => (
            <>
              {totalCount === 0 && (
                <EmptyState title={formatMessage({ id: 'import.none' })}>
                  <p>{formatMessage({ id: 'import.noneWhy' })}</p>
                </EmptyState>
              )}
              {nodes.length > 0 && (
                <ul className="import-list">
                  {nodes.map((it) => (
                    <EarlierImport key={it.id} it={it} />
                  ))}
                </ul>
              )}
              {pageInfo.hasNextPage && pageInfo.endCursor && (
                <Link
                  className="ds-button"
                  data-variant="secondary"
                  href={`${importsPath}?${new URLSearchParams({ etter: pageInfo.endCursor })}`}
                >
                  {formatMessage({ id: 'import.more' })}
                </Link>
              )}
            </>
          )}
        </Loaded>
      </Section>
    </Page>
  );
}
