import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link } from 'wouter';

import { maskShown } from '#client/access/shown.ts';
import { useMay, useViewer } from '#client/access/viewer.ts';
import { useConnection } from '#client/connection.ts';
import { graphql, type ResultOf } from '#client/graphql.ts';
import { breakGlassPath, crisisPath } from '#client/paths.ts';
import { CloseBreakGlassDialog } from './CloseBreakGlassDialog.tsx';
import { inHours, useMinutesLeft } from './timeLeft.ts';
import { useAskedWhileHere } from './useAskedWhileHere.ts';
import { useDay } from './useDay.ts';
import { useUntil } from './useUntil.ts';
import './crisis.css';

export const BreakGlassBanner_query = graphql(`
  query BreakGlassBanner {
    breakGlasses {
      id
      version
      userId
      isOpen
      secondsLeft
      expiresAt
      accountDueAt
      isLate
      crisis {
        name
      }
      viewerMay {
        accountFor
        review
      }
    }
  }
`);

type Opened = ResultOf<typeof BreakGlassBanner_query>['breakGlasses'][number];

const context = { additionalTypenames: ['BreakGlass', 'Crisis'] };

/**
 * Nødtilgangen, på hver skjerm. For whoever has opened it: what it is for, until when, and that the account is due; it goes when that is
 * given, and not before. For the privacy officer: that something is open, or waits. Nobody else is asked about.
 */
export function BreakGlassBanner() {
  const viewer = useViewer();
  const connection = useConnection();
  const opens = useMay('breakGlass.open');
  const reviews = useMay('breakGlass.review');
  const isKept = opens || reviews;
  const isGone = connection === 'signed-out' || connection === 'other-viewer';
  const [{ data }, ask] = useQuery({
    query: BreakGlassBanner_query,
    pause: !isKept || isGone,
    context,
  });
  const askAnew = () => isKept && !isGone && ask({ requestPolicy: 'network-only' });
  const all = data?.breakGlasses ?? [];
  const own = all.find(
    ({ userId, isOpen, viewerMay }) => userId === viewer?.id && (isOpen || viewerMay.accountFor),
  );
  const openId = own?.isOpen ? own.id : null;
  // It may also end by its time, or in another tab.
  useEffect(() => (openId === null ? undefined : maskShown), [openId]);
  useAskedWhileHere(askAnew, {
    isWatched: isKept && (own?.isOpen === true || reviews),
  });

  if (!isKept || isGone) return null;
  return (
    <>
      {own?.isOpen && <OpenNotice own={own} onTimeUp={askAnew} />}
      {own && !own.isOpen && <DueNotice own={own} />}
      {reviews && <OfficersNotice all={all} />}
    </>
  );
}

function OpenNotice({ own, onTimeUp }: { own: Opened; onTimeUp: () => void }) {
  const { formatMessage } = useIntl();
  const until = useUntil();
  const [isClosing, setClosing] = useState(false);
  const minutes = useMinutesLeft(own);
  const hours = inHours(minutes);
  const isTimeUp = minutes === 0;
  useEffect(() => {
    if (isTimeUp) onTimeUp();
    // Once when time is up: with the function among its reasons it would ask again at each drawing, for it is another each time.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isTimeUp]);

  return (
    <aside className="crisis-banner" aria-label={formatMessage({ id: 'crisis.banner' })}>
      <div>
        <p role="status">
          <strong>
            {formatMessage(
              { id: 'crisis.openFor' },
              { crisis: <bdi key="crisis">{own.crisis.name}</bdi> },
            )}
          </strong>{' '}
          {formatMessage({ id: 'crisis.openUntil' }, { until: until(own.expiresAt) })}
        </p>
        <p>
          {formatMessage({ id: 'crisis.eachLookLogged' })}{' '}
          {hours === null
            ? formatMessage({ id: 'crisis.minutesLeft' }, { minutes })
            : formatMessage({ id: 'crisis.hoursLeft' }, { hours })}
        </p>
      </div>
      <div className="crisis-banner-actions">
        <Link href={breakGlassPath(own.id)}>{formatMessage({ id: 'crisis.about' })}</Link>
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          onClick={() => setClosing(true)}
        >
          {formatMessage({ id: 'crisis.close' })}
        </button>
      </div>
      {isClosing && <CloseBreakGlassDialog opened={own} onClose={() => setClosing(false)} />}
    </aside>
  );
}

function DueNotice({ own }: { own: Opened }) {
  const { formatMessage } = useIntl();
  const day = useDay();

  return (
    <aside className="crisis-banner is-due" aria-label={formatMessage({ id: 'crisis.banner' })}>
      <p role="status">
        <strong>
          {formatMessage(
            { id: own.isLate ? 'crisis.accountIsLate' : 'crisis.accountIsDue' },
            { day: day(own.accountDueAt) },
          )}
        </strong>{' '}
        <bdi>{own.crisis.name}</bdi>
      </p>
      <Link
        href={`${breakGlassPath(own.id)}#redegjorelse`}
        className="ds-button"
        // Where one is there already, nothing else would happen.
        onClick={() => document.querySelector<HTMLElement>('#redegjorelse textarea')?.focus()}
      >
        {formatMessage({ id: 'crisis.giveAccount' })}
      </Link>
    </aside>
  );
}

function OfficersNotice({ all }: { all: readonly Opened[] }) {
  const { formatMessage } = useIntl();
  const open = all.filter(({ isOpen }) => isOpen).length;
  const waiting = all.filter(({ viewerMay }) => viewerMay.review).length;
  const isAny = open + waiting > 0;

  return (
    <aside
      className="crisis-banner is-officers"
      aria-label={formatMessage({ id: 'crisis.officersBanner' })}
      hidden={!isAny}
    >
      <p role="status">
        {open > 0 && formatMessage({ id: 'crisis.someOpen' }, { count: open })}{' '}
        {waiting > 0 && formatMessage({ id: 'crisis.someWait' }, { count: waiting })}
      </p>
      <Link href={crisisPath}>{formatMessage({ id: 'crisis.see' })}</Link>
    </aside>
  );
}
