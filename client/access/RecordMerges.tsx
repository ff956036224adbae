import { type FormEvent, useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation, useQuery } from 'urql';
import { useLocation } from 'wouter';

import { graphql } from '#client/graphql.ts';
import { organisationPath, personPath } from '#client/paths.ts';
import { type Problem, toProblem } from '#client/problem.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';
import { ShowMore } from '#client/ui/ShowMore.tsx';
import { ChangeItem, ChangeItem_change } from './ChangeItem.tsx';
import { useChangeWords } from './useChangeWords.ts';

export const RecordMerges_query = graphql(`
  query RecordMerges($id: ID!) {
    merges(recordId: $id) {
      id
      loserId
      loserName
      by
      at
      reason
      undoneAt
      viewerMay {
        unmerge
      }
    }
  }
`);

export const MergedHistory_query = graphql(
  `
    query MergedHistory($id: ID!) {
      mergedHistory(recordId: $id, first: 50) {
        nodes {
          id
          ...ChangeItem_change
        }
      }
    }
  `,
  [ChangeItem_change],
);

export const Unmerge_mutation = graphql(`
  mutation Unmerge($input: UnmergeInput!) {
    unmerge(input: $input)
  }
`);

interface Told {
  readonly id: string;
  readonly loserId: string;
  readonly loserName: string | null;
  readonly by: string | null;
  readonly at: string;
  readonly reason: string | null;
  readonly undoneAt: string | null;
  readonly viewerMay: { readonly unmerge: boolean };
}

/** Slått sammen. What has become one with a record, the history of each, and the way back. */
export function RecordMerges({ kind, id }: { kind: 'organisation' | 'person'; id: string }) {
  const { formatMessage } = useIntl();
  const words = useChangeWords();
  const [{ data }] = useQuery({ query: RecordMerges_query, variables: { id } });
  const merges = data?.merges ?? [];
  if (!merges.length) return null;

  return (
    <ul className="record-merges">
      {merges.map((merge) => {
        const name = merge.loserName ?? formatMessage({ id: 'change.nothing' });
        return (
          <li key={merge.id}>
            <p>
              {formatMessage(
                { id: merge.undoneAt ? 'merge.wasMerged' : 'merge.isMerged' },
                { name: <bdi key="name">{name}</bdi>, by: merge.by ?? '–', at: words.at(merge.at) },
              )}
              {merge.reason && <q> {merge.reason}</q>}
            </p>
            {!merge.undoneAt && (
              <ShowMore label={formatMessage({ id: 'merge.showHistory' }, { name })}>
                {() => <MergedHistory id={merge.loserId} />}
              </ShowMore>
            )}
            {merge.viewerMay.unmerge && <Unmerge kind={kind} merge={merge} name={name} />}
          </li>
        );
      })}
    </ul>
  );
}

function MergedHistory({ id }: { id: string }) {
  const { formatMessage } = useIntl();
  const [result] = useQuery({ query: MergedHistory_query, variables: { id } });
  return (
    <Loaded result={result}>
      {({ mergedHistory: { nodes } }) =>
        nodes.length === 0 ? (
          <p className="quiet">{formatMessage({ id: 'change.noHistory' })}</p>
        ) : (
          <ol className="changes">
            {nodes.map((change) => (
              <ChangeItem key={change.id} change={change} version={0} />
            ))}
          </ol>
        )
      }
    </Loaded>
  );
}

interface Since {
  readonly field: string;
  readonly part: string | null;
}

/** Skill dem igjen. Says what happens, asks why, and says what stands in the way where something does. */
function Unmerge({
  kind,
  merge,
  name,
}: {
  kind: 'organisation' | 'person';
  merge: Told;
  name: string;
}) {
  const { formatMessage, messages } = useIntl();
  const words = useChangeWords();
  const [, navigate] = useLocation();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [since, setSince] = useState<readonly Since[]>([]);
  const [{ fetching }, unmerge] = useMutation(Unmerge_mutation);
  const [formId, reasonId] = [useId(), useId()];

  async function confirm(event: FormEvent) {
    event.preventDefault();
    const { data, error } = await unmerge(
      { input: { mergeId: merge.id, reason: reason || null } },
      { additionalTypenames: ['Organisation', 'Person', 'Merge', 'SearchConnection'] },
    );
    setProblem(error ? toProblem(error) : null);
    const changes = error?.graphQLErrors[0]?.extensions['changes'];
    setSince(Array.isArray(changes) ? (changes as readonly Since[]) : []);
    if (!data) return;
    setOpen(false);
    navigate((kind === 'person' ? personPath : organisationPath)(data.unmerge));
  }

  const fieldOf = ({ field }: Since): string => {
    const what = `merge.what.${field}`;
    return what in messages ? formatMessage({ id: what as never }) : words.field(field);
  };
  return (
    <>
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        onClick={() => setOpen(true)}
      >
        {formatMessage({ id: 'merge.part' }, { name })}
      </button>
      {isOpen && (
        <Dialog
          title={formatMessage({ id: 'merge.part' }, { name })}
          onClose={() => setOpen(false)}
          footer={
            <button type="submit" form={formId} className="ds-button" disabled={fetching}>
              {formatMessage({ id: 'merge.partDo' })}
            </button>
          }
        >
          <form id={formId} className="change-undoing" onSubmit={(event) => void confirm(event)}>
            <p>{formatMessage({ id: 'merge.partWhat' }, { name })}</p>
            <label htmlFor={reasonId}>{formatMessage({ id: 'form.whyOptional' })}</label>
            <textarea
              id={reasonId}
              className="ds-input"
              rows={2}
              maxLength={500}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
            {problem?.reason === 'CHANGED_SINCE' ? (
              <div role="alert" className="ds-alert" data-color="warning">
                <p>{formatMessage({ id: 'merge.changedSince' })}</p>
                <ul>
                  {[...new Set(since.map(fieldOf))].map((it) => (
                    <li key={it}>{it}</li>
                  ))}
                </ul>
              </div>
            ) : (
              problem && <ProblemNote problem={problem} />
            )}
          </form>
        </Dialog>
      )}
    </>
  );
}
