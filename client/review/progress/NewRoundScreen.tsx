import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation, useQuery } from 'urql';
import { Link, useLocation, useSearch } from 'wouter';

import { useAsked } from '#client/access/useAsked.ts';
import { useViewer } from '#client/access/viewer.ts';
import { addressOf, isBlank, readQuery, writeQuery } from '#client/directory/directoryQuery.ts';
import { roundPath, roundsPath } from '#client/paths.ts';
import { daysAfter, todayInNorway } from '#client/ui/days.ts';
import { Form } from '#client/ui/Form.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { CreateReviewRound, type RoundFacts, scopeOf, typedFacts } from './roundFacts.ts';
import { RoundFields } from './RoundFields.tsx';
import { roundProblem } from './roundProblem.ts';
import { isThere, RoundChoices_query } from './WhomChoice.tsx';
import './progress.css';

const context = { additionalTypenames: ['ReviewRound'] };
/** Time for two reminders and the last call. */
const usualDays = 42;

/**
 * Start en runde: whom, when, how often, and who signs. It makes a draft: nobody is written to before it is looked through and opened.
 *
 * Whom it asks may stand in the address: a saved search, or the search itself.
 */
export function NewRoundScreen() {
  const { formatMessage } = useIntl();
  const [, navigate] = useLocation();
  const query = readQuery(useSearch());
  const [audience] = useAsked('utvalg');
  const viewer = useViewer();
  // Sent twice, it is one.
  const [id] = useState(() => crypto.randomUUID());
  const [result] = useQuery({ query: RoundChoices_query, requestPolicy: 'cache-and-network' });
  const [, create] = useMutation(CreateReviewRound);
  const today = todayInNorway();
  const hasSearch = !isBlank(query);
  const asked = audience ?? (hasSearch ? 'own' : 'all');

  async function submit(values: FormData) {
    const { whom, ...facts } = typedFacts(values);
    const input = {
      id,
      ...facts,
      ...scopeOf(whom, { text: query.text.trim(), filter: query.filter }),
    };
    const { data, error } = await create({ input }, context);
    if (error) return roundProblem(error);
    if (data?.createReviewRound) navigate(roundPath(data.createReviewRound.id));
    return null;
  }

  const usualName = formatMessage({ id: 'round.usualName' }, { year: today.slice(0, 4) });
  const usual: Omit<RoundFacts, 'name'> = {
    whom: asked,
    asks: 'UNCERTAIN',
    opensOn: today,
    dueOn: daysAfter(today, usualDays),
    reminderDays: [7, 21],
    lastCallDays: 3,
    signedBy: viewer?.name ?? '',
    texts: [],
  };

  return (
    <Page title={formatMessage({ id: 'round.new' })}>
      <p className="section-intro">{formatMessage({ id: 'round.newIntro' })}</p>
      <Loaded result={result}>
        {(choices) => {
          const isGone = !isThere(choices, asked);
          const name = freeName(usualName, choices.reviewRounds);
          return (
            <Form
              name={`new round ${audience ?? writeQuery(query)}`}
              submit={submit}
              onLeave={() => navigate(roundsPath)}
            >
              {isGone && (
                <p className="ds-alert" data-color="warning" role="status">
                  {formatMessage({ id: 'round.audienceGone' })}
                </p>
              )}
              {hasSearch && (
                <p>
                  {formatMessage({ id: 'round.ofSearch' })}{' '}
                  <Link href={addressOf(query)}>{formatMessage({ id: 'round.seeSearch' })}</Link>
                </p>
              )}
              <RoundFields
                facts={{ ...usual, name, ...(isGone && { whom: '' }) }}
                choices={choices}
                own={
                  hasSearch
                    ? { value: 'own', name: formatMessage({ id: 'round.thatSearch' }) }
                    : null
                }
              />
              <div className="form-actions">
                <button type="submit" className="ds-button">
                  {formatMessage({ id: 'round.makeDraft' })}
                </button>
                <button type="reset" className="ds-button" data-variant="secondary">
                  {formatMessage({ id: 'form.cancel' })}
                </button>
              </div>
            </Form>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** A name that no round has: the second of a year is the second. */
function freeName(usual: string, rounds: readonly { readonly name: string }[]): string {
  const taken = new Set(rounds.map(({ name }) => name));
  let name = usual;
  for (let at = 2; taken.has(name); at += 1) name = `${usual} (${at})`;
  return name;
}
