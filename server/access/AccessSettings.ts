import type pg from 'pg';

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
  readonly pool: Pick<pg.Pool, 'query'>;
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
