import { useIntl } from 'react-intl';
import { useMutation, useQuery } from 'urql';
import { Link, useLocation } from 'wouter';

import { useAsked } from '#client/access/useAsked.ts';
import { useViewer } from '#client/access/viewer.ts';
import { HealthTrusts_query } from '#client/directory/TrustChoice.tsx';
import { graphql } from '#client/graphql.ts';
import { roundPath, roundsPath } from '#client/paths.ts';
import { toProblem } from '#client/problem.ts';
import { daysAfter, todayInNorway } from '#client/ui/days.ts';
import { Choice, Field } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Options } from '#client/ui/Options.tsx';
import { Page } from '#client/ui/Page.tsx';
import { roundInputOf } from './roundInputOf.ts';
import { RoundTexts } from './RoundTexts.tsx';
import './progress.css';

export const RoundAudiences_query = graphql(`
  query RoundAudiences {
    audiences {
      id
      name
      sentence
      isBroken
    }
  }
`);

export const CreateReviewRound = graphql(`
  mutation CreateReviewRound($input: CreateReviewRoundInput!) {
    createReviewRound(input: $input) {
      id
    }
  }
`);

const context = { additionalTypenames: ['ReviewRound'] };
/** Time for two reminders and the last call. */
const usualDays = 42;

/** Start en runde: whom, when, how often, and who signs. It makes a draft: nobody is written to before it is looked through and opened. */
export function NewRoundScreen() {
  const { formatMessage } = useIntl();
  const [, navigate] = useLocation();
  const [asked] = useAsked('utvalg');
  const viewer = useViewer();
  const [result] = useQuery({ query: RoundAudiences_query, requestPolicy: 'cache-and-network' });
  const [{ data: trusts }] = useQuery({ query: HealthTrusts_query });
  const [, create] = useMutation(CreateReviewRound);
  const today = todayInNorway();
  const title = formatMessage({ id: 'round.new' });

  async function submit(values: FormData) {
    const { data, error } = await create({ input: roundInputOf(values) }, context);
    if (error) return toProblem(error);
    if (data?.createReviewRound) navigate(roundPath(data.createReviewRound.id));
    return null;
  }

  return (
    <Page title={title}>
      <p className="section-intro">{formatMessage({ id: 'round.newIntro' })}</p>
      <Loaded result={result}>
        {({ audiences }) => (
          <Form name="new round" submit={submit}>
            <Field
              name="name"
              label={formatMessage({ id: 'round.name' })}
              defaultValue={formatMessage({ id: 'round.usualName' }, { year: today.slice(0, 4) })}
              most={120}
              autoComplete="off"
              required
            />
            <Choice
              name="whom"
              label={formatMessage({ id: 'round.whom' })}
              hint={formatMessage({ id: 'round.whomHint' })}
              defaultValue={asked ?? 'all'}
            >
              <option value="all">{formatMessage({ id: 'round.everybody' })}</option>
              <optgroup label={formatMessage({ id: 'filter.trust' })}>
                {(trusts?.healthTrusts ?? []).map(({ id, name }) => (
                  <option key={id} value={`trust ${id}`}>
                    {name}
                  </option>
                ))}
              </optgroup>
              <optgroup label={formatMessage({ id: 'audience.title' })}>
                {audiences
                  .filter(({ isBroken }) => !isBroken)
                  .map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
              </optgroup>
            </Choice>
            <Options
              name="asks"
              label={formatMessage({ id: 'round.asks' })}
              chosen={['UNCERTAIN']}
              options={(['UNCERTAIN', 'ALL'] as const).map((value) => ({
                value,
                label: formatMessage({ id: `round.asks.${value}` }),
                hint: formatMessage({ id: `round.asksHint.${value}` }),
              }))}
            />
            <Field
              name="opensOn"
              label={formatMessage({ id: 'round.opensOn' })}
              type="date"
              min={today}
              defaultValue={today}
              required
            />
            <Field
              name="dueOn"
              label={formatMessage({ id: 'round.dueOn' })}
              type="date"
              min={daysAfter(today, 1)}
              defaultValue={daysAfter(today, usualDays)}
              required
            />
            <Options
              name="reminderDays"
              label={formatMessage({ id: 'round.reminders' })}
              type="checkbox"
              chosen={['7', '21']}
              options={[7, 14, 21, 28].map((days) => ({
                value: String(days),
                label: formatMessage({ id: 'round.afterDays' }, { days }),
              }))}
            />
            <Choice
              name="lastCallDays"
              label={formatMessage({ id: 'round.lastCall' })}
              defaultValue="3"
            >
              <option value="0">{formatMessage({ id: 'round.noReminders' })}</option>
              {[1, 3, 7].map((days) => (
                <option key={days} value={days}>
                  {formatMessage({ id: 'round.beforeDays' }, { days })}
                </option>
              ))}
            </Choice>
            <Field
              name="signedBy"
              label={formatMessage({ id: 'round.signedBy' })}
              hint={formatMessage({ id: 'round.signedByHint' })}
              defaultValue={viewer?.name ?? ''}
              most={120}
              required
            />
            <RoundTexts />
            <div className="form-actions">
              <button type="submit" className="ds-button">
                {formatMessage({ id: 'round.makeDraft' })}
              </button>
              <Link href={roundsPath}>{formatMessage({ id: 'form.cancel' })}</Link>
            </div>
          </Form>
        )}
      </Loaded>
    </Page>
  );
}
