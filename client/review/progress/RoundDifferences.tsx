import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { graphql } from '#client/graphql.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Section } from '#client/ui/Section.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { DifferenceItem, DifferenceItem_difference } from './DifferenceItem.tsx';
import './progress.css';

export const RoundDifference_query = graphql(
  `
    query RoundDifference($id: ID!, $since: ID, $after: String) {
      reviewDifference(roundId: $id, sinceId: $since, after: $after) {
        came
        went
        changed
        unchanged
        verified
        isUntilToday
        endCursor
        nodes {
          organisationId
          ...DifferenceItem_difference
        }
      }
    }
  `,
  [DifferenceItem_difference],
);

/** An earlier edition to compare with. */
export interface Edition {
  readonly id: string;
  readonly name: string;
}

const counts = ['came', 'went', 'changed', 'unchanged', 'verified'] as const;
const context = { additionalTypenames: ['RoundDifference'] };

/** Hva runden førte til: who came, went and changed what, since it began or since an earlier edition. Asked for when somebody wants to see it. */
export function RoundDifferences({ id, earlier }: { id: string; earlier: readonly Edition[] }) {
  const { formatMessage } = useIntl();
  const [since, setSince] = useState<string | null>(null);
  const [isWanted, setWanted] = useState(false);

  return (
    <Section id="endringer" title={formatMessage({ id: 'roundDifference.title' })}>
      <p className="section-intro">{formatMessage({ id: 'roundDifference.intro' })}</p>
      <div className="round-actions round-tools">
        <label className="field">
          {formatMessage({ id: 'roundDifference.since' })}
          <select
            className="ds-input"
            value={since ?? ''}
            onChange={({ target: { value } }) => setSince(value || null)}
          >
            <option value="">{formatMessage({ id: 'roundDifference.start' })}</option>
            {earlier.map(({ id: edition, name }) => (
              <option key={edition} value={edition}>
                {formatMessage({ id: 'roundDifference.edition' }, { name })}
              </option>
            ))}
          </select>
        </label>
        {!isWanted && (
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            onClick={() => setWanted(true)}
          >
            {formatMessage({ id: 'roundDifference.show' })}
          </button>
        )}
      </div>
      {isWanted && <Pages key={since} id={id} since={since} />}
    </Section>
  );
}

function Pages({ id, since }: { id: string; since: string | null }) {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return cursors.map((after, at) => (
    <DifferencePage
      key={after}
      id={id}
      since={since}
      after={after}
      onMore={at === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : null}
    />
  ));
}

function DifferencePage({
  id,
  since,
  after,
  onMore,
}: {
  id: string;
  since: string | null;
  after: string | null;
  onMore: ((next: string) => void) | null;
}) {
  const { formatMessage, formatNumber } = useIntl();
  const [result] = useQuery({
    query: RoundDifference_query,
    variables: { id, since, after },
    requestPolicy: 'cache-and-network',
    context,
  });

  return (
    <Loaded result={result} waiting={<Skeleton lines={6} />}>
      {({ reviewDifference: it }) => (
        <>
          {after === null && (
            <>
              <dl className="difference-figures">
                {counts.map((count) => (
                  <div key={count}>
                    <dt>{formatMessage({ id: `roundDifference.${count}` })}</dt>
                    <dd>{formatNumber(it[count])}</dd>
                  </div>
                ))}
              </dl>
              {it.isUntilToday && (
                <p className="quiet">{formatMessage({ id: 'roundDifference.untilToday' })}</p>
              )}
              {it.nodes.length === 0 && (
                <p role="status">{formatMessage({ id: 'roundDifference.none' })}</p>
              )}
            </>
          )}
          <ul className="round-list">
            {it.nodes.map((node) => (
              <DifferenceItem key={node.organisationId} difference={node} />
            ))}
          </ul>
          {onMore && it.endCursor && (
            <button
              type="button"
              className="ds-button"
              data-variant="secondary"
              onClick={() => it.endCursor && onMore(it.endCursor)}
            >
              {formatMessage({ id: 'round.more' })}
            </button>
          )}
        </>
      )}
    </Loaded>
  );
}
