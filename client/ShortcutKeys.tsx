import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { useLocation } from 'wouter';

import type { MessageId } from './language/languages.ts';
import { Dialog } from './ui/Dialog.tsx';
import { areSingleKeysOn, keepSingleKeys } from './ui/singleKeys.ts';
import { isWriting } from './ui/isWriting.ts';

const shortcuts: readonly (readonly [keys: string, does: MessageId])[] = [
  ['/', 'shortcut.search'],
  ['Ctrl K', 'shortcut.search'],
  ['Ctrl Enter', 'shortcut.reach'],
  ['↓ ↑', 'shortcut.move'],
  ['Enter', 'shortcut.open'],
  ['→', 'shortcut.across'],
  ['R', 'shortcut.ring'],
  ['X', 'shortcut.choose'],
  ['E', 'shortcut.edit'],
  ['Ctrl Enter', 'shortcut.save'],
  ['Ctrl Z', 'shortcut.undo'],
  ['J K', 'shortcut.work'],
  ['T', 'shortcut.take'],
  ['Esc', 'shortcut.back'],
  ['?', 'shortcut.help'],
];

/** Hurtigtaster: those that work everywhere, and the list of all. Single keys can be turned off, as WCAG 2.1.4 asks. */
export function ShortcutKeys() {
  const { formatMessage } = useIntl();
  const [, navigate] = useLocation();
  const [isShown, setShown] = useState(false);
  const [hasSingleKeys, setSingleKeys] = useState(areSingleKeysOn);

  useEffect(() => {
    function goToSearch() {
      const field = document.querySelector<HTMLInputElement>('#search');
      if (!field) return navigate('/');
      field.focus();
      field.select();
    }
    function handleKey(event: KeyboardEvent) {
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (isCommand && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        goToSearch();
        return;
      }
      if (!hasSingleKeys || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isWriting(event.target) || document.querySelector('dialog[open]')) return;
      if (event.key === '/') {
        event.preventDefault();
        goToSearch();
      } else if (event.key.toLowerCase() === 'e') {
        const button = document.querySelector<HTMLElement>('[data-shortcut="e"]');
        if (!button) return;
        event.preventDefault();
        button.click();
      } else if (event.key === '?') {
        setShown(true);
      }
    }
    addEventListener('keydown', handleKey);
    return () => removeEventListener('keydown', handleKey);
  }, [hasSingleKeys, navigate]);

  function chooseSingleKeys(wanted: boolean) {
    setSingleKeys(wanted);
    keepSingleKeys(wanted);
  }

  return (
    <>
      <button type="button" className="plain-link shortcuts-link" onClick={() => setShown(true)}>
        {formatMessage({ id: 'shell.shortcuts' })}
      </button>
      {isShown && (
        <Dialog title={formatMessage({ id: 'shell.shortcuts' })} onClose={() => setShown(false)}>
          <dl className="shortcuts">
            {shortcuts.map(([keys, does]) => (
              <div key={keys}>
                <dt>
                  {keys.split(' ').map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{formatMessage({ id: does })}</dd>
              </div>
            ))}
          </dl>
          <label className="choice">
            <input
              type="checkbox"
              className="ds-input"
              checked={hasSingleKeys}
              onChange={(event) => chooseSingleKeys(event.target.checked)}
            />
            <span className="choice-label">{formatMessage({ id: 'shortcut.singleKeys' })}</span>
          </label>
        </Dialog>
      )}
    </>
  );
}
