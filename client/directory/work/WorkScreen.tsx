import { type RefObject, useEffect, useId, useRef } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link, useSearch } from 'wouter';

import { useAsked } from '#client/access/useAsked.ts';
import { graphql, type ResultOf } from '#client/graphql.ts';
import { workPath } from '#client/paths.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { areSingleKeysOn } from '#client/ui/singleKeys.ts';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { isReturning, useReturn } from '#client/ui/useReturn.ts';
import { handleWorkKey, focusRow, placeOfFocus } from './workKeys.ts';
import { WorkRow, WorkRow_item } from './WorkRow.tsx';
import { WorkTrust } from './WorkTrust.tsx';
import '../../access/access.css';
import './work.css';

export const WorkScreen_query = graphql(
  `
    query WorkScreen($kinds: [WorkKind!], $trust: ID, $isMine: Boolean, $after: String) {
      workItems(kinds: $kinds, trust: $trust, isMine: $isMine, first: 50, after: $after) {
        totalCount
        counts {
          kind
          count
          isCapped
        }
        nodes {
          id
          ...WorkRow_item
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [WorkRow_item],
);

type Work = ResultOf<typeof WorkScreen_query>['workItems'];
type Kind = Work['counts'][number]['kind'];

const context = { additionalTypenames: ['WorkItem', 'RegisterProposal', 'WorkClaim'] };

const kinds: readonly Kind[] = [
  'PROPOSAL',
  'AREA',
  'WITHOUT_CONTACT',
  'BOUNCED',
  'DUPLICATE',
  'DUE',
];

/** Arbeidslisten. What is to be done in the register, by kind and by trust, one after the other, by keyboard or on a phone. */
export function WorkScreen() {
  const { formatMessage } = useIntl();
  const [kind] = useAsked('slags');
  const [trust, setTrust] = useAsked('opptak');
  const [mine, setMine] = useAsked('mine');
  const [after] = useAsked('etter');
  const list = useRef<HTMLOListElement>(null);
  const mineId = useId();
  const chosen = kinds.find((it) => it === kind) ?? null;
  const [result] = useQuery({
    query: WorkScreen_query,
    variables: { kinds: chosen && [chosen], trust, isMine: mine !== null, after },
    context,
    requestPolicy: 'cache-and-network',
  });

  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      if (areSingleKeysOn()) handleWorkKey(event, list.current);
    };
    addEventListener('keydown', handle);
    return () => removeEventListener('keydown', handle);
  }, []);

  return (
    <Page title={formatMessage({ id: 'work.title' })} placesFocus={!isReturning()}>
      <p className="section-intro">{formatMessage({ id: 'work.intro' })}</p>
      <div className="work-tools">
        <WorkTrust trust={trust} onChoose={setTrust} />
        <label className="choice" htmlFor={mineId}>
          <input
            id={mineId}
            type="checkbox"
            className="ds-input"
            checked={mine !== null}
            onChange={({ target: { checked } }) => setMine(checked ? 'ja' : null)}
          />
          <span className="choice-label">{formatMessage({ id: 'work.onlyMine' })}</span>
        </label>
      </div>
      <Loaded result={result} waiting={<Skeleton lines={10} />}>
        {({ workItems }) => (
          <div className="work">
            <Kinds counts={workItems.counts} chosen={chosen} />
            <WorkList
              work={workItems}
              list={list}
              isNarrowed={chosen !== null || trust !== null || mine !== null}
              isMine={mine !== null}
            />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

/** How much there is of each kind; a tap shows that kind alone. */
function Kinds({ counts, chosen }: { counts: Work['counts']; chosen: Kind | null }) {
  const { formatMessage, formatNumber } = useIntl();
  const search = useSearch();
  const address = (kind: Kind | null) => {
    const parameters = new URLSearchParams(search);
    parameters.delete('etter');
    if (kind) parameters.set('slags', kind);
    else parameters.delete('slags');
    return `${workPath}?${parameters}`;
  };
  const entries: readonly [Kind | null, string][] = [
    [null, formatMessage({ id: 'work.all' })],
    ...counts.map(({ kind, count, isCapped }): [Kind, string] => [
      kind,
      `${formatMessage({ id: `work.kind.${kind}` })} (${formatNumber(count)}${isCapped ? '+' : ''})`,
    ]),
  ];

  return (
    <nav className="views" aria-label={formatMessage({ id: 'work.kinds' })}>
      <ul>
        {entries.map(([kind, label]) => (
          <li key={kind}>
            <Link href={address(kind)} aria-current={kind === chosen ? 'page' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function WorkList({
  work: { nodes, pageInfo, totalCount },
  list,
  isNarrowed,
  isMine,
}: {
  work: Work;
  list: RefObject<HTMLOListElement | null>;
  isNarrowed: boolean;
  isMine: boolean;
}) {
  const { formatMessage } = useIntl();
  const search = useSearch();
  /** Which row was done: the one that takes its place gets the focus. */
  const done = useRef<number | null>(null);
  const returning = useReturn(list, nodes);

  useEffect(() => {
    if (done.current === null) return;
    focusRow(list.current, done.current);
    done.current = null;
  }, [nodes, list]);

  if (!nodes.length) {
    const id = isMine ? 'mine' : isNarrowed ? 'narrowed' : 'all';
    return (
      <EmptyState title={formatMessage({ id: `work.nothing.${id}` })}>
        <p>{formatMessage({ id: `work.nothingMeans.${id}` })}</p>
      </EmptyState>
    );
  }
  const next = new URLSearchParams(search);
  if (pageInfo.endCursor) next.set('etter', pageInfo.endCursor);
  const start = new URLSearchParams(search);
  start.delete('etter');
  return (
    <>
      <p role="status" className="quiet">
        {formatMessage({ id: 'work.count' }, { count: totalCount })}
      </p>
      <ol className="work-list" ref={list} {...returning}>
        {nodes.map((item) => (
          <WorkRow
            key={item.id}
            item={item}
            onDone={() => {
              const place = placeOfFocus(list.current);
              done.current = Math.max(0, place);
            }}
          />
        ))}
      </ol>
      <div className="work-pages">
        {pageInfo.hasNextPage && (
          <Link className="ds-button" data-variant="secondary" href={`${workPath}?${next}`}>
            {formatMessage({ id: 'work.next' })}
          </Link>
        )}
        {new URLSearchParams(search).has('etter') && (
          <Link href={`${workPath}?${start}`}>{formatMessage({ id: 'work.fromStart' })}</Link>
        )}
      </div>
    </>
  );
}
