import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link } from 'wouter';

import { useAsked } from '#client/access/useAsked.ts';
import { graphql } from '#client/graphql.ts';
import { roundPath, roundsPath } from '#client/paths.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { AnnexFile } from './AnnexFile.tsx';
import { AnnexTable, AnnexTable_annex } from './AnnexTable.tsx';
import './progress.css';

export const AnnexScreen_query = graphql(`
  query AnnexScreen($id: ID!) {
    reviewRound(id: $id) {
      id
      name
      openedAt
      closedAt
    }
    reviewStandings(roundId: $id) {
      trustId
      trustName
      signOff {
        by
        at
        note
        answered
        total
      }
    }
  }
`);

export const Annex_query = graphql(
  `
    query Annex($id: ID!, $trust: ID) {
      reviewAnnex(roundId: $id, trustId: $trust) {
        ...AnnexTable_annex
      }
    }
  `,
  [AnnexTable_annex],
);

const context = { additionalTypenames: ['TrustStanding', 'ReviewRequest', 'Organisation'] };

/** Vedlegget. The overview of one trust as it is handed in: on paper, on the screen, or as a file. */
export function AnnexScreen({ id }: { id: string }) {
  const { formatMessage, formatDate } = useIntl();
  const [trust, setTrust] = useAsked('foretak');
  const [result] = useQuery({ query: AnnexScreen_query, variables: { id }, context });

  return (
    <Page title={formatMessage({ id: 'annex.title' })}>
      <Loaded result={result} waiting={<Skeleton lines={10} />}>
        {({ reviewRound: round, reviewStandings: standings }) => {
          if (!round) {
            return (
              <EmptyState title={formatMessage({ id: 'round.notThere' })}>
                <p>
                  <Link href={roundsPath}>{formatMessage({ id: 'round.all' })}</Link>
                </p>
              </EmptyState>
            );
          }
          // Whoever has one trust has come for that.
          const chosen = trust ?? (standings.length === 1 ? standings[0]?.trustId : null) ?? null;
          const standing = standings.find(({ trustId }) => trustId === chosen);
          const day = (moment: string) =>
            formatDate(moment, { dateStyle: 'long', timeZone: 'Europe/Oslo' });
          return (
            <div className="annex">
              <div className="round-actions round-tools">
                <label className="field">
                  {formatMessage({ id: 'filter.trust' })}
                  <select
                    className="ds-input"
                    value={chosen ?? ''}
                    onChange={({ target: { value } }) => setTrust(value || null)}
                  >
                    <option value="">{formatMessage({ id: 'round.unknown.TRUST' })}</option>
                    {standings.map(({ trustId, trustName }) => (
                      <option key={trustId} value={trustId}>
                        {trustName}
                      </option>
                    ))}
                  </select>
                </label>
                <button type="button" className="ds-button" onClick={() => print()}>
                  {formatMessage({ id: 'annex.print' })}
                </button>
                <AnnexFile key={chosen} id={id} trust={chosen} />
                <Link href={roundPath(id)}>{formatMessage({ id: 'annex.back' })}</Link>
              </div>
              <header>
                <h2>
                  <bdi>{standing?.trustName ?? formatMessage({ id: 'round.unknown.TRUST' })}</bdi>
                </h2>
                <p>
                  <bdi>{round.name}</bdi>
                  {'. '}
                  {round.closedAt
                    ? formatMessage({ id: 'annex.asOf' }, { day: day(round.closedAt) })
                    : formatMessage({ id: 'annex.today' }, { day: day(new Date().toISOString()) })}
                </p>
                {standing &&
                  (standing.signOff ? (
                    <p>
                      {formatMessage(
                        { id: 'signOff.signed' },
                        {
                          by: standing.signOff.by,
                          day: day(standing.signOff.at),
                          answered: standing.signOff.answered ?? 0,
                          total: standing.signOff.total ?? 0,
                        },
                      )}{' '}
                      {standing.signOff.note}
                    </p>
                  ) : (
                    <p>
                      <strong>{formatMessage({ id: 'annex.unsigned' })}</strong>
                    </p>
                  ))}
              </header>
              <Annex key={chosen} id={id} trust={chosen} />
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Annex({ id, trust }: { id: string; trust: string | null }) {
  const [result] = useQuery({ query: Annex_query, variables: { id, trust }, context });
  return (
    <Loaded result={result} waiting={<Skeleton lines={10} />}>
      {({ reviewAnnex }) => <AnnexTable annex={reviewAnnex} />}
    </Loaded>
  );
}
