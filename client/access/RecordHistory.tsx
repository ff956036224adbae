import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Section } from '#client/ui/Section.tsx';
import { ShowMore } from '#client/ui/ShowMore.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { ChangeItem, ChangeItem_change } from './ChangeItem.tsx';
import { RecordMerges } from './RecordMerges.tsx';
import './traces.css';
import { useViewer } from './viewer.ts';

export const RecordHistory_page = graphql(
  `
    fragment RecordHistory_page on ChangeConnection {
      nodes {
        id
        ...ChangeItem_change
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  `,
  [ChangeItem_change],
);

export const OrganisationHistory_query = graphql(
  `
    query OrganisationHistory($id: ID!, $after: String) {
      record: organisation(id: $id) {
        id
        version
        history(first: 20, after: $after) {
          ...RecordHistory_page
        }
      }
    }
  `,
  [RecordHistory_page],
);

export const PersonHistory_query = graphql(
  `
    query PersonHistory($id: ID!, $after: String) {
      record: person(id: $id) {
        id
        version
        history(first: 20, after: $after) {
          ...RecordHistory_page
        }
      }
    }
  `,
  [RecordHistory_page],
);

const queries = { organisation: OrganisationHistory_query, person: PersonHistory_query } as const;

interface Which {
  readonly kind: keyof typeof queries;
  readonly id: string;
}

/** Historikk. What was changed of a record, for those who may see it; fetched when somebody wants to. */
export function RecordHistory({ kind, id }: Which) {
  const { formatMessage } = useIntl();
  const viewer = useViewer();

  if (!viewer?.permissions.includes('history.read')) return null;
  return (
    <Section id="historikk" title={formatMessage({ id: 'change.history' })}>
      <RecordMerges kind={kind} id={id} />
      <ShowMore label={formatMessage({ id: 'change.showHistory' })}>
        {() => <HistoryPage kind={kind} id={id} after={null} />}
      </ShowMore>
    </Section>
  );
}

function HistoryPage({ kind, id, after }: Which & { after: string | null }) {
  const [result] = useQuery({ query: queries[kind], variables: { id, after } });

  return (
    <Loaded result={result} waiting={<Skeleton lines={4} />}>
      {({ record }) =>
        record && (
          <Changes
            kind={kind}
            id={id}
            version={record.version}
            page={record.history}
            after={after}
          />
        )
      }
    </Loaded>
  );
}

function Changes({
  kind,
  id,
  version,
  page,
  after,
}: Which & {
  version: number;
  page: FragmentOf<typeof RecordHistory_page>;
  after: string | null;
}) {
  const { formatMessage } = useIntl();
  const { nodes, pageInfo } = readFragment(RecordHistory_page, page);

  if (!nodes.length && after === null) {
    return <p className="quiet">{formatMessage({ id: 'change.noHistory' })}</p>;
  }
  return (
    <>
      <ol className="changes">
        {nodes.map((change) => (
          <ChangeItem key={change.id} change={change} version={version} />
        ))}
      </ol>
      {pageInfo.hasNextPage && (
        <ShowMore label={formatMessage({ id: 'change.showOlder' })}>
          {() => <HistoryPage kind={kind} id={id} after={pageInfo.endCursor} />}
        </ShowMore>
      )}
    </>
  );
}
