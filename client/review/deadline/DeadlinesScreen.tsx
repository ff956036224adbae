import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation, useQuery } from 'urql';

import { graphql } from '#client/graphql.ts';
import { type Problem, toProblem } from '#client/problem.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { useOfferUndo } from '#client/ui/OfferedUndo.tsx';
import { Page } from '#client/ui/Page.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { DeadlineDialog, type KnownDeadline, type SetDeadline } from './DeadlineDialog.tsx';
import { DeadlineHistory } from './DeadlineHistory.tsx';
import { deadlineContext, RemoveReviewDeadline, SetReviewDeadline } from './deadlineOperations.ts';
import { DeadlineTable } from './DeadlineTable.tsx';
import { EffectNote } from './EffectNote.tsx';
import { useWhom } from './useWhom.ts';
import './deadline.css';

export const DeadlinesScreen_query = graphql(`
  query DeadlinesScreen {
    reviewDeadlines {
      others
      viewerMaySetForAll
      deadlines {
        id
        trustId
        trustName
        kind
        months
        organisations
        viewerMayChange
      }
      history {
        id
        trustName
        kind
        before
        after
        at
        by
      }
    }
  }
`);

/** Frister. How long organisations of each kind and trust may go without being verified; set, changed and taken away with what it means counted first. */
export function DeadlinesScreen() {
  const { formatMessage } = useIntl();
  const offerUndo = useOfferUndo();
  const whom = useWhom();
  const [result] = useQuery({
    query: DeadlinesScreen_query,
    context: deadlineContext,
    requestPolicy: 'cache-and-network',
  });
  const [, set] = useMutation(SetReviewDeadline);
  const [, remove] = useMutation(RemoveReviewDeadline);
  const [changing, setChanging] = useState<KnownDeadline | 'new' | null>(null);
  const [removing, setRemoving] = useState<KnownDeadline | null>(null);

  async function becomes(
    { trustId, kind }: KnownDeadline,
    months: number | null,
    seen: number | null,
  ): Promise<Problem | null> {
    const { error } =
      months === null
        ? await remove({ input: { trustId, kind, seen: seen ?? 0 } }, deadlineContext)
        : await set({ input: { trustId, kind, months, seen } }, deadlineContext);
    return error ? toProblem(error) : null;
  }

  const wasSet = (done: SetDeadline) =>
    offerUndo({
      text: formatMessage({ id: 'deadline.wasSet' }, { whom: whom(done), months: done.months }),
      undo: () => becomes(done, done.before, done.months),
    });

  async function takeAway(deadline: KnownDeadline): Promise<Problem | null> {
    const problem = await becomes(deadline, null, deadline.months);
    if (!problem) {
      offerUndo({
        text: formatMessage({ id: 'deadline.wasRemoved' }, { whom: whom(deadline) }),
        undo: () => becomes(deadline, deadline.months, null),
      });
    }
    return problem;
  }

  return (
    <Page title={formatMessage({ id: 'deadline.title' })}>
      <p className="section-intro">{formatMessage({ id: 'deadline.intro' })}</p>
      <p className="section-intro">{formatMessage({ id: 'deadline.which' })}</p>
      <Loaded result={result} waiting={<Skeleton lines={8} />}>
        {({ reviewDeadlines: { deadlines, others, viewerMaySetForAll, history } }) => (
          <div className="deadlines">
            {!viewerMaySetForAll && (
              <p className="quiet">{formatMessage({ id: 'deadline.ownTrustsOnly' })}</p>
            )}
            <p>
              <button type="button" className="ds-button" onClick={() => setChanging('new')}>
                {formatMessage({ id: 'deadline.add' })}
              </button>
            </p>
            {deadlines.length === 0 ? (
              <EmptyState title={formatMessage({ id: 'deadline.none' })}>
                <p>{formatMessage({ id: 'deadline.noneMeans' })}</p>
              </EmptyState>
            ) : (
              <DeadlineTable
                deadlines={deadlines}
                others={others}
                onChange={setChanging}
                onRemove={setRemoving}
              />
            )}
            <DeadlineHistory history={history} />
            {changing && (
              <DeadlineDialog
                deadline={changing === 'new' ? null : changing}
                all={deadlines}
                mayForAll={viewerMaySetForAll}
                onClose={() => setChanging(null)}
                onSet={wasSet}
              />
            )}
            {removing && (
              <FormDialog
                name={`remove deadline ${removing.trustId} ${removing.kind}`}
                title={formatMessage({ id: 'deadline.removeIt' }, { whom: whom(removing) })}
                action={formatMessage({ id: 'deadline.remove' })}
                submit={() => takeAway(removing)}
                onClose={() => setRemoving(null)}
              >
                <EffectNote input={{ trustId: removing.trustId, kind: removing.kind }} />
              </FormDialog>
            )}
          </div>
        )}
      </Loaded>
    </Page>
  );
}
