import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';

export const GroupRow_group = graphql(`
  fragment GroupRow_group on GroupFreshness {
    certainty
    notedBy
    note
    freshness {
      state
      verifiedOn
      verifiedBy
      dueOn
    }
  }
`);

/** En gruppe opplysninger. When it was last found right, how and by whom; a warning where it is not to be counted on. */
export function GroupRow({
  group,
  name,
  children,
}: {
  group: FragmentOf<typeof GroupRow_group>;
  /** What the group is called of such a record. */
  name: string;
  children: ReactNode;
}) {
  const { formatMessage, formatDate } = useIntl();
  const it = readFragment(GroupRow_group, group);
  const { state, verifiedOn, verifiedBy } = it.freshness;
  const isDoubtful = state === 'STALE' || state === 'UNKNOWN' || it.certainty === 'DOUBTFUL';
  const when =
    verifiedOn && verifiedBy
      ? formatMessage(
          { id: 'review.verified' },
          {
            how: formatMessage({ id: `change.verifiedBy.${verifiedBy}` }),
            date: formatDate(verifiedOn, { dateStyle: 'medium', timeZone: 'UTC' }),
          },
        )
      : formatMessage({ id: 'freshness.UNKNOWN' });

  return (
    <li data-doubtful={isDoubtful || undefined}>
      <div>
        <strong>{name}</strong>
        <span>
          {when}
          {it.notedBy && (
            <>
              {' · '}
              <bdi>{it.notedBy}</bdi>
            </>
          )}
        </span>
        <span className="verification-certainty">
          {formatMessage({ id: `certainty.${it.certainty}` })}
          {state === 'DUE' && ` · ${formatMessage({ id: 'freshness.DUE' })}`}
          {state === 'STALE' && ` · ${formatMessage({ id: 'freshness.STALE' })}`}
        </span>
        {it.note && <q>{it.note}</q>}
      </div>
      {children}
    </li>
  );
}
