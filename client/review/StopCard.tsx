import { useIntl } from 'react-intl';
import { useMutation } from 'urql';
import { Link } from 'wouter';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { organisationPath } from '#client/paths.ts';
import { toProblem } from '#client/problem.ts';
import { LongField } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';
import { Options } from '#client/ui/Options.tsx';

export const StopCard_request = graphql(`
  fragment StopCard_request on StopRequest {
    id
    organisationId
    organisationName
    kind
    reason
    language
    askedAt
    answerBy
    isOverdue
  }
`);

export const AnswerStopRequest = graphql(`
  mutation AnswerStopRequest($input: AnswerStopRequestInput!) {
    answerStopRequest(input: $input) {
      id
    }
  }
`);

export const stopContext = { additionalTypenames: ['StopRequest', 'QuietRule'] };
const MOST = 1_000;
const periods = ['FOR_EVER', 'YEAR', 'NONE'] as const;

/** En henvendelse. Who asks for what, by when they are to be answered, and the answer. */
export function StopCard({
  request,
  onAnswered,
}: {
  request: FragmentOf<typeof StopCard_request>;
  onAnswered: (name: string) => void;
}) {
  const { formatMessage, formatDate, formatDisplayName } = useIntl();
  const it = readFragment(StopCard_request, request);
  const [, answer] = useMutation(AnswerStopRequest);
  const language = formatDisplayName(it.language, { type: 'language' });

  async function send(values: FormData) {
    const quiet = periods.find((period) => period === values.get('quiet')) ?? null;
    const input = { id: it.id, answer: String(values.get('answer') ?? ''), quiet };
    const { error } = await answer({ input }, stopContext);
    if (error) return toProblem(error);
    onAnswered(it.organisationName);
    return null;
  }

  return (
    <li data-row={it.id}>
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
        {language}
      </p>
      <p className={it.isOverdue ? 'change-proposal-overtaken' : undefined}>
        {formatMessage(
          { id: it.isOverdue ? 'stop.overdue' : 'stop.answerBy' },
          { date: formatDate(it.answerBy, { dateStyle: 'long', timeZone: 'UTC' }) },
        )}
      </p>
      {it.reason && (
        <blockquote lang={it.language} dir="auto">
          {it.reason}
        </blockquote>
      )}
      <Form name={`stop ${it.id}`} submit={send}>
        <LongField
          name="answer"
          label={formatMessage({ id: 'stop.answer' })}
          hint={formatMessage({ id: 'changeProposal.told' }, { language })}
          most={MOST}
          required
        />
        <Options
          name="quiet"
          label={formatMessage({ id: 'stop.quiet' })}
          chosen={[it.kind === 'PAUSE' ? 'YEAR' : 'FOR_EVER']}
          options={periods.map((value) => ({
            value,
            label: formatMessage({ id: `stop.quiet.${value}` }),
          }))}
        />
        <div className="form-actions">
          <button type="submit" className="ds-button">
            {formatMessage({ id: 'stop.send' })}{' '}
            <span className="ds-sr-only">{it.organisationName}</span>
          </button>
        </div>
      </Form>
    </li>
  );
}
