import { useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link } from 'wouter';

import { graphql } from '#client/graphql.ts';
import { organisationPath, personPath } from '#client/paths.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { Section } from '#client/ui/Section.tsx';
import { useRested } from '#client/ui/useRested.ts';
import './audience/audience.css';

export const Archive_query = graphql(`
  query Archive($text: Text!) {
    archivedOrganisations(text: $text, first: 50) {
      totalCount
      nodes {
        id
        name
        archivedOn
      }
    }
    archivedPeople(text: $text, first: 50) {
      totalCount
      nodes {
        id
        name
        archivedOn
      }
    }
  }
`);

const rest = 250;

/** Arkivet. What nobody finds any more, for those who put it away and want it back. */
export function ArchiveScreen() {
  const { formatMessage } = useIntl();
  const [text, setText] = useState('');
  const asked = useRested(text.trim(), rest);
  const id = useId();
  const [result] = useQuery({
    query: Archive_query,
    variables: { text: asked },
    requestPolicy: 'cache-and-network',
  });

  return (
    <Page title={formatMessage({ id: 'archive.title' })}>
      <p className="lead">{formatMessage({ id: 'archive.lead' })}</p>
      <div className="field form">
        <label htmlFor={id}>{formatMessage({ id: 'archive.search' })}</label>
        <input
          id={id}
          type="search"
          className="ds-input"
          maxLength={200}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <Loaded result={result}>
        {({ archivedOrganisations, archivedPeople }) => (
          <div className="audience-sections">
            <Section id="virksomheter" title={formatMessage({ id: 'archive.organisations' })}>
              <Archived {...archivedOrganisations} pathOf={organisationPath} />
            </Section>
            <Section id="personer" title={formatMessage({ id: 'archive.people' })}>
              <Archived {...archivedPeople} pathOf={personPath} />
            </Section>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Archived({
  nodes,
  totalCount,
  pathOf,
}: {
  nodes: readonly {
    readonly id: string;
    readonly name: string;
    readonly archivedOn: string | null;
  }[];
  totalCount: number;
  pathOf: (id: string) => string;
}) {
  const { formatMessage, formatDate } = useIntl();
  if (!nodes.length) return <p className="quiet">{formatMessage({ id: 'archive.none' })}</p>;
  return (
    <>
      <ul className="rows">
        {nodes.map(({ id, name, archivedOn }) => (
          <li key={id}>
            <Link href={pathOf(id)}>
              <bdi>{name}</bdi>
            </Link>
            {archivedOn && (
              <span className="quiet">
                {formatMessage(
                  { id: 'archive.since' },
                  { date: formatDate(archivedOn, { dateStyle: 'long', timeZone: 'UTC' }) },
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      {totalCount > nodes.length && (
        <p className="quiet">{formatMessage({ id: 'archive.more' }, { count: nodes.length })}</p>
      )}
    </>
  );
}
