import { useState } from 'react';
import { useIntl } from 'react-intl';

import { VisuallyHidden } from './VisuallyHidden.tsx';

/** Kopier. Puts a value on the clipboard and says that it did. Not there where the browser has no clipboard to give. */
export function CopyButton({ value }: { value: string }) {
  const { formatMessage } = useIntl();
  const [copied, setCopied] = useState(false);
  if (!('clipboard' in navigator)) return null;

  async function copy() {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  }

  return (
    <>
      <button
        type="button"
        className="copy-button ds-button"
        data-variant="tertiary"
        data-size="sm"
        onClick={() => void copy()}
        onBlur={() => setCopied(false)}
      >
        {formatMessage({ id: copied ? 'contact.copied' : 'contact.copy' })}
        <VisuallyHidden> {value}</VisuallyHidden>
      </button>
      <span role="status" className="ds-sr-only">
        {copied && formatMessage({ id: 'contact.copiedValue' }, { value })}
      </span>
    </>
  );
}
