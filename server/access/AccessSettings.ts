import type pg from 'pg';

import type { ClientKey } from './ClientKey.ts';

/** Whatever runs a statement and gives its rows by the names of their columns: the pool, or the reader of a request. */
export interface Asking {
  query<Row extends pg.QueryResultRow>(
    query: pg.QueryConfig | string,
    values?: unknown[],
  ): Promise<Pick<pg.QueryResult<Row>, 'rows'>>;
}

/** Where the staff's own identity provider is, and what we ask of it; from the settings that begin with OIDC. */
export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** What we are known by there: this, or a key. The settings see to it that it is one of the two. */
  readonly clientSecret?: string | null;
  readonly clientKey?: ClientKey | null;
  /** What is asked for. `openid profile email` where nothing is said. */
  readonly scopes?: readonly string[] | null;
  /** Sikkerhetsnivå. Those that will do for signing in; null: any. */
  readonly requiredAcr?: readonly string[] | null;
  /** Those that will do for stepping up; null: as for signing in. */
  readonly stepUpAcr?: readonly string[] | null;
  /** The claim that tells the level. `acr` where nothing is said. */
  readonly acrClaim?: string | null;
  /** The claim that tells what somebody is called. Null: the name that they were admitted by. */
  readonly nameClaim?: string | null;
  /** The tenants (`tid`) of the issuer whose people may come; null: all. */
  readonly tenants?: readonly string[] | null;
}

/** What access writes to the log; pino fits. */
export interface AccessLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What access needs of the house. */
export interface AccessSettings {
  readonly pool: Asking;
  /** Where browsers find us. https here means cookies that are bound to it. */
  readonly publicUrl: URL;
  /** 32 secret bytes. */
  readonly key: Uint8Array;
  readonly clock: () => Date;
  /** With no `openId`, the demo brings its own provider, in which everyone chooses whom to be. */
  readonly isDemo: boolean;
  readonly openId: OpenIdSettings | null;
  readonly log: AccessLog;
}
