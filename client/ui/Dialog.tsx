import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useIntl } from 'react-intl';

const firstField = '.dialog-content :is(input, select, textarea):enabled';

/** Dialog. The browser's own: it holds the focus, closes on Escape and gives the focus back. It begins at its first field, or else at its heading. */
export function Dialog({
  title,
  isSheet = false,
  onClose,
  footer,
  children,
}: {
  title: string;
  /** Fills a phone from its lower edge. */
  isSheet?: boolean;
  onClose: () => void;
  footer?: ReactNode;
  children: ReactNode;
}) {
  const { formatMessage } = useIntl();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // In the layout, for it must be closed while it still stands in the page: only then is the focus given back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    const field = isSheet ? null : element?.querySelector<HTMLElement>(firstField);
    (field ?? element?.querySelector('h2'))?.focus();
    return () => element?.close();
    // Once, when it opens: were it a sheet later, it would close, open and take the focus from where one has gone since.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  return (
    <dialog
      ref={dialog}
      className={isSheet ? 'ds-dialog sheet' : 'ds-dialog'}
      aria-labelledby={titleId}
      // Told late: it may be open again by then.
      onClose={() => !dialog.current?.open && onClose()}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className="dialog-body">
        <header className="dialog-header">
          <h2 id={titleId} tabIndex={-1}>
            {title}
          </h2>
          <button
            type="button"
            className="ds-button"
            data-variant="tertiary"
            onClick={() => dialog.current?.close()}
          >
            {formatMessage({ id: 'shell.close' })}
          </button>
        </header>
        <div className="dialog-content">{children}</div>
        {footer && <footer className="dialog-footer">{footer}</footer>}
      </div>
    </dialog>
  );
}
