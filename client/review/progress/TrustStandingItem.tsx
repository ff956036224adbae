import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { annexPath } from '#client/paths.ts';
import { figuresOf, roundStates_figures } from './roundStates.ts';
import { StateBar } from './StateBar.tsx';
import { useMissing } from './useMissing.ts';

export const TrustStandingItem_standing = graphql(
  `
    fragment TrustStandingItem_standing on TrustStanding {
      trustId
      trustName
      answered
      openProposals
      viewerMaySign
      figures {
        ...roundStates_figures
      }
      signOff {
        by
        at
        note
        answered
        total
      }
    }
  `,
  [roundStates_figures],
);

/** Ett foretak: how far it has come, what is missing, and whether somebody stands for it. */
export function TrustStandingItem({
  roundId,
  standing,
  isBusy,
  onSign,
  onTakeBack,
}: {
  roundId: string;
  standing: FragmentOf<typeof TrustStandingItem_standing>;
  isBusy: boolean;
  onSign: () => void;
  onTakeBack: () => void;
}) {
  const { formatMessage, formatDate } = useIntl();
  const it = readFragment(TrustStandingItem_standing, standing);
  const figures = figuresOf(it.figures);
  const missing = useMissing(figures, it.openProposals);
  const { signOff } = it;
  const since = signOff ? it.answered - (signOff.answered ?? it.answered) : 0;

  return (
    <li>
      <h3>
        <bdi>{it.trustName}</bdi>
      </h3>
      <StateBar figures={figures} isThin />
      <p>
        {formatMessage(
          { id: 'signOff.answered' },
          { answered: it.answered, total: figures.total, certain: figures.certain },
        )}{' '}
        {missing
          ? formatMessage({ id: 'signOff.missing' }, { missing })
          : formatMessage({ id: 'signOff.nothingMissing' })}
      </p>
      {signOff && (
        <p>
          <strong>
            {formatMessage(
              { id: 'signOff.signed' },
              {
                by: signOff.by,
                day: formatDate(signOff.at, { dateStyle: 'long', timeZone: 'Europe/Oslo' }),
                answered: signOff.answered ?? 0,
                total: signOff.total ?? 0,
              },
            )}
          </strong>{' '}
          {since > 0 && formatMessage({ id: 'signOff.since' }, { count: since })}
        </p>
      )}
      {signOff?.note && <p className="quiet">{signOff.note}</p>}
      <div className="round-actions">
        {it.viewerMaySign && !signOff && (
          <button type="button" className="ds-button" onClick={onSign}>
            {formatMessage({ id: 'signOff.sign' })}
            <span className="ds-sr-only"> {it.trustName}</span>
          </button>
        )}
        {it.viewerMaySign && signOff && (
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            disabled={isBusy}
            onClick={onTakeBack}
          >
            {formatMessage({ id: 'signOff.takeBack' })}
            <span className="ds-sr-only"> {it.trustName}</span>
          </button>
        )}
        <Link href={annexPath(roundId, it.trustId)}>
          {formatMessage({ id: 'annex.title' })}
          <span className="ds-sr-only"> {it.trustName}</span>
        </Link>
      </div>
    </li>
  );
}
