import { useState } from 'react';
import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, type ResultOf } from '#client/graphql.ts';
import { type Problem, toProblem } from '#client/problem.ts';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';
import { GroupRow, GroupRow_group } from './GroupRow.tsx';
import './Verifications.css';

export const Vouching_group = graphql(
  `
    fragment Vouching_group on GroupFreshness @_unmask {
      group
      ...GroupRow_group
    }
  `,
  [GroupRow_group],
);

type Group = ResultOf<typeof Vouching_group>['group'];
type Method = 'PHONE' | 'MEETING';
type Failure = Parameters<typeof toProblem>[0] | undefined;

/** What somebody has found right, as it is noted. */
export interface Vouched {
  readonly id: string;
  readonly groups: Group[];
  readonly method: Method;
  readonly note: string | null;
}

/** What was done last, and can be taken back. */
interface Done {
  readonly id: string;
  /** Null for all of them. */
  readonly group: Group | null;
}

const methods: readonly Method[] = ['PHONE', 'MEETING'];

/** Gå god for. How far each group of facts can be trusted, and one gesture for whoever has just asked. */
export function Vouching({
  groups,
  groupName,
  mayVouch,
  verify,
  takeBack,
}: {
  groups: readonly FragmentOf<typeof Vouching_group>[];
  groupName: (group: Group) => string;
  mayVouch: boolean;
  verify: (vouched: Vouched) => Promise<Failure>;
  takeBack: (id: string) => Promise<Failure>;
}) {
  const { formatMessage } = useIntl();
  const [method, setMethod] = useState<Method>('PHONE');
  const [note, setNote] = useState('');
  const [done, setDone] = useState<Done | 'takenBack' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function attempt(deed: Promise<Failure>): Promise<boolean> {
    setBusy(true);
    const failure = await deed;
    setBusy(false);
    setProblem(failure ? toProblem(failure) : null);
    return !failure;
  }
  async function vouch(found: Group[], group: Group | null) {
    const id = crypto.randomUUID();
    const vouched = { id, groups: found, method, note: note.trim() || null };
    if (!(await attempt(verify(vouched)))) return;
    setNote('');
    setDone({ id, group });
  }
  async function undo(id: string) {
    if (await attempt(takeBack(id))) setDone('takenBack');
  }
  const last = done === 'takenBack' ? null : done;

  return (
    <>
      <ul className="verifications">
        {groups.map((it) => (
          <GroupRow key={it.group} group={it} name={groupName(it.group)}>
            {mayVouch && (
              <button
                type="button"
                className="ds-button"
                data-variant="tertiary"
                disabled={isBusy}
                aria-label={formatMessage(
                  { id: 'review.verifyThe' },
                  { group: groupName(it.group) },
                )}
                onClick={() => void vouch([it.group], it.group)}
              >
                {formatMessage({ id: 'review.verify' })}
              </button>
            )}
          </GroupRow>
        ))}
      </ul>
      {mayVouch && (
        <div className="verifying">
          <fieldset>
            <legend>{formatMessage({ id: 'review.how' })}</legend>
            {methods.map((it) => (
              <label key={it}>
                <input
                  type="radio"
                  name="method"
                  checked={method === it}
                  onChange={() => setMethod(it)}
                />
                {formatMessage({ id: `review.method.${it}` })}
              </label>
            ))}
          </fieldset>
          <label className="verifying-note">
            {formatMessage({ id: 'review.note' })}
            <input
              className="ds-input"
              maxLength={500}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          </label>
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            disabled={isBusy}
            onClick={() =>
              void vouch(
                groups.map(({ group }) => group),
                null,
              )
            }
          >
            {formatMessage({ id: `review.all.${method}` })}
          </button>
        </div>
      )}
      <p role="status" className="verified">
        {done === 'takenBack' && formatMessage({ id: 'review.takenBack' })}
        {last &&
          (last.group
            ? formatMessage({ id: 'review.doneOne' }, { group: groupName(last.group) })
            : formatMessage({ id: 'review.doneAll' }))}
      </p>
      {last && (
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          disabled={isBusy}
          onClick={() => void undo(last.id)}
        >
          {formatMessage({ id: 'review.takeBack' })}
        </button>
      )}
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
