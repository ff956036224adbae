import { hashOf } from './secret.ts';
import type { Viewer } from './Viewer.ts';
import type { Credential } from './Credential.ts';
import { isSameScope } from './scope.ts';

const most = 1_000;

/**
 * Gjenkjenning. Who held a credential when it was last looked up: a good guess at who holds it now, and never more than that.
 *
 * A guess saves a way to the database and back: what is asked for is read for whom it seems to be, while the one who it is is looked up
 * beside it. No answer leaves before that has come, and none where it is another.
 */
export class Recognition {
  readonly #holders = new Map<string, Viewer>();

  guess(credential: Credential): Viewer | null {
    return this.#holders.get(keyOf(credential)) ?? null;
  }

  /** Remembers whom the credential turned out to be of. */
  learn(credential: Credential, viewer: Viewer | null): void {
    const key = keyOf(credential);
    this.#holders.delete(key);
    if (!viewer) return;
    const [oldest] = this.#holders.keys();
    if (oldest !== undefined && this.#holders.size >= most) this.#holders.delete(oldest);
    this.#holders.set(key, viewer);
  }
}

/** A secret is held nowhere, not in memory either. */
const keyOf = ({ kind, secret }: Credential): string => `${kind} ${hashOf(secret)}`;

/** Whether two lookups found the same, with the same rights. */
export const isSameViewer = (one: Viewer | null, other: Viewer | null): boolean =>
  one?.id === other?.id &&
  one?.name === other?.name &&
  one?.role === other?.role &&
  one?.via === other?.via &&
  one?.breakGlass === other?.breakGlass &&
  one?.own?.id === other?.own?.id &&
  one?.sessionId === other?.sessionId &&
  one?.steppedUpAt?.getTime() === other?.steppedUpAt?.getTime() &&
  isSameSet(one?.permissions, other?.permissions) &&
  isSameScope(one?.scope ?? null, other?.scope ?? null);

const isSameSet = (
  one: ReadonlySet<unknown> | undefined,
  other: ReadonlySet<unknown> | undefined,
): boolean =>
  one === other ||
  (one !== undefined && other !== undefined && one.symmetricDifference(other).size === 0);
