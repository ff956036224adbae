import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { graphql } from '#client/graphql.ts';
import { CopyButton } from '#client/ui/CopyButton.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { CreateTokenForm } from './CreateTokenForm.tsx';
import { RevokeTokenDialog } from './RevokeTokenDialog.tsx';
import { TokenRow, TokenRow_token } from './TokenRow.tsx';
import { useAsked } from './useAsked.ts';
import './access.css';

export const TokensScreen_query = graphql(
  `
    query TokensScreen {
      apiTokens(first: 100) {
        totalCount
        nodes {
          id
          ...TokenRow_token
        }
      }
    }
  `,
  [TokenRow_token],
);

const context = { additionalTypenames: ['ApiToken'] };

/** API-nøkler. What lets other systems in; a new one is shown here, once. */
export function TokensScreen() {
  const { formatMessage } = useIntl();
  const [adding, setAdding] = useAsked('ny');
  const [made, setMade] = useState<string | null>(null);
  const [result] = useQuery({ query: TokensScreen_query, context });

  return (
    <Page title={formatMessage({ id: 'tokens.title' })}>
      <p className="section-intro">{formatMessage({ id: 'tokens.intro' })}</p>
      {made && (
        <section className="new-token" aria-labelledby="new-token">
          <h2 id="new-token" tabIndex={-1} ref={(element) => element?.focus()}>
            {formatMessage({ id: 'tokens.made' })}
          </h2>
          <p>{formatMessage({ id: 'tokens.madeOnce' })}</p>
          <code translate="no">{made}</code>
          <div className="form-actions">
            <CopyButton value={made} />
            <button
              type="button"
              className="ds-button"
              data-variant="secondary"
              onClick={() => setMade(null)}
            >
              {formatMessage({ id: 'tokens.kept' })}
            </button>
          </div>
        </section>
      )}
      {adding ? (
        <CreateTokenForm
          onMade={(token) => {
            setMade(token);
            setAdding(null);
          }}
          onCancel={() => setAdding(null)}
        />
      ) : (
        !made && (
          <p>
            <button type="button" className="ds-button" onClick={() => setAdding('ja')}>
              {formatMessage({ id: 'tokens.create' })}
            </button>
          </p>
        )
      )}
      <Loaded result={result}>
        {({ apiTokens: { totalCount, nodes } }) => (
          <div className="access-list">
            {totalCount === 0 && (
              <EmptyState title={formatMessage({ id: 'tokens.none' })}>
                <p>{formatMessage({ id: 'tokens.noneWhy' })}</p>
              </EmptyState>
            )}
            {nodes.length > 0 && (
              <ul>
                {nodes.map((token) => (
                  <TokenRow key={token.id} token={token} />
                ))}
              </ul>
            )}
            {totalCount > nodes.length && (
              <p>{formatMessage({ id: 'tokens.more' }, { count: totalCount - nodes.length })}</p>
            )}
            <RevokeTokenDialog tokens={nodes} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
