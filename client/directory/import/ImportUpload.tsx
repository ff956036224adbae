import { type DragEvent, useId, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useLocation } from 'wouter';

import { useConnection } from '#client/connection.ts';
import { importPath } from '#client/paths.ts';
import type { Problem } from '#client/problem.ts';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';
import { uploadFile } from './uploadFile.ts';
import { useSaid } from './useSaid.ts';

/** Ta inn en fil. Chosen or dropped; what it says is looked at on the next page. */
export function ImportUpload() {
  const { formatMessage } = useIntl();
  const [, go] = useLocation();
  const isUnreachable = useConnection() === 'unreachable';
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [inputId, hintId] = [useId(), useId()];

  async function bring(file: File | undefined) {
    if (!file || name !== null) return;
    setProblem(null);
    setName(file.name);
    const { id, problem: refusal } = await uploadFile(file);
    setName(null);
    // The same file may be chosen again, once it is mended.
    if (input.current) input.current.value = '';
    if (id) go(importPath(id, { steg: 'kolonner' }));
    else setProblem(refusal ?? null);
  }

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void bring(event.dataTransfer.files[0]);
  };

  return (
    <div
      className={isOver ? 'import-upload is-over' : 'import-upload'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={inputId}>{formatMessage({ id: 'import.choose' })}</label>
      <input
        ref={input}
        id={inputId}
        type="file"
        className="ds-input"
        accept=".csv,.tsv,.txt,.xlsx"
        aria-describedby={hintId}
        disabled={name !== null || isUnreachable}
        onChange={({ target }) => void bring(target.files?.[0])}
      />
      <div id={hintId} className="quiet">
        <p>{formatMessage({ id: 'import.drop' })}</p>
        <p>{formatMessage({ id: 'import.hint' })}</p>
        <p>{formatMessage({ id: 'import.kept' })}</p>
      </div>
      <p role="status">
        {name !== null && formatMessage({ id: 'import.reading' }, { file: name })}
        {isUnreachable && formatMessage({ id: 'import.offline' })}
      </p>
      {problem && <FileProblem problem={problem} />}
    </div>
  );
}

/** A file that will not do is told of in its own words. */
function FileProblem({ problem }: { problem: Problem }) {
  const { formatMessage } = useIntl();
  const said = useSaid();
  const reason = problem.fields['file'];
  if (!reason && problem.code !== 'TOO_LARGE') return <ProblemNote problem={problem} />;
  return (
    <p role="alert" className="ds-alert" data-color="danger">
      {reason ? said('import.file', reason) : formatMessage({ id: 'import.tooLarge' })}
    </p>
  );
}
