import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation, useQuery } from 'urql';

import { HealthTrusts_query } from '#client/directory/TrustChoice.tsx';
import { organisationKinds } from '#client/organisation/organisationKinds.ts';
import { type Problem, toProblem } from '#client/problem.ts';
import { Choice, Field } from '#client/ui/Field.tsx';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { deadlineContext, SetReviewDeadline } from './deadlineOperations.ts';
import { EffectNote } from './EffectNote.tsx';
import { useWhom, type Whose } from './useWhom.ts';

/** A deadline as it stands. */
export interface KnownDeadline extends Whose {
  readonly trustId: string | null;
  readonly months: number;
}

/** What was set, and what stood there before. */
export interface SetDeadline extends KnownDeadline {
  readonly before: number | null;
}

/** Sette en frist: for whom, how many months; and how many that is something else for, before it is done. */
export function DeadlineDialog({
  deadline,
  all,
  mayForAll,
  onClose,
  onSet,
}: {
  /** The one that is changed; null: a new one. */
  deadline: KnownDeadline | null;
  /** Those that are set: whoever chooses one of them changes it. */
  all: readonly KnownDeadline[];
  mayForAll: boolean;
  onClose: () => void;
  onSet: (done: SetDeadline) => void;
}) {
  const { formatMessage } = useIntl();
  const whom = useWhom();
  const [{ data: known }] = useQuery({ query: HealthTrusts_query });
  const [, set] = useMutation(SetReviewDeadline);
  const trusts = known?.healthTrusts ?? [];
  const [trustId, setTrustId] = useState(deadline?.trustId ?? null);
  const [kind, setKind] = useState<Whose['kind']>(deadline?.kind ?? null);
  const [typed, setTyped] = useState(deadline ? String(deadline.months) : '');
  const months = Number(typed);
  const isWhole = Number.isInteger(months) && months >= 6 && months <= 36;
  const isNamed = trustId !== null || mayForAll;

  async function submit(): Promise<Problem | null> {
    const seen =
      deadline?.months ??
      all.find((it) => it.trustId === trustId && it.kind === kind)?.months ??
      null;
    const input = { trustId, kind, months: Math.round(months), seen };
    const { error } = await set({ input }, deadlineContext);
    if (error) return toProblem(error);
    const trustName = deadline?.trustName ?? trusts.find(({ id }) => id === trustId)?.name ?? null;
    onSet({ trustId, trustName, kind, months, before: seen });
    return null;
  }

  return (
    <FormDialog
      name={`deadline ${deadline ? `${deadline.trustId} ${deadline.kind}` : 'new'}`}
      title={
        deadline
          ? formatMessage({ id: 'deadline.changeIt' }, { whom: whom(deadline) })
          : formatMessage({ id: 'deadline.add' })
      }
      action={formatMessage({ id: 'deadline.set' })}
      submit={submit}
      onClose={onClose}
    >
      {!deadline && (
        <>
          <Choice
            name="trustId"
            label={formatMessage({ id: 'deadline.trust' })}
            value={trustId ?? ''}
            onChange={({ target: { value } }) => setTrustId(value || null)}
            required={!mayForAll}
          >
            <option value="">
              {formatMessage({ id: mayForAll ? 'deadline.everyTrust' : 'form.choose' })}
            </option>
            {trusts.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Choice>
          <Choice
            name="kind"
            label={formatMessage({ id: 'deadline.kind' })}
            value={kind ?? ''}
            onChange={({ target: { value } }) =>
              setKind(organisationKinds.find((it) => it === value) ?? null)
            }
          >
            <option value="">{formatMessage({ id: 'deadline.everyKind' })}</option>
            {organisationKinds.map((it) => (
              <option key={it} value={it}>
                {formatMessage({ id: `organisationKind.${it}` })}
              </option>
            ))}
          </Choice>
        </>
      )}
      <Field
        name="months"
        label={formatMessage({ id: 'deadline.months' })}
        hint={formatMessage({ id: 'deadline.monthsHint' })}
        type="number"
        inputMode="numeric"
        min={6}
        max={36}
        value={typed}
        onChange={({ target: { value } }) => setTyped(value)}
        required
      />
      <EffectNote input={isWhole && isNamed ? { trustId, kind, months } : null} />
    </FormDialog>
  );
}
