import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { organisationPath } from '#client/paths.ts';
import type { Problem } from '#client/problem.ts';
import { Field, LongField } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';
import type { Mode } from './ChangeProposalList.tsx';
import {
  ProposedChangeFact,
  ProposedChangeFact_change,
  useFieldName,
} from './ProposedChangeFact.tsx';

export const ChangeProposalCard_proposal = graphql(
  `
    fragment ChangeProposalCard_proposal on ChangeProposal {
      id
      organisationId
      organisationName
      group
      note
      language
      proposedAt
      isOvertaken
      others
      changes {
        at
        field
        channel
        after
        isText
        ...ProposedChangeFact_change
      }
    }
  `,
  [ProposedChangeFact_change],
);

/** Another value in place of what was proposed. */
export interface Adjustment {
  readonly at: number;
  readonly value: string;
}

interface Doing {
  readonly isCurrent: boolean;
  readonly mode: Mode;
  readonly isBusy: boolean;
  readonly onFocus: () => void;
  readonly onMode: (mode: Mode) => void;
  readonly onAccept: (adjusted: readonly Adjustment[]) => Promise<Problem | null>;
  readonly onRefuse: (reason: string) => Promise<Problem | null>;
  readonly onAsk: (question: string) => Promise<Problem | null>;
}

const MOST = 1_000;

/** Et forslag. What stands there, what they say is right, and what one can do about it. */
export function ChangeProposalCard({
  proposal,
  isCurrent,
  mode,
  isBusy,
  onFocus,
  onMode,
  onAccept,
  onRefuse,
  onAsk,
}: Doing & { proposal: FragmentOf<typeof ChangeProposalCard_proposal> }) {
  const { formatMessage, formatDate, formatDisplayName } = useIntl();
  const it = readFragment(ChangeProposalCard_proposal, proposal);
  const adjustable = it.changes.filter(({ isText }) => isText);
  const nameOf = useFieldName();
  const language = formatDisplayName(it.language, { type: 'language' });

  return (
    <li
      data-row={it.id}
      tabIndex={-1}
      aria-current={isCurrent || undefined}
      onFocus={onFocus}
      ref={(element) => {
        if (isCurrent && mode === 'look' && document.activeElement === document.body) {
          element?.focus({ preventScroll: true });
        }
      }}
    >
      <h2>
        <Link href={organisationPath(it.organisationId)}>
          <bdi>{it.organisationName}</bdi>
        </Link>
      </h2>
      <p className="quiet">
        {formatMessage({ id: `fieldGroup.${it.group}` })}
        {' · '}
        {formatDate(it.proposedAt, { dateStyle: 'medium', timeZone: 'Europe/Oslo' })}
        {' · '}
        {language}
      </p>
      {it.others > 0 && (
        <p>{formatMessage({ id: 'changeProposal.others' }, { count: it.others })}</p>
      )}
      <dl>
        {it.changes.map((change) => (
          <ProposedChangeFact key={change.at} change={change} />
        ))}
      </dl>
      {it.note && (
        <blockquote lang={it.language} dir="auto">
          {it.note}
        </blockquote>
      )}
      {mode === 'look' && (
        <div className="form-actions">
          <button
            type="button"
            className="ds-button"
            disabled={isBusy || it.isOvertaken}
            onClick={() => void onAccept([])}
          >
            {formatMessage({ id: 'changeProposal.accept' })}
          </button>
          {adjustable.length > 0 && (
            <button
              type="button"
              className="ds-button"
              data-variant="secondary"
              disabled={isBusy}
              onClick={() => onMode('adjust')}
            >
              {formatMessage({ id: 'changeProposal.adjust' })}
            </button>
          )}
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            disabled={isBusy}
            onClick={() => onMode('ask')}
          >
            {formatMessage({ id: 'changeProposal.ask' })}
          </button>
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            disabled={isBusy}
            onClick={() => onMode('refuse')}
          >
            {formatMessage({ id: 'changeProposal.refuse' })}
          </button>
        </div>
      )}
      {mode !== 'look' && (
        <Form
          name={`proposal ${it.id} ${mode}`}
          submit={(values) => {
            const words = String(values.get('reason') ?? values.get('question') ?? '').trim();
            if (mode === 'refuse') return onRefuse(words);
            if (mode === 'ask') return onAsk(words);
            return onAccept(
              adjustable.map(({ at }, place) => ({
                at,
                value: String(values.get(`adjusted.${place}.value`) ?? ''),
              })),
            );
          }}
        >
          {mode === 'adjust' &&
            adjustable.map((change, place) => (
              <Field
                key={change.at}
                name={`adjusted.${place}.value`}
                label={nameOf(change)}
                defaultValue={change.after ?? ''}
                required
                // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever pressed E is to type here.
                autoFocus={place === 0}
              />
            ))}
          {(mode === 'refuse' || mode === 'ask') && (
            <LongField
              name={mode === 'refuse' ? 'reason' : 'question'}
              label={formatMessage({ id: `changeProposal.${mode}Words` })}
              hint={formatMessage({ id: 'changeProposal.told' }, { language })}
              most={MOST}
              required
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever pressed R is to type here.
              autoFocus
            />
          )}
          <div className="form-actions">
            <button type="submit" className="ds-button">
              {formatMessage({ id: `changeProposal.${mode}Send` })}
            </button>
            <button
              type="button"
              className="ds-button"
              data-variant="secondary"
              onClick={() => onMode('look')}
            >
              {formatMessage({ id: 'form.cancel' })}
            </button>
          </div>
        </Form>
      )}
    </li>
  );
}
