import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation, useQuery } from 'urql';

import { HealthTrusts_query } from '#client/directory/TrustChoice.tsx';
import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Section } from '#client/ui/Section.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { DryRun, DryRun_run } from './DryRun.tsx';
import './progress.css';

export const RoundDraft_round = graphql(`
  fragment RoundDraft_round on ReviewRound {
    id
    version
    name
    state
    opensOn
    dueOn
    audienceName
    text
    filter {
      trust
    }
    asks
    signedBy
    reminderDays
    lastCallDays
    texts {
      language
    }
    viewerMay {
      edit
    }
  }
`);

export const RoundDryRun_query = graphql(
  `
    query RoundDryRun($id: ID!) {
      dryRunReviewRound(id: $id) {
        total
        reached
        ...DryRun_run
      }
    }
  `,
  [DryRun_run],
);

export const OpenReviewRound = graphql(`
  mutation OpenReviewRound($input: OpenReviewRoundInput!) {
    openReviewRound(input: $input) {
      id
    }
  }
`);

export const CancelReviewRound = graphql(`
  mutation CancelReviewRound($input: CancelReviewRoundInput!) {
    cancelReviewRound(input: $input) {
      id
    }
  }
`);

const context = { additionalTypenames: ['ReviewRound', 'RoundProgress', 'TrustStanding'] };

/** Utkastet: what was decided, what would happen, and opening it, after one has been told exactly what that does. */
export function RoundDraft({ round: told }: { round: FragmentOf<typeof RoundDraft_round> }) {
  const { formatMessage, formatDate, formatList } = useIntl();
  const round = readFragment(RoundDraft_round, told);
  const { id, version, name, viewerMay } = round;
  const [result] = useQuery({
    query: RoundDryRun_query,
    variables: { id },
    pause: !viewerMay.edit,
    requestPolicy: 'cache-and-network',
  });
  const trust = round.filter?.trust;
  const [{ data: trusts }] = useQuery({ query: HealthTrusts_query, pause: !trust });
  const [asking, setAsking] = useState<'open' | 'cancel' | null>(null);
  const [, open] = useMutation(OpenReviewRound);
  const [, cancel] = useMutation(CancelReviewRound);
  const which = { input: { id, expectedVersion: version } };
  const day = (date: string) => formatDate(date, { dateStyle: 'long', timeZone: 'UTC' });
  const everybody = formatMessage({ id: 'round.everybody' });
  const nameOf = (id: string) => trusts?.healthTrusts.find((it) => it.id === id)?.name ?? '';
  const whom = round.audienceName ?? (round.text || (trust ? nameOf(trust) : everybody));
  const facts: readonly [string, string][] = [
    [formatMessage({ id: 'round.whom' }), whom],
    [formatMessage({ id: 'round.asks' }), formatMessage({ id: `round.asks.${round.asks}` })],
    [formatMessage({ id: 'round.opensOn' }), day(round.opensOn)],
    [formatMessage({ id: 'round.dueOn' }), day(round.dueOn)],
    [
      formatMessage({ id: 'round.reminders' }),
      formatList(
        round.reminderDays.map((days) => formatMessage({ id: 'round.afterDays' }, { days })),
      ) || formatMessage({ id: 'round.noReminders' }),
    ],
    [
      formatMessage({ id: 'round.lastCall' }),
      round.lastCallDays
        ? formatMessage({ id: 'round.beforeDays' }, { days: round.lastCallDays })
        : formatMessage({ id: 'round.noReminders' }),
    ],
    [formatMessage({ id: 'round.signedBy' }), round.signedBy],
  ];
  const reached = result.data?.dryRunReviewRound.reached ?? 0;

  return (
    <>
      <Section id="utkast" title={formatMessage({ id: 'round.plan' })}>
        <dl className="round-facts">
          {facts
            .filter(([, value]) => value)
            .map(([label, value]) => (
              <div key={label} style={{ display: 'contents' }}>
                <dt>{label}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
        </dl>
      </Section>
      {viewerMay.edit && (
        <Section id="provekjoring" title={formatMessage({ id: 'round.dryRun' })}>
          <Loaded result={result} waiting={<Skeleton lines={6} />}>
            {({ dryRunReviewRound }) => <DryRun roundId={id} run={dryRunReviewRound} />}
          </Loaded>
          <div className="round-actions">
            <button
              type="button"
              className="ds-button"
              disabled={reached === 0}
              onClick={() => setAsking('open')}
            >
              {formatMessage({ id: 'round.openIt' })}
            </button>
            <button
              type="button"
              className="ds-button"
              data-variant="secondary"
              onClick={() => setAsking('cancel')}
            >
              {formatMessage({ id: 'round.cancel' })}
            </button>
          </div>
        </Section>
      )}
      {asking === 'open' && (
        <FormDialog
          name={`open ${id}`}
          title={formatMessage({ id: 'round.openNamed' }, { name })}
          action={formatMessage({ id: 'round.openIt' })}
          onClose={() => setAsking(null)}
          submit={async () => {
            const { error } = await open(which, context);
            return error ? toProblem(error) : null;
          }}
        >
          <p>
            {formatMessage(
              { id: 'round.openWhat' },
              {
                reached,
                rest: (result.data?.dryRunReviewRound.total ?? 0) - reached,
                day: day(round.opensOn),
                reminders: round.reminderDays.length + (round.lastCallDays ? 1 : 0),
              },
            )}
          </p>
          <p>{formatMessage({ id: 'round.openFinal' })}</p>
        </FormDialog>
      )}
      {asking === 'cancel' && (
        <FormDialog
          name={`cancel ${id}`}
          title={formatMessage({ id: 'round.cancelNamed' }, { name })}
          action={formatMessage({ id: 'round.cancel' })}
          onClose={() => setAsking(null)}
          submit={async () => {
            const { error } = await cancel(which, context);
            return error ? toProblem(error) : null;
          }}
        >
          <p>{formatMessage({ id: 'round.cancelWhat' })}</p>
        </FormDialog>
      )}
    </>
  );
}
