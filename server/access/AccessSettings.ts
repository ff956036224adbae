import type pg from 'pg';

/** Whatever runs a statement and gives its rows by the names of their columns: the pool, or the reader of a request. */
export interface Asking {
  query<Row extends pg.QueryResultRow>(
    query: pg.QueryConfig | string,
    values?: unknown[],
  ): Promise<pg.QueryResult<Row>>;
}

/** Where the staff's own identity provider is; from OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET. */
export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
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
