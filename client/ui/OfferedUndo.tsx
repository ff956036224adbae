import {
  createContext,
  type FocusEvent,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useIntl } from 'react-intl';

import type { Problem } from '#client/problem.ts';
import { ProblemNote } from './ProblemNote.tsx';
import { isWriting } from './isWriting.ts';
import './OfferedUndo.css';

/** What was just done, and how it is taken back. */
export interface Undoable {
  /** What was done, in a sentence. */
  readonly text: string;
  /** Resolves to null when it is taken back. */
  readonly undo: () => Promise<Problem | null>;
}

interface Offer {
  readonly offered: Undoable | null;
  readonly offerUndo: (done: Undoable | null) => void;
}

const CurrentOffer = createContext<Offer>({ offered: null, offerUndo: () => undefined });

/** Lets a screen offer to take back what was just done, for ten seconds; the latest deed takes the place of the one before. */
export const useOfferUndo = () => use(CurrentOffer).offerUndo;

/** Stands around all that may offer it, for the screen where it was done may be gone by then. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const [offered, offerUndo] = useState<Undoable | null>(null);
  return <CurrentOffer value={{ offered, offerUndo }}>{children}</CurrentOffer>;
}

const SECONDS = 10;

/**
 * Angre. A polite note at the foot of the page: what was done, and a button that takes it back. It goes after ten seconds, which do not run
 * while somebody points at it or has the focus in it. Ctrl-Z presses the button from anywhere but a field.
 */
export function OfferedUndo() {
  const { offered, offerUndo } = use(CurrentOffer);
  return (
    <div role="status" className="offered-undo">
      {offered && <Note key={offered.text} offered={offered} onGone={() => offerUndo(null)} />}
    </div>
  );
}

function Note({ offered, onGone }: { offered: Undoable; onGone: () => void }) {
  const { formatMessage } = useIntl();
  const [isHeld, setHeld] = useState(false);
  const [state, setState] = useState<'offered' | 'undoing' | 'undone'>('offered');
  const [problem, setProblem] = useState<Problem | null>(null);
  const left = useRef(SECONDS * 1_000);
  const isRunning = !isHeld && state !== 'undoing' && !problem;

  useEffect(() => {
    if (!isRunning) return undefined;
    const since = Date.now();
    const timer = setTimeout(onGone, left.current);
    return () => {
      left.current -= Date.now() - since;
      clearTimeout(timer);
    };
    // Whoever closes it is the same, drawn anew.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isRunning, state]);

  const undo = useCallback(async () => {
    setState('undoing');
    const refusal = await offered.undo();
    setProblem(refusal);
    setState(refusal ? 'offered' : 'undone');
    left.current = SECONDS * 500;
  }, [offered]);

  useEffect(() => {
    function undoOnCommand(event: KeyboardEvent) {
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isCommand || event.key.toLowerCase() !== 'z' || isWriting(event.target)) return;
      if (state !== 'offered') return;
      event.preventDefault();
      void undo();
    }
    addEventListener('keydown', undoOnCommand);
    return () => removeEventListener('keydown', undoOnCommand);
  }, [state, undo]);

  const leave = ({ currentTarget, relatedTarget }: FocusEvent) =>
    setHeld(currentTarget.contains(relatedTarget));

  return (
    <div
      className="offered-undo-note"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={leave}
    >
      {problem ? (
        <ProblemNote problem={problem} />
      ) : (
        <p>{state === 'undone' ? formatMessage({ id: 'undo.undone' }) : offered.text}</p>
      )}
      {state !== 'undone' && !problem && (
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          disabled={state === 'undoing'}
          onClick={() => void undo()}
        >
          {formatMessage({ id: 'change.undo' })}
        </button>
      )}
      <button type="button" className="plain-link" onClick={onGone}>
        {formatMessage({ id: 'shell.close' })}
      </button>
    </div>
  );
}
