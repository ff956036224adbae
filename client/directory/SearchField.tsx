import { type RefObject, useId } from 'react';
import { useIntl } from 'react-intl';

/** Søkefeltet. Plain and native: the list below answers each letter, and arrow down goes into it. */
export function SearchField({
  ref,
  text,
  onType,
  onRest,
  onLeaveDown,
  onReach,
}: {
  ref: RefObject<HTMLInputElement | null>;
  text: string;
  onType: (text: string) => void;
  /** The spell of typing is over. */
  onRest: () => void;
  onLeaveDown: () => void;
  /** Straight to the way to reach the first hit. */
  onReach: () => void;
}) {
  const { formatMessage } = useIntl();
  const hintId = useId();

  return (
    <form
      role="search"
      className="search-form"
      onSubmit={(event) => {
        event.preventDefault();
        onRest();
        if (matchMedia('(pointer: coarse)').matches) ref.current?.blur();
      }}
    >
      <label htmlFor="search">{formatMessage({ id: 'directory.ask' })}</label>
      <div className="search-box">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="10.5" cy="10.5" r="6.5" />
          <path d="M15.5 15.5 21 21" />
        </svg>
        <input
          ref={ref}
          id="search"
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          dir="auto"
          maxLength={200}
          aria-describedby={hintId}
          aria-keyshortcuts="/ Control+K Meta+K"
          value={text}
          onChange={(event) => onType(event.target.value)}
          onBlur={onRest}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') {
              event.preventDefault();
              onLeaveDown();
            } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              onReach();
            } else if (event.key === 'Escape' && text) {
              event.preventDefault();
              onType('');
            }
          }}
        />
        {text ? (
          <button
            type="button"
            className="search-clear"
            aria-label={formatMessage({ id: 'directory.clear' })}
            onClick={() => {
              onType('');
              ref.current?.focus();
            }}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M4 4l8 8M12 4l-8 8" />
            </svg>
          </button>
        ) : (
          <kbd aria-hidden="true">/</kbd>
        )}
      </div>
      <p id={hintId} className="ds-sr-only">
        {formatMessage({ id: 'directory.howToSearch' })}
      </p>
    </form>
  );
}
