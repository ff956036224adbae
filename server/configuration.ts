import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

import type { OpenIdSettings } from './access/AccessSettings.ts';
import { type ClientKey, clientKeyIn } from './access/ClientKey.ts';
import { LaunchProblem } from './launch/LaunchProblem.ts';
import { checkSending, sendingIn, sendingShape, type SendingSettings } from './sendingSettings.ts';

/** A database that somebody else runs. */
export interface GivenDatabase {
  readonly url: string;
  /** The role that may alter tables. Without one, `url` may. */
  readonly migrateUrl: string | null;
  readonly replicaUrls: readonly string[];
}

/** Oppsett. Everything that can be set from outside, read once. */
export interface Configuration {
  readonly host: string;
  readonly port: number;
  /** Null: any free one. */
  readonly metricsPort: number | null;
  /** Where browsers find us. Null: on localhost, at the port that we get. */
  readonly publicUrl: URL | null;
  readonly dataDir: string;
  /** Null: the embedded one, in the data folder. */
  readonly database: GivenDatabase | null;
  /** Seals personal values. Null: the demo's own, in the data folder. */
  readonly key: Uint8Array | null;
  readonly isDemo: boolean;
  readonly openId: OpenIdSettings | null;
  /** Who letters are from. Null: samband@ the name of PUBLIC_URL. */
  readonly mailFrom: string | null;
  readonly smtpUrl: string | null;
  readonly sending: SendingSettings;
  readonly logLevel: string | null;
  /** Which proxies are believed when they say whom a request is from. Null: whoever connects is whom it is from. */
  readonly trustProxy: number | readonly string[] | null;
  /** Whether questions are counted, and too many refused. */
  readonly hasRateLimits: boolean;
  /** Where holes are reported. Null: the page about Samband tells. */
  readonly securityContact: string | null;
  /** Whether the directory is kept in memory, for searches. */
  readonly hasSearchIndex: boolean;
  /** Where the registers of others are asked; null for one that is not. */
  readonly registers: { readonly brreg: URL | null; readonly klass: URL | null };
  /** Whom those who run them may write to. Null: the page about Samband tells. */
  readonly registerContact: string | null;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const port = z
  .string()
  .refine(
    (text) => /^\d+$/.test(text) && Number(text) <= 65_535,
    'must be a number from 0 to 65535',
  )
  .transform(Number);

const address = (protocols: readonly string[], example: string) =>
  z.string().refine((text) => {
    const url = URL.parse(text);
    return url !== null && protocols.includes(url.protocol);
  }, `must be an address such as ${example}`);

const postgres = address(
  ['postgres:', 'postgresql:'],
  'postgres://user:password@database.example.no:5432/samband',
);

const web = address(['https:', 'http:'], 'https://samband.example.no');

const publicUrl = web
  .transform((text) => new URL(text))
  .refine(({ pathname, search, hash }) => pathname === '/' && !search && !hash, {
    message: 'must be an address without a path, such as https://samband.example.no',
  });

const register = web.transform((text) => new URL(text)).optional();

const key = z
  .string()
  .transform((text) => Buffer.from(text, /^[\da-f]{64}$/i.test(text) ? 'hex' : 'base64'))
  .refine(
    ({ length }) => length === 32,
    'must be 32 bytes in base64 or hex: "openssl rand -base64 32" makes them',
  );

const clientKey = z.string().transform((text, context): ClientKey => {
  const read = clientKeyIn(text);
  if (read) return read;
  context.addIssue({
    code: 'custom',
    message:
      'must be a private key as a JWK, in JSON or base64 of it: EC (P-256, P-384, P-521), or RSA of 2048 bits or more',
  });
  return z.NEVER;
});

/** Several, apart by commas or spaces. */
const list = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .refine(({ length }) => length > 0, 'must name something');
/** A proxy that anybody can pretend to be is no proxy to believe, so there is no way to say "all". */
const trustProxy = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine(
    (parts) => parts.every(isProxy) || (parts.length === 1 && /^[1-9]$/.test(parts[0] ?? '')),
    'must be how many proxies stand in front (1), or their addresses (10.0.0.0/8, loopback)',
  )
  .transform((parts) => (/^\d$/.test(parts[0] ?? '') ? Number(parts[0]) : parts));

function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  const most = family === 4 ? 32 : 128;
  return (
    family !== 0 &&
    !more.length &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= most))
  );
}

const environment = z
  .object({
    BRREG_URL: register,
    DATABASE_MIGRATE_URL: postgres.optional(),
    DATABASE_REPLICA_URLS: z
      .string()
      .transform((text) => text.split(',').map((url) => url.trim()))
      .pipe(z.array(postgres))
      .optional(),
    DATABASE_URL: postgres.optional(),
    HOST: z.string().default('127.0.0.1'),
    KLASS_URL: register,
    LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).optional(),
    MAIL_FROM: z.email('must be an e-mail address, such as samband@example.no').optional(),
    ...sendingShape,
    METRICS_PORT: port.optional(),
    NODE_ENV: z.string().optional(),
    OIDC_ACR_CLAIM: z.string().optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_KEY: clientKey.optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_ISSUER: web.optional(),
    OIDC_NAME_CLAIM: z
      .string()
      .refine(
        (name) => !/pid$|^sub$/.test(name),
        'must name what somebody is called, never a number',
      )
      .optional(),
    OIDC_REQUIRED_ACR: list.optional(),
    OIDC_SCOPES: list
      .refine((scopes) => scopes.includes('openid'), 'must have openid among them')
      .optional(),
    OIDC_STEP_UP_ACR: list.optional(),
    OIDC_TENANTS: list.optional(),
    PORT: port.default(4000),
    PUBLIC_URL: publicUrl.optional(),
    REGISTER_CONTACT: z.email('must be an e-mail address, such as samband@example.no').optional(),
    SAMBAND_DATA_DIR: z.string().default('.data'),
    SAMBAND_DEMO: z.enum(['auto', 'on', 'off'], 'must be auto, on or off').default('auto'),
    SAMBAND_KEY: key.optional(),
    SAMBAND_RATE_LIMITS: z.enum(['auto', 'on', 'off'], 'must be auto, on or off').default('auto'),
    SAMBAND_SEARCH_INDEX: z.enum(['on', 'off'], 'must be on or off').default('on'),
    SECURITY_CONTACT: address(['mailto:', 'https:'], 'mailto:security@example.no').optional(),
    SMTP_URL: address(['smtp:', 'smtps:'], 'smtp://user:password@mail.example.no:587').optional(),
    TRUST_PROXY: trustProxy.optional(),
  })
  .superRefine((given, context) => {
    const complain = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message });
    const hasKey = given.OIDC_CLIENT_KEY !== undefined;
    const openId = [
      'OIDC_ISSUER',
      'OIDC_CLIENT_ID',
      hasKey ? 'OIDC_CLIENT_KEY' : 'OIDC_CLIENT_SECRET',
    ] as const;
    if (hasKey && given.OIDC_CLIENT_SECRET !== undefined) {
      complain('OIDC_CLIENT_SECRET', 'is one too many beside OIDC_CLIENT_KEY: set one of the two');
    }
    if (openId.some((name) => given[name] !== undefined)) {
      for (const name of openId) {
        if (given[name] === undefined) {
          const orKey = name === 'OIDC_CLIENT_SECRET' ? ' (or OIDC_CLIENT_KEY)' : '';
          complain(name, `is missing: the three OIDC settings go together${orKey}`);
        }
      }
    } else {
      for (const name of beyondTheThree) {
        if (given[name] !== undefined) complain(name, 'says nothing without OIDC_ISSUER');
      }
    }
    if (given.OIDC_ACR_CLAIM && !given.OIDC_REQUIRED_ACR && !given.OIDC_STEP_UP_ACR) {
      complain('OIDC_ACR_CLAIM', 'says nothing without OIDC_REQUIRED_ACR or OIDC_STEP_UP_ACR');
    }
    for (const name of ['DATABASE_MIGRATE_URL', 'DATABASE_REPLICA_URLS'] as const) {
      if (given[name] && !given.DATABASE_URL) complain(name, 'says nothing without DATABASE_URL');
    }
    checkSending(given, complain);
    if (!given.SAMBAND_KEY && !isDemo(given)) {
      complain(
        'SAMBAND_KEY',
        'is missing: "openssl rand -base64 32" makes one, to be kept apart from the database',
      );
    }
  });

const beyondTheThree = [
  'OIDC_ACR_CLAIM',
  'OIDC_NAME_CLAIM',
  'OIDC_REQUIRED_ACR',
  'OIDC_SCOPES',
  'OIDC_STEP_UP_ACR',
  'OIDC_TENANTS',
] as const;

const isDemo = (given: {
  readonly SAMBAND_DEMO: 'auto' | 'on' | 'off';
  readonly DATABASE_URL?: string | undefined;
  readonly NODE_ENV?: string | undefined;
}) =>
  given.SAMBAND_DEMO === 'on' ||
  (given.SAMBAND_DEMO === 'auto' && !given.DATABASE_URL && given.NODE_ENV !== 'production');

/**
 * Reads the environment. Throws all that is wrong with it at once, each in a sentence.
 *
 * A setting that is set to nothing is not set.
 */
export function readConfiguration(
  given: Readonly<Record<string, string | undefined>>,
): Configuration {
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value?.trim()));
  const read = environment.safeParse(set);
  if (!read.success) throw new LaunchProblem(complaints(read.error, set).join('\n'));
  const settings = read.data;
  return {
    host: settings.HOST,
    port: settings.PORT,
    metricsPort: settings.METRICS_PORT || null,
    publicUrl: settings.PUBLIC_URL ?? null,
    dataDir: resolve(settings.SAMBAND_DATA_DIR),
    database: settings.DATABASE_URL
      ? {
          url: settings.DATABASE_URL,
          migrateUrl: settings.DATABASE_MIGRATE_URL ?? null,
          replicaUrls: settings.DATABASE_REPLICA_URLS ?? [],
        }
      : null,
    key: settings.SAMBAND_KEY ?? null,
    isDemo: isDemo(settings),
    openId: openIdIn(settings),
    mailFrom: settings.MAIL_FROM ?? null,
    smtpUrl: settings.SMTP_URL ?? null,
    sending: sendingIn(settings, isDemo(settings)),
    logLevel: settings.LOG_LEVEL ?? null,
    trustProxy: settings.TRUST_PROXY ?? null,
    hasRateLimits:
      settings.SAMBAND_RATE_LIMITS === 'on' ||
      (settings.SAMBAND_RATE_LIMITS === 'auto' && !isDemo(settings)),
    securityContact: settings.SECURITY_CONTACT ?? null,
    hasSearchIndex: settings.SAMBAND_SEARCH_INDEX === 'on',
    registers: { brreg: settings.BRREG_URL ?? null, klass: settings.KLASS_URL ?? null },
    registerContact: settings.REGISTER_CONTACT ?? settings.MAIL_FROM ?? null,
  };
}

function openIdIn(settings: z.infer<typeof environment>): OpenIdSettings | null {
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_KEY: ownKey = null,
    OIDC_CLIENT_SECRET: clientSecret = null,
  } = settings;
  if (!issuer || !clientId || !(ownKey ?? clientSecret)) return null;
  return {
    issuer,
    clientId,
    clientSecret,
    clientKey: ownKey,
    scopes: settings.OIDC_SCOPES ?? null,
    requiredAcr: settings.OIDC_REQUIRED_ACR ?? null,
    stepUpAcr: settings.OIDC_STEP_UP_ACR ?? null,
    acrClaim: settings.OIDC_ACR_CLAIM ?? null,
    nameClaim: settings.OIDC_NAME_CLAIM ?? null,
    tenants: settings.OIDC_TENANTS ?? null,
  };
}

const secret = /KEY|SECRET|TOKEN|_URLS?$/;

/** What is shown on a screen must not give a password away. */
function complaints(
  { issues }: z.ZodError,
  given: Readonly<Record<string, string | undefined>>,
): string[] {
  return issues.map(({ path, message }) => {
    const name = String(path[0]);
    const value = given[name];
    const isShown = value !== undefined && !secret.test(name);
    return `${name} ${message}${isShown ? `, and is "${value}"` : ''}.`;
  });
}
