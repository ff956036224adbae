import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { ChangedFields, ChangedFields_field } from './ChangedFields.tsx';
import { UndoChange, UndoChange_change } from './UndoChange.tsx';
import { useChangeWords } from './useChangeWords.ts';

export const ChangeItem_change = graphql(
  `
    fragment ChangeItem_change on Change {
      id
      at
      via
      verb
      reason
      isUndone
      currentVersion
      about {
        kind
        name
      }
      by {
        name
        role
      }
      fields {
        ...ChangedFields_field
      }
      viewerMay {
        undo
      }
      ...UndoChange_change
    }
  `,
  [ChangedFields_field, UndoChange_change],
);

/** En endring. When, who and why; what is different; and the way to take it back. */
export function ChangeItem({
  change,
  version,
}: {
  change: FragmentOf<typeof ChangeItem_change>;
  /** Of the record, as it is seen beside its history. */
  version: number;
}) {
  const { formatMessage } = useIntl();
  const words = useChangeWords();
  const it = readFragment(ChangeItem_change, change);

  return (
    <li className="change">
      <p className="change-what">
        <strong>{words.verb(it.verb)}</strong>
        <time dateTime={it.at}>{words.at(it.at)}</time>
        <bdi>{words.by(it.by, it.via)}</bdi>
      </p>
      {it.about.kind === 'AFFILIATION' && it.about.name && (
        <p>
          <bdi>{it.about.name}</bdi>
        </p>
      )}
      {it.reason && (
        <p>{formatMessage({ id: 'change.reason' }, { reason: <q key="reason">{it.reason}</q> })}</p>
      )}
      <ChangedFields verb={it.verb} fields={it.fields} />
      {it.isUndone && <p className="quiet">{formatMessage({ id: 'change.isUndone' })}</p>}
      {it.viewerMay.undo && <UndoChange change={it} version={it.currentVersion ?? version} />}
    </li>
  );
}
