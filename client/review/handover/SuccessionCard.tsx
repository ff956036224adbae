import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { organisationPath, personPath } from '#client/paths.ts';
import type { Problem } from '#client/problem.ts';
import { LongField } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';
import { ApproveForm, ApproveForm_succession, type Approval } from './ApproveForm.tsx';

export const SuccessionCard_succession = graphql(
  `
    fragment SuccessionCard_succession on Succession {
      id
      organisationId
      organisationName
      state
      through
      askedAt
      language
      name
      channel
      value
      hasFailed
      confirmedAt
      expiresOn
      knownPersonId
      knownPersonName
      ...ApproveForm_succession
    }
  `,
  [ApproveForm_succession],
);

const MOST = 1_000;

/** En overlevering. Who has taken over, how we know, and what one can do about it. */
export function SuccessionCard({
  succession,
  isBusy,
  onApprove,
  onRefuse,
}: {
  succession: FragmentOf<typeof SuccessionCard_succession>;
  isBusy: boolean;
  onApprove: (approval: Approval) => Promise<Problem | null>;
  onRefuse: (reason: string) => Promise<Problem | null>;
}) {
  const { formatMessage, formatDate, formatDisplayName } = useIntl();
  const it = readFragment(SuccessionCard_succession, succession);
  const [isRefusing, setRefusing] = useState(false);
  const isReady = it.state === 'CONFIRMED';
  const day = (date: string) => formatDate(date, { dateStyle: 'long', timeZone: 'Europe/Oslo' });

  return (
    <li>
      <h3>
        <Link href={organisationPath(it.organisationId)}>
          <bdi>{it.organisationName}</bdi>
        </Link>
      </h3>
      <p className="quiet">
        {formatMessage({ id: `succession.through.${it.through}` }, { date: day(it.askedAt) })}
        {' · '}
        {formatDisplayName(it.language, { type: 'language' })}
      </p>
      <dl>
        <div>
          <dt>{formatMessage({ id: 'succession.successor' })}</dt>
          <dd>
            <ins>
              <bdi>{it.name}</bdi>
            </ins>{' '}
            {formatMessage({ id: `contactChannel.${it.channel}` })} <bdi dir="ltr">{it.value}</bdi>
            {it.knownPersonId && (
              <span className="succession-note">
                {formatMessage(
                  { id: 'succession.known' },
                  {
                    name: (
                      <Link key="known" href={personPath(it.knownPersonId)}>
                        <bdi>{it.knownPersonName}</bdi>
                      </Link>
                    ),
                  },
                )}
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{formatMessage({ id: 'succession.answer' })}</dt>
          <dd>
            {it.confirmedAt
              ? formatMessage({ id: 'succession.saidYes' }, { date: day(it.confirmedAt) })
              : formatMessage(
                  { id: it.hasFailed ? 'succession.notSent' : 'succession.waits' },
                  { date: formatDate(it.expiresOn, { dateStyle: 'long', timeZone: 'UTC' }) },
                )}
          </dd>
        </div>
      </dl>
      {isRefusing ? (
        <Form
          name={`succession ${it.id} refuse`}
          submit={(values) => onRefuse(String(values.get('reason') ?? '').trim())}
        >
          <LongField
            name="reason"
            label={formatMessage({ id: 'succession.refuseWords' })}
            hint={formatMessage({ id: isReady ? 'succession.bothTold' : 'succession.oneTold' })}
            most={MOST}
            required
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever pressed to refuse is to type here.
            autoFocus
          />
          <div className="form-actions">
            <button type="submit" className="ds-button">
              {formatMessage({ id: 'succession.refuse' })}
            </button>
            <button
              type="button"
              className="ds-button"
              data-variant="secondary"
              onClick={() => setRefusing(false)}
            >
              {formatMessage({ id: 'form.cancel' })}
            </button>
          </div>
        </Form>
      ) : isReady ? (
        <ApproveForm
          succession={it}
          knownPersonId={it.knownPersonId}
          isBusy={isBusy}
          onApprove={onApprove}
          onRefuse={() => setRefusing(true)}
        />
      ) : (
        <div className="form-actions">
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            disabled={isBusy}
            onClick={() => setRefusing(true)}
          >
            {formatMessage({ id: 'succession.refuse' })}
          </button>
        </div>
      )}
    </li>
  );
}
