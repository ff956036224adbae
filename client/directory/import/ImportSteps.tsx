import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { importPath } from '#client/paths.ts';

/** Stegene. Where one is, and the way back while nothing is written. */
export function ImportSteps({
  id,
  state,
  step,
}: {
  id: string;
  state: string;
  step: string | null;
}) {
  const { formatMessage } = useIntl();
  const isOpen = state === 'READY';
  const isWritten = state === 'APPLYING' || state === 'DONE';
  const current = isWritten ? 2 : step === 'kolonner' ? 0 : 1;
  const steps = [
    { label: 'import.step.columns', address: importPath(id, { steg: 'kolonner' }) },
    { label: 'import.step.rows', address: importPath(id) },
    { label: 'import.step.done', address: null },
  ] as const;

  return (
    <nav aria-label={formatMessage({ id: 'import.steps' })}>
      <ol className="import-steps">
        {steps.map(({ label, address }, at) => (
          <li key={label} aria-current={at === current ? 'step' : undefined}>
            {isOpen && address && at !== current ? (
              <Link href={address}>{formatMessage({ id: label })}</Link>
            ) : (
              formatMessage({ id: label })
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
