import { useState } from 'react';
import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { LiftQuietRuleDialog } from './LiftQuietRuleDialog.tsx';

export const QuietNote_rule = graphql(`
  fragment QuietNote_rule on QuietRule {
    id
    organisationName
    objectedOn
    pausedUntil
    notedAt
    viewerMayLift
  }
`);

/** Får fred. That an organisation is left alone, until when, and the way to lift that for whoever was told so. */
export function QuietNote({ rule }: { rule: FragmentOf<typeof QuietNote_rule> }) {
  const { formatMessage, formatDate } = useIntl();
  const [isLifting, setLifting] = useState(false);
  const it = readFragment(QuietNote_rule, rule);
  const noted = formatDate(it.notedAt, { dateStyle: 'medium', timeZone: 'Europe/Oslo' });

  return (
    <>
      <p>
        <strong>
          {it.objectedOn || !it.pausedUntil
            ? formatMessage({ id: 'quiet.objects' })
            : formatMessage(
                { id: 'quiet.until' },
                { date: formatDate(it.pausedUntil, { dateStyle: 'long', timeZone: 'UTC' }) },
              )}
        </strong>{' '}
        <span className="quiet">{formatMessage({ id: 'quiet.noted' }, { date: noted })}</span>
      </p>
      {it.viewerMayLift && (
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          data-size="sm"
          onClick={() => setLifting(true)}
        >
          {formatMessage({ id: 'quiet.lift' })}{' '}
          <span className="ds-sr-only">{it.organisationName}</span>
        </button>
      )}
      {isLifting && (
        <LiftQuietRuleDialog
          id={it.id}
          name={it.organisationName}
          onClose={() => setLifting(false)}
        />
      )}
    </>
  );
}
