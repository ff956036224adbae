import type { ReactNode } from 'react';

/** A choice among several that may be on or off, with how many it would give. */
export function ChoiceChip({
  name,
  value,
  checked,
  count,
  type = 'checkbox',
  onChange,
  children,
}: {
  name: string;
  value: string;
  checked: boolean;
  count?: string;
  type?: 'checkbox' | 'radio';
  onChange: (checked: boolean) => void;
  children: ReactNode;
}) {
  return (
    <label className="choice">
      <input
        type={type}
        className="ds-input"
        name={name}
        value={value}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="choice-label">{children}</span>{' '}
      {count !== undefined && <span className="choice-count">{count}</span>}
    </label>
  );
}

/** Something that is in force and can be taken away with one press. */
export function RemovableChip({
  removal,
  isQuiet = false,
  onRemove,
  children,
}: {
  /** What the press does, for those who listen. */
  removal: string;
  /** Something we read into the question, not something that was chosen. */
  isQuiet?: boolean;
  onRemove: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      className={isQuiet ? 'removable is-quiet' : 'removable'}
      title={removal}
      onClick={onRemove}
    >
      {children}
      <span className="ds-sr-only">, {removal}</span>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M4 4l8 8M12 4l-8 8" />
      </svg>
    </button>
  );
}
