import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link } from 'wouter';

import { useAsked } from '#client/access/useAsked.ts';
import { useMay, useViewer } from '#client/access/viewer.ts';
import { graphql, readFragment } from '#client/graphql.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { Section } from '#client/ui/Section.tsx';
import { AudienceRow, AudienceRow_audience } from './AudienceRow.tsx';
import { audienceContext } from './SaveSearchDialog.tsx';
import './audience.css';

export const AudiencesScreen_query = graphql(
  `
    query AudiencesScreen($archived: Boolean!) {
      audiences(archived: $archived) {
        id
        ownerId
        ...AudienceRow_audience
      }
    }
  `,
  [AudienceRow_audience],
);

export const AudienceCounts_query = graphql(`
  query AudienceCounts($ids: [ID!]!) {
    audienceCounts(ids: $ids) {
      id
      count
      isCapped
    }
  }
`);

/** As many as are counted. */
const MOST_COUNTED = 100;

/** Utvalg. Searches that somebody has kept: one's own, and those that colleagues share. */
export function AudiencesScreen() {
  const { formatMessage } = useIntl();
  const viewer = useViewer();
  const maySave = useMay('audience.save');
  const [archived, askArchived] = useAsked('arkivert');
  const [result] = useQuery({
    query: AudiencesScreen_query,
    variables: { archived: archived !== null },
    requestPolicy: 'cache-and-network',
    context: audienceContext,
  });
  const ids = (result.data?.audiences ?? []).map(({ id }) => id).slice(0, MOST_COUNTED);
  const [{ data: counted }] = useQuery({
    query: AudienceCounts_query,
    variables: { ids },
    pause: ids.length === 0,
    requestPolicy: 'cache-and-network',
  });
  const countOf = (audienceId: string): string | undefined => {
    const found = counted?.audienceCounts.find(({ id }) => id === audienceId);
    if (!found) return undefined;
    const { count, isCapped } = found;
    return formatMessage({ id: isCapped ? 'directory.countCapped' : 'directory.count' }, { count });
  };

  return (
    <Page title={formatMessage({ id: 'audience.title' })}>
      <Loaded result={result}>
        {({ audiences }) => {
          const own = audiences.filter(({ ownerId }) => ownerId === viewer?.id);
          const others = audiences.filter(({ ownerId }) => ownerId !== viewer?.id);
          const rows = (some: typeof audiences) => (
            <ul className="audience-list">
              {some.map((audience) => (
                <AudienceRow
                  key={audience.id}
                  audience={audience}
                  count={countOf(readFragment(AudienceRow_audience, audience).id)}
                />
              ))}
            </ul>
          );
          return (
            <div className="audience-sections">
              <Section
                id="mine"
                title={formatMessage({ id: 'audience.own' })}
                tools={
                  <label className="section-toggle">
                    <input
                      type="checkbox"
                      checked={archived !== null}
                      onChange={({ target }) => askArchived(target.checked ? 'ja' : null)}
                    />
                    {formatMessage({ id: 'audience.archivedOnes' })}
                  </label>
                }
              >
                {own.length > 0 ? (
                  rows(own)
                ) : archived ? (
                  <p className="quiet">{formatMessage({ id: 'audience.noneArchived' })}</p>
                ) : (
                  <EmptyState title={formatMessage({ id: 'audience.none' })}>
                    {maySave && <p>{formatMessage({ id: 'audience.noneHow' })}</p>}
                    <p>
                      <Link href="/">{formatMessage({ id: 'audience.toSearch' })}</Link>
                    </p>
                  </EmptyState>
                )}
              </Section>
              <Section id="delt" title={formatMessage({ id: 'audience.ofOthers' })}>
                {others.length > 0 ? (
                  rows(others)
                ) : (
                  <p className="quiet">{formatMessage({ id: 'audience.noneOfOthers' })}</p>
                )}
              </Section>
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
