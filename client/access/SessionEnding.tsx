import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useClient } from 'urql';

import { becomeSignedOut, lastAnswerAt } from '#client/connection.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { keepForms } from '#client/ui/keptForms.ts';
import { signInAddress } from './returnAddress.ts';
import { Viewer_query } from './viewer.ts';

interface Session {
  readonly id: string;
  readonly secondsLeft: number;
  readonly idleSeconds: number;
}

const second = 1_000;
/** How long before the end one is told. */
const notice = 120 * second;
/** The longest a browser's timer is set for: it is looked at anew at least so often, also after a sleep. */
const longestWait = 30 * second;

/** When it ends, as things are now, and whether that can be put off. */
interface End {
  readonly at: number;
  readonly isFinal: boolean;
}

/** Økten er snart slutt. Says so two minutes before, and lets one stay; when the time is up, it signs out in earnest. */
export function SessionEnding({ session }: { session: Session }) {
  const { formatMessage, formatTime } = useIntl();
  const client = useClient();
  const [end, refresh] = useEnd(session);
  const [dismissed, setDismissed] = useState<number | null>(null);

  if (!end || end.at === dismissed) return null;
  const stay = async () => {
    await client.query(Viewer_query, {}, { requestPolicy: 'network-only' }).toPromise();
    refresh();
  };
  return (
    <Dialog
      title={formatMessage({ id: 'access.endingTitle' })}
      // To close it is to say that one is here.
      onClose={() => (end.isFinal ? setDismissed(end.at) : void stay())}
      footer={
        end.isFinal ? (
          <a className="ds-button" href={signInAddress()} onClick={keepForms}>
            {formatMessage({ id: 'access.signInAgain' })}
          </a>
        ) : (
          <button type="button" className="ds-button" onClick={() => void stay()}>
            {formatMessage({ id: 'access.stay' })}
          </button>
        )
      }
    >
      <div className="prose">
        <p>
          {formatMessage(
            { id: end.isFinal ? 'access.endingFinal' : 'access.endingIdle' },
            { time: formatTime(end.at) },
          )}
        </p>
        <p>{formatMessage({ id: 'access.endingKept' })}</p>
      </div>
    </Dialog>
  );
}

/** When each session that this page has known ends at the latest. */
const finals = new Map<string, number>();

/** The end, once it is near; null while it is far. */
function useEnd({ id, secondsLeft, idleSeconds }: Session): readonly [End | null, () => void] {
  const final = useRef(Infinity);
  const [end, setEnd] = useState<End | null>(null);
  const [turn, setTurn] = useState(0);

  // Counted from when it was told; it never comes later than was told once.
  useEffect(() => {
    final.current = Math.min(finals.get(id) ?? Infinity, Date.now() + secondsLeft * second);
    finals.set(id, final.current);
  }, [id, secondsLeft]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const idle = lastAnswerAt() + idleSeconds * second;
      const at = Math.min(final.current, idle);
      const left = at - Date.now();
      setEnd((known) =>
        left > notice ? null : known?.at === at ? known : { at, isFinal: at === final.current },
      );
      if (left <= 0) {
        void leave();
        return;
      }
      const next = left > notice ? left - notice : left;
      timer = setTimeout(look, Math.min(next, longestWait));
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [id, secondsLeft, idleSeconds, turn]);

  return [end, () => setTurn((it) => it + 1)];
}

/** Ends the session for all, also for the server: whoever finds this browser finds nobody signed in. */
async function leave(): Promise<void> {
  keepForms();
  await fetch('/signout', { method: 'POST', redirect: 'manual' }).catch(() => undefined);
  becomeSignedOut();
}
