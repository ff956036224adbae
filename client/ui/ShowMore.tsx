import { type ReactNode, useState } from 'react';

/** Vis flere. Holds back the rest of a list until it is asked for, then puts the reader where it begins. */
export function ShowMore({ label, children }: { label: string; children: () => ReactNode }) {
  const [isShown, setShown] = useState(false);

  if (isShown) {
    return (
      <div tabIndex={-1} ref={(element) => element?.focus({ preventScroll: true })}>
        {children()}
      </div>
    );
  }
  return (
    <button
      type="button"
      className="ds-button"
      data-variant="secondary"
      onClick={() => setShown(true)}
    >
      {label}
    </button>
  );
}
