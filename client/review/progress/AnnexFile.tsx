import { useState } from 'react';
import { useIntl } from 'react-intl';

import { useMay } from '#client/access/viewer.ts';
import { fetchFile, saveFile } from '#client/directory/export/fetchFile.ts';
import { annexFilePath } from '#client/paths.ts';
import type { Problem } from '#client/problem.ts';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';

/** Vedlegget som fil, for those who may take files out of the register: it is taken down that they did. */
export function AnnexFile({ id, trust }: { id: string; trust: string | null }) {
  const { formatMessage, locale } = useIntl();
  const may = useMay('register.export');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (!may) return null;

  async function take() {
    setBusy(true);
    setProblem(null);
    const address = annexFilePath(id, trust, locale);
    const fetched = await fetchFile({ address }, new AbortController().signal, () => undefined);
    setBusy(false);
    if (fetched && 'problem' in fetched) setProblem(fetched.problem);
    else if (fetched) saveFile(fetched.file, `${formatMessage({ id: 'annex.title' })}.pdf`);
  }

  return (
    <>
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        disabled={isBusy}
        onClick={() => void take()}
      >
        {formatMessage({ id: 'annex.file' })}
      </button>
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
