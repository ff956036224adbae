import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { breakGlassPath } from '#client/paths.ts';
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx';
import { BreakGlassState, BreakGlassState_breakGlass } from './BreakGlassState.tsx';

export const BreakGlassRow_breakGlass = graphql(
  `
    fragment BreakGlassRow_breakGlass on BreakGlass {
      id
      version
      userId
      openedBy
      reason
      isOpen
      crisis {
        name
      }
      viewerMay {
        confirm
        accountFor
      }
      ...BreakGlassState_breakGlass
    }
  `,
  [BreakGlassState_breakGlass],
);

/** One that was opened: by whom, in which crisis, why, and how far it has come. */
export function BreakGlassRow({
  breakGlass,
  onConfirm,
}: {
  breakGlass: FragmentOf<typeof BreakGlassRow_breakGlass>;
  onConfirm: (id: string) => void;
}) {
  const { formatMessage } = useIntl();
  const it = readFragment(BreakGlassRow_breakGlass, breakGlass);

  return (
    <li>
      <div>
        <h3>
          <Link href={breakGlassPath(it.id)}>
            <bdi>{it.openedBy}</bdi>: <bdi>{it.crisis.name}</bdi>
          </Link>
        </h3>
        <p>
          <BreakGlassState breakGlass={it} />
        </p>
        <blockquote className="crisis-quote">
          <bdi>{it.reason}</bdi>
        </blockquote>
      </div>
      <div className="crisis-actions">
        {it.viewerMay.confirm && (
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            onClick={() => onConfirm(it.id)}
          >
            {formatMessage({ id: 'crisis.confirm' })} <VisuallyHidden>{it.openedBy}</VisuallyHidden>
          </button>
        )}
        {it.viewerMay.accountFor && (
          <Link href={`${breakGlassPath(it.id)}#redegjorelse`} className="ds-button">
            {formatMessage({ id: 'crisis.giveAccount' })}
          </Link>
        )}
      </div>
    </li>
  );
}
