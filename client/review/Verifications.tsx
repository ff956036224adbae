import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation, useQuery } from 'urql';

import { graphql, type ResultOf, type VariablesOf } from '#client/graphql.ts';
import { type Problem, toProblem } from '#client/problem.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';
import { Section } from '#client/ui/Section.tsx';
import { GroupRow, GroupRow_group } from './GroupRow.tsx';
import './Verifications.css';

export const Verifications_query = graphql(
  `
    query Verifications($id: ID!) {
      organisation(id: $id) {
        id
        viewerMay {
          correct
        }
      }
      groupFreshness(organisationId: $id) {
        group
        ...GroupRow_group
      }
    }
  `,
  [GroupRow_group],
);

export const VerifyOrganisation = graphql(`
  mutation VerifyOrganisation($input: VerifyOrganisationInput!) {
    verifyOrganisation(input: $input) {
      id
    }
  }
`);

export const TakeBackVerification = graphql(`
  mutation TakeBackVerification($input: TakeBackVerificationInput!) {
    takeBackVerification(input: $input) {
      id
    }
  }
`);

type Group = ResultOf<typeof Verifications_query>['groupFreshness'][number]['group'];
type Method = Extract<
  VariablesOf<typeof VerifyOrganisation>['input']['method'],
  'PHONE' | 'MEETING'
>;

/** What was done last, and can be taken back. */
interface Done {
  readonly id: string;
  /** Null for all of them. */
  readonly group: Group | null;
}

const methods: readonly Method[] = ['PHONE', 'MEETING'];
const context = { additionalTypenames: ['GroupFreshness', 'Organisation', 'ChangeConnection'] };

/** Aktualitet. How far each group of facts can be trusted, and one gesture for whoever has just asked. */
export function Verifications({ organisationId }: { organisationId: string }) {
  const { formatMessage } = useIntl();
  const [result] = useQuery({
    query: Verifications_query,
    variables: { id: organisationId },
    context,
  });
  const [method, setMethod] = useState<Method>('PHONE');
  const [note, setNote] = useState('');
  const [done, setDone] = useState<Done | 'takenBack' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [verifying, verify] = useMutation(VerifyOrganisation);
  const [takingBack, takeBack] = useMutation(TakeBackVerification);
  const isBusy = verifying.fetching || takingBack.fetching;

  async function vouch(groups: Group[], group: Group | null) {
    const id = crypto.randomUUID();
    const input = { id, organisationId, groups, method, note: note.trim() || null };
    const { error } = await verify({ input }, context);
    setProblem(error ? toProblem(error) : null);
    if (error) return;
    setNote('');
    setDone({ id, group });
  }
  async function undo(id: string) {
    const { error } = await takeBack({ input: { id } }, context);
    setProblem(error ? toProblem(error) : null);
    if (!error) setDone('takenBack');
  }

  return (
    <Section id="aktualitet" title={formatMessage({ id: 'review.title' })}>
      <Loaded result={result}>
        {({ organisation, groupFreshness }) => {
          const mayVouch = organisation?.viewerMay.correct === true;
          const isAllowed = mayVouch && !isBusy;
          return (
            <>
              <ul className="verifications">
                {groupFreshness.map((it) => (
                  <GroupRow key={it.group} group={it}>
                    {mayVouch && (
                      <button
                        type="button"
                        className="ds-button"
                        data-variant="tertiary"
                        disabled={!isAllowed}
                        aria-label={formatMessage(
                          { id: 'review.verifyThe' },
                          { group: formatMessage({ id: `fieldGroup.${it.group}` }) },
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
                    disabled={!isAllowed}
                    onClick={() =>
                      void vouch(
                        groupFreshness.map(({ group }) => group),
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
                {done &&
                  done !== 'takenBack' &&
                  (done.group
                    ? formatMessage(
                        { id: 'review.doneOne' },
                        { group: formatMessage({ id: `fieldGroup.${done.group}` }) },
                      )
                    : formatMessage({ id: 'review.doneAll' }))}
              </p>
              {done && done !== 'takenBack' && (
                <button
                  type="button"
                  className="ds-button"
                  data-variant="tertiary"
                  disabled={isBusy}
                  onClick={() => void undo(done.id)}
                >
                  {formatMessage({ id: 'review.takeBack' })}
                </button>
              )}
              {problem && <ProblemNote problem={problem} />}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
