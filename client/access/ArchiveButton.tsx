import { useState } from 'react';

import type { Problem } from '#client/problem.ts';
import { AccessDialog } from './AccessDialog.tsx';

/** Arkivere. Says first what that is, and asks why. */
export function ArchiveButton({
  id,
  action,
  which,
  what,
  archive,
}: {
  id: string;
  /** What the button does, in a verb. */
  action: string;
  /** Whom or what it is about, as a question. */
  which: string;
  what: string;
  archive: (reason: string | null) => Promise<Problem | null>;
}) {
  const [isAsking, setAsking] = useState(false);

  return (
    <>
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        onClick={() => setAsking(true)}
      >
        {action}
      </button>
      {isAsking && (
        <AccessDialog
          name={`archive ${id}`}
          title={which}
          action={action}
          what={what}
          submit={(values) => archive(String(values.get('reason')) || null)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
