import { type ReactNode, useState } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link } from 'wouter';

import { useAsked } from '#client/access/useAsked.ts';
import { useMoment } from '#client/access/useMoment.ts';
import { useMay } from '#client/access/viewer.ts';
import { graphql } from '#client/graphql.ts';
import { NotFoundScreen } from '#client/NotFoundScreen.tsx';
import { crisisPath, readsPath } from '#client/paths.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { Section } from '#client/ui/Section.tsx';
import { AccountForm } from './AccountForm.tsx';
import { BreakGlassState, BreakGlassState_breakGlass } from './BreakGlassState.tsx';
import { CloseBreakGlassDialog } from './CloseBreakGlassDialog.tsx';
import { ConfirmBreakGlassDialog } from './ConfirmBreakGlassDialog.tsx';
import { ReviewForm } from './ReviewForm.tsx';
import '../../ui/profile.css';
import './crisis.css';

export const BreakGlassScreen_query = graphql(
  `
    query BreakGlassScreen($id: ID!) {
      breakGlass(id: $id) {
        id
        version
        userId
        openedBy
        openedAt
        reason
        expiresAt
        closedAt
        confirmedBy
        account
        accountedAt
        finding
        reviewedBy
        reviewedAt
        crisis {
          name
        }
        viewerMay {
          confirm
          close
          accountFor
          review
        }
        ...BreakGlassState_breakGlass
      }
    }
  `,
  [BreakGlassState_breakGlass],
);

/** Nødtilgangen. Who opened it and why, how far it has come, the account of it and what the privacy officer found. */
export function BreakGlassScreen({ id }: { id: string }) {
  const { formatMessage } = useIntl();
  const moment = useMoment();
  const seesReads = useMay('readLog.read');
  const [confirming, askConfirm] = useAsked('bekreft');
  const [isClosing, setClosing] = useState(false);
  const [result] = useQuery({
    query: BreakGlassScreen_query,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });

  return (
    <Loaded result={result}>
      {({ breakGlass: it }) => {
        if (!it) return <NotFoundScreen />;
        const { viewerMay } = it;
        return (
          <Page title={formatMessage({ id: 'crisis.openFor' }, { crisis: it.crisis.name })}>
            <p className="lead">
              <BreakGlassState breakGlass={it} />
            </p>
            <dl className="facts crisis-facts">
              <Fact label="crisis.openedBy">
                <bdi>{it.openedBy}</bdi>, {moment(it.openedAt)}
              </Fact>
              <Fact label="crisis.why">
                <bdi>{it.reason}</bdi>
              </Fact>
              {it.confirmedBy && (
                <Fact label="crisis.confirmedBy">
                  <bdi>{it.confirmedBy}</bdi>
                </Fact>
              )}
            </dl>
            <div className="crisis-actions">
              {viewerMay.confirm && (
                <button type="button" className="ds-button" onClick={() => askConfirm('ja')}>
                  {formatMessage({ id: 'crisis.confirm' })}
                </button>
              )}
              {viewerMay.close && (
                <button
                  type="button"
                  className="ds-button"
                  data-variant="secondary"
                  onClick={() => setClosing(true)}
                >
                  {formatMessage({ id: 'crisis.close' })}
                </button>
              )}
            </div>
            {(it.account !== null || viewerMay.accountFor) && (
              <Section id="redegjorelse" title={formatMessage({ id: 'crisis.account' })}>
                {it.account === null ? (
                  <AccountForm opened={it} />
                ) : (
                  <p className="crisis-told">
                    <bdi>{it.account}</bdi>
                  </p>
                )}
              </Section>
            )}
            {seesReads && (
              <p>
                <Link href={readsBy(it)}>{formatMessage({ id: 'crisis.toReads' })}</Link>
              </p>
            )}
            {(it.finding !== null || viewerMay.review) && (
              <Section id="gjennomgang" title={formatMessage({ id: 'crisis.review' })}>
                {it.finding === null ? (
                  <ReviewForm opened={it} />
                ) : (
                  <p className="crisis-told">
                    <bdi>{it.finding}</bdi>
                  </p>
                )}
              </Section>
            )}
            <p>
              <Link href={crisisPath}>{formatMessage({ id: 'crisis.toAll' })}</Link>
            </p>
            {isClosing && viewerMay.close && (
              <CloseBreakGlassDialog opened={it} onClose={() => setClosing(false)} />
            )}
            {confirming && viewerMay.confirm && (
              <ConfirmBreakGlassDialog opened={it} onClose={() => askConfirm(null)} />
            )}
          </Page>
        );
      }}
    </Loaded>
  );
}

const inOslo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });

/** What they saw by it: what they saw for it, from the day on which it was opened to that on which it ended. */
function readsBy({
  userId,
  openedAt,
  closedAt,
  expiresAt,
}: {
  readonly userId: string;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly expiresAt: string;
}): string {
  const day = (moment: string) => inOslo.format(new Date(moment));
  return `${readsPath}?${new URLSearchParams({
    hvem: userId,
    formal: 'BREAK_GLASS',
    fra: day(openedAt),
    til: day(closedAt ?? expiresAt),
  })}`;
}

function Fact({
  label,
  children,
}: {
  label: 'crisis.openedBy' | 'crisis.why' | 'crisis.confirmedBy';
  children: ReactNode;
}) {
  const { formatMessage } = useIntl();
  return (
    <div>
      <dt>{formatMessage({ id: label })}</dt>
      <dd>{children}</dd>
    </div>
  );
}
