import { type ReactNode, useEffect } from 'react';
import { useIntl } from 'react-intl';
import { Link, useLocation, useSearch } from 'wouter';

import { OtherViewerNotice } from './access/OtherViewerNotice.tsx';
import { PurposeStrip } from './access/PurposeStrip.tsx';
import { useMay, useViewer } from './access/viewer.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { LanguageLinks } from './language/LanguageLinks.tsx';
import { Menu } from './Menu.tsx';
import { crisisPath, roundsPath, workPath } from './paths.ts';
import { ShortcutKeys } from './ShortcutKeys.tsx';
import { keepFocus } from './ui/keepFocus.ts';
import { keepFormsOfPage } from './ui/keptForms.ts';
import { OfferedUndo, UndoProvider } from './ui/OfferedUndo.tsx';
import { useLater } from './ui/useLater.ts';
import { Wordmark } from './ui/Wordmark.tsx';

const breakGlassBanner = async () =>
  (await import('./access/crisis/BreakGlassBanner.tsx')).BreakGlassBanner;

/** Rammen: what stands around every screen. */
export function Shell({ children }: { children: ReactNode }) {
  const { formatMessage } = useIntl();
  const [path] = useLocation();
  const viewer = useViewer();
  const declares = useMay('crisis.declare');
  const opens = useMay('breakGlass.open');
  const reviews = useMay('breakGlass.review');
  const works = useMay('work.read');
  const leadsRounds = useMay('review.run');
  const emergency = useLater(breakGlassBanner, opens || reviews);
  const isMap = new URLSearchParams(useSearch()).get('view') === 'map';

  useEffect(keepFocus, []);
  useEffect(keepFormsOfPage, []);

  return (
    <UndoProvider>
      <a className="skip-link" href="#main">
        {formatMessage({ id: 'shell.skip' })}
      </a>
      <header className="shell-header">
        <Link href="/" className="home" aria-label={formatMessage({ id: 'shell.home' })}>
          <Wordmark />
        </Link>
        {viewer !== null && (
          <nav aria-label={formatMessage({ id: 'shell.mainMenu' })}>
            <Link href="/" aria-current={path === '/' && !isMap ? 'page' : undefined}>
              {formatMessage({ id: 'shell.search' })}
            </Link>
            <Link href="/?view=map" aria-current={path === '/' && isMap ? 'page' : undefined}>
              {formatMessage({ id: 'shell.map' })}
            </Link>
            {(declares || opens) && (
              <Link href={crisisPath} aria-current={path === crisisPath ? 'page' : undefined}>
                {formatMessage({ id: 'crisis.title' })}
              </Link>
            )}
            {works && (
              <Link
                href={workPath}
                className="where-wide"
                aria-current={path === workPath ? 'page' : undefined}
              >
                {formatMessage({ id: 'work.title' })}
              </Link>
            )}
            {leadsRounds && (
              <Link
                href={roundsPath}
                className="where-wide"
                aria-current={path.startsWith(roundsPath) ? 'page' : undefined}
              >
                {formatMessage({ id: 'round.title' })}
              </Link>
            )}
          </nav>
        )}
        <Menu />
      </header>
      <ConnectionBanner />
      <OtherViewerNotice />
      {emergency}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <OfferedUndo />
      <PurposeStrip />
      <footer className="shell-footer">
        <p>{formatMessage({ id: 'shell.purpose' })}</p>
        <LanguageLinks />
        <nav aria-label={formatMessage({ id: 'shell.about' })}>
          <Link href="/tilgjengelighet">{formatMessage({ id: 'shell.accessibility' })}</Link>
          <Link href="/om">{formatMessage({ id: 'shell.about' })}</Link>
          <ShortcutKeys />
        </nav>
      </footer>
    </UndoProvider>
  );
}
