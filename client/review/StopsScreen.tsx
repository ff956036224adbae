import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation, useQuery } from 'urql';
import { Link } from 'wouter';

import { graphql } from '#client/graphql.ts';
import { organisationPath } from '#client/paths.ts';
import { toProblem } from '#client/problem.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { LongField } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import './ChangeProposals.css';

export const StopsScreen_query = graphql(`
  query StopsScreen {
    stopRequests {
      id
      organisationId
      organisationName
      kind
      reason
      language
      askedAt
    }
  }
`);

export const AnswerStopRequest = graphql(`
  mutation AnswerStopRequest($input: AnswerStopRequestInput!) {
    answerStopRequest(input: $input) {
      id
    }
  }
`);

const context = { additionalTypenames: ['StopRequest'] };
const MOST = 1_000;

/** Henvendelser. Organisations that want to be left alone, object or want to be removed; each gets an answer within a month. */
export function StopsScreen() {
  const { formatMessage, formatDate, formatDisplayName } = useIntl();
  const [result] = useQuery({ query: StopsScreen_query, context });
  const [, answer] = useMutation(AnswerStopRequest);
  const [told, setTold] = useState<string | null>(null);

  return (
    <Page title={formatMessage({ id: 'stop.title' })}>
      <p className="section-intro">{formatMessage({ id: 'stop.intro' })}</p>
      <p role="status">{told && formatMessage({ id: 'stop.answered' }, { name: told })}</p>
      <Loaded result={result}>
        {({ stopRequests }) =>
          stopRequests.length === 0 ? (
            <EmptyState title={formatMessage({ id: 'stop.none' })}>
              <p>{formatMessage({ id: 'stop.noneWhy' })}</p>
            </EmptyState>
          ) : (
            <ol className="change-proposals">
              {stopRequests.map((it) => (
                <li key={it.id}>
                  <h2>
                    <Link href={organisationPath(it.organisationId)}>
                      <bdi>{it.organisationName}</bdi>
                    </Link>
                  </h2>
                  <p>
                    <strong>{formatMessage({ id: `stop.kind.${it.kind}` })}</strong>
                  </p>
                  <p className="quiet">
                    {formatDate(it.askedAt, { dateStyle: 'medium', timeZone: 'Europe/Oslo' })}
                    {' · '}
                    {formatDisplayName(it.language, { type: 'language' })}
                  </p>
                  {it.reason && (
                    <blockquote lang={it.language} dir="auto">
                      {it.reason}
                    </blockquote>
                  )}
                  <Form
                    name={`stop ${it.id}`}
                    submit={async (values) => {
                      const input = { id: it.id, answer: String(values.get('answer') ?? '') };
                      const { error } = await answer({ input }, context);
                      if (error) return toProblem(error);
                      setTold(it.organisationName);
                      return null;
                    }}
                  >
                    <LongField
                      name="answer"
                      label={formatMessage({ id: 'stop.answer' })}
                      hint={formatMessage({ id: 'changeProposal.told' })}
                      most={MOST}
                      required
                    />
                    <div className="form-actions">
                      <button type="submit" className="ds-button">
                        {formatMessage({ id: 'stop.send' })}
                      </button>
                    </div>
                  </Form>
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </Page>
  );
}
