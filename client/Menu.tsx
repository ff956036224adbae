import { useIntl } from 'react-intl';

import { AccessMenu } from './access/AccessMenu.tsx';
import { useViewer } from './access/viewer.ts';
import { LanguageSwitch } from './language/LanguageSwitch.tsx';
import { AppearanceSwitch } from './ui/AppearanceSwitch.tsx';
import { forgetForms } from './ui/keptForms.ts';

/** Who is signed in, how the pages look and speak, and the way out. */
export function Menu() {
  const { formatMessage } = useIntl();
  const viewer = useViewer();

  return (
    <>
      <button type="button" className="menu-button" popoverTarget="menu">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          {viewer ? (
            <path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5a7.5 7.5 0 0 1 15 0" />
          ) : (
            <path d="M4 7h16M4 12h16M4 17h16" />
          )}
        </svg>
        <span className="menu-button-name">
          {viewer ? <bdi>{viewer.name}</bdi> : formatMessage({ id: 'shell.menu' })}
        </span>
      </button>
      <div id="menu" popover="auto" className="menu">
        {viewer && (
          <p className="menu-who">
            <strong>
              <bdi>{viewer.name}</bdi>
            </strong>
            <span>{formatMessage({ id: `role.${viewer.role}` })}</span>
          </p>
        )}
        {viewer && <AccessMenu permissions={viewer.permissions} />}
        <LanguageSwitch />
        <AppearanceSwitch />
        {viewer && (
          <form method="post" action="/signout" onSubmit={forgetForms}>
            <button type="submit" className="ds-button" data-variant="secondary">
              {formatMessage({ id: 'shell.signOut' })}
            </button>
          </form>
        )}
      </div>
    </>
  );
}
