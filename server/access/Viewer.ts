import type { Role } from '#schema/access/Role.ts';
import type { Permission } from './permissions.ts';
import type { Scope } from './scope.ts';

/** Eget. A record and those whom it is about. */
export interface OwnRecord {
  readonly kind: 'organisation' | 'person';
  readonly id: string;
}

/** Den påloggede. Who is asking, with everything a rule may want to know. A stranger is `null`. */
export interface Viewer {
  /** Of the staff user, of the token, or of the personal link. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly permissions: ReadonlySet<Permission>;
  /** Where their permissions hold that are not for the whole country. */
  readonly scope: Scope;
  /** What they have opened in a crisis and is open now, by its identifier; null for nothing. */
  readonly breakGlass: string | null;
  readonly via: 'session' | 'token' | 'link' | 'system';
  /** The public name of the session; null for a token. */
  readonly sessionId: string | null;
  /** When they last signed in anew at the provider, in this session; see `ensureSteppedUp`. */
  readonly steppedUpAt: Date | null;
  /** The one record there is for whoever came by a personal link. */
  readonly own?: OwnRecord;
}
