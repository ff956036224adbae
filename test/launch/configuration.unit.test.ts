import { generateKeyPairSync } from 'node:crypto';

import { expect, test } from 'vitest';

import { readConfiguration } from '#server/configuration.ts';
import { LaunchProblem } from '#server/launch/LaunchProblem.ts';

const someKey = Buffer.alloc(32, 7);

function complaintsAbout(environment: Record<string, string>): string[] {
  try {
    readConfiguration(environment);
  } catch (error) {
    if (error instanceof LaunchProblem) return error.message.split('\n');
    throw error;
  }
  return [];
}

test('without settings it is a demo on this machine', () => {
  expect(readConfiguration({})).toMatchObject({
    host: '127.0.0.1',
    port: 4000,
    publicUrl: null,
    dataDir: `${process.cwd()}/.data`,
    database: null,
    key: null,
    isDemo: true,
    openId: null,
  });
});

test('a setting that is set to nothing is not set', () => {
  expect(readConfiguration({ PORT: '', DATABASE_URL: ' ' })).toEqual(readConfiguration({}));
});

test('the key is read from base64 and from hex', () => {
  for (const encoding of ['base64', 'hex'] as const) {
    const { key } = readConfiguration({ SAMBAND_KEY: someKey.toString(encoding) });
    expect(Buffer.from(key!)).toEqual(someKey);
  }
});

test.each([
  [{}, true],
  [{ NODE_ENV: 'production' }, false],
  [{ NODE_ENV: 'production', SAMBAND_DEMO: 'on' }, true],
  [{ DATABASE_URL: 'postgres://localhost/samband' }, false],
  [{ DATABASE_URL: 'postgres://localhost/samband', SAMBAND_DEMO: 'on' }, true],
  [{ SAMBAND_DEMO: 'off' }, false],
])('%o is a demo: %s', (environment, isDemo) => {
  const withKey = { ...environment, SAMBAND_KEY: someKey.toString('hex') };
  expect(readConfiguration(withKey).isDemo).toBe(isDemo);
});

test('no register of others is asked unless it is said where it is', () => {
  expect(readConfiguration({})).toMatchObject({
    registers: { brreg: null, klass: null },
    registerContact: null,
  });
  expect(
    readConfiguration({ BRREG_URL: 'https://data.brreg.no', MAIL_FROM: 'samband@example.no' }),
  ).toMatchObject({
    registers: { brreg: new URL('https://data.brreg.no'), klass: null },
    registerContact: 'samband@example.no',
  });
  expect(complaintsAbout({ BRREG_URL: 'data.brreg.no', REGISTER_CONTACT: 'oss' })).toEqual([
    'BRREG_URL must be an address such as https://samband.example.no.',
    'REGISTER_CONTACT must be an e-mail address, such as samband@example.no, and is "oss".',
  ]);
});

test('how letters are signed, answered and returned is read, and what does not go together is told', () => {
  expect(readConfiguration({}).sending).toEqual({
    identity: { name: 'Samband', replyTo: null, idDomain: null, returnTo: null },
    mailPace: null,
    mailReportToken: null,
    mailRetryAfter: null,
    sms: null,
  });
  const real = { SAMBAND_DEMO: 'off', SAMBAND_KEY: someKey.toString('hex') };
  expect(readConfiguration(real).sending.mailPace).toEqual({ perMinute: 300, perDomain: 60 });
  const token = 'a'.repeat(64);
  expect(
    readConfiguration({
      MAIL_FROM_NAME: 'Samband Oslo',
      MAIL_REPLY_TO: 'svar@example.no',
      MAIL_ID_DOMAIN: 'Id.example.no',
      MAIL_RETURN_TO: 'retur@example.no',
      MAIL_REPORT_TOKEN: token,
      MAIL_RETRY_AFTER: '30',
      MAIL_PER_MINUTE: '20',
    }).sending,
  ).toEqual({
    identity: {
      name: 'Samband Oslo',
      replyTo: 'svar@example.no',
      idDomain: 'id.example.no',
      returnTo: 'retur@example.no',
    },
    mailPace: { perMinute: 20, perDomain: 20 },
    mailReportToken: token,
    mailRetryAfter: 30,
    sms: null,
  });
  expect(
    complaintsAbout({
      MAIL_FROM_NAME: 'Samband <oss@example.no>',
      MAIL_ID_DOMAIN: 'localhost',
      MAIL_PER_MINUTE: '0',
      MAIL_REPLY_TO: 'oss',
      MAIL_REPORT_TOKEN: 'short',
      MAIL_RETRY_AFTER: 'soon',
      MAIL_RETURN_TO: 'retur+en@example.no',
    }),
  ).toEqual([
    'MAIL_FROM_NAME must be a name of at most 60 characters, such as Samband Oslo, and is "Samband <oss@example.no>".',
    'MAIL_ID_DOMAIN must be a domain, such as samband.example.no, and is "localhost".',
    'MAIL_PER_MINUTE must be a number from 1 to 999999: so many in a minute, and is "0".',
    'MAIL_REPLY_TO must be an e-mail address, such as samband@example.no, and is "oss".',
    'MAIL_REPORT_TOKEN must be 32 characters or more, without spaces: "openssl rand -hex 32" makes them.',
    'MAIL_RETRY_AFTER must be a number from 1 to 99999: so many seconds, and is "soon".',
    'MAIL_RETURN_TO must have a name of at most 39 characters without a +: each letter gets one of its own after it, and is "retur+en@example.no".',
  ]);
  expect(complaintsAbout({ MAIL_RETURN_TO: 'retur@example.no', MAIL_PER_DOMAIN: '400' })).toEqual([
    'MAIL_REPORT_TOKEN is missing: it goes together with MAIL_RETURN_TO.',
    'MAIL_PER_DOMAIN is more than are sent in a minute at all, which is 300, and is "400".',
  ]);
});

test('what text messages need goes together, and is never sent in the open', () => {
  const four = {
    SMS_GATEWAY_URL: 'https://sms.example.no/messages',
    SMS_GATEWAY_TOKEN: 'gateway-token',
    SMS_FROM: 'Samband',
    SMS_REPORT_TOKEN: 'b'.repeat(40),
  };
  expect(readConfiguration({ ...four, SMS_QUIET_HOURS: '22-7' }).sending.sms).toEqual({
    url: four.SMS_GATEWAY_URL,
    token: four.SMS_GATEWAY_TOKEN,
    from: 'Samband',
    reportToken: four.SMS_REPORT_TOKEN,
    pace: { perMinute: 60, perDomain: 2 },
    quietHours: { from: 22, to: 7 },
  });
  expect(
    complaintsAbout({
      ...four,
      SMS_GATEWAY_URL: 'http://sms.example.no',
      SMS_FROM: 'Samband Oslo og omegn',
      SMS_QUIET_HOURS: '21-24',
    }),
  ).toEqual([
    'SMS_FROM must be a word of at most 11 letters and digits, such as Samband, or a number such as +4790000000, and is "Samband Oslo og omegn".',
    'SMS_GATEWAY_URL must be an address over https, such as https://sms.example.no/messages.',
    'SMS_QUIET_HOURS must be two hours, such as 21-8, and is "21-24".',
  ]);
  expect(complaintsAbout({ SMS_PER_MINUTE: '5' })).toEqual([
    'SMS_PER_MINUTE says nothing without SMS_GATEWAY_URL, and is "5".',
  ]);
  const { SMS_FROM: _from, ...three } = four;
  expect(complaintsAbout(three)).toEqual([
    'SMS_FROM is missing: the four settings of text messages go together (SMS_GATEWAY_URL, SMS_GATEWAY_TOKEN, SMS_FROM, SMS_REPORT_TOKEN).',
  ]);
});

test('the search index is on unless it is turned off', () => {
  expect(readConfiguration({}).hasSearchIndex).toBe(true);
  expect(readConfiguration({ SAMBAND_SEARCH_INDEX: 'off' }).hasSearchIndex).toBe(false);
});

test('nobody is believed to be a proxy unless told of', () => {
  expect(readConfiguration({}).trustProxy).toBeNull();
  expect(readConfiguration({ TRUST_PROXY: '1' }).trustProxy).toBe(1);
  expect(readConfiguration({ TRUST_PROXY: '10.0.0.0/8, fd00::/8, loopback' }).trustProxy).toEqual([
    '10.0.0.0/8',
    'fd00::/8',
    'loopback',
  ]);
});

test.each(['true', '0', '*', 'all', '0.0.0.0/0', '::/0', '10.0.0.0/33', 'proxy.example.no', '1,2'])(
  '%s is no proxy to believe',
  (TRUST_PROXY) => {
    expect(complaintsAbout({ TRUST_PROXY })).toEqual([
      `TRUST_PROXY must be how many proxies stand in front (1), or their addresses (10.0.0.0/8, loopback), and is "${TRUST_PROXY}".`,
    ]);
  },
);

test('questions are counted except in a demo, or as one says', () => {
  const real = { SAMBAND_DEMO: 'off', SAMBAND_KEY: someKey.toString('hex') };
  expect(readConfiguration({}).hasRateLimits).toBe(false);
  expect(readConfiguration(real).hasRateLimits).toBe(true);
  expect(readConfiguration({ SAMBAND_RATE_LIMITS: 'on' }).hasRateLimits).toBe(true);
  expect(readConfiguration({ ...real, SAMBAND_RATE_LIMITS: 'off' }).hasRateLimits).toBe(false);
});

test('everything that is wrong is said at once', () => {
  expect(
    complaintsAbout({
      PORT: 'http',
      METRICS_PORT: '70000',
      PUBLIC_URL: 'samband.example.no',
      DATABASE_URL: 'mysql://root:secret@localhost/samband',
      LOG_LEVEL: 'loud',
      SAMBAND_DEMO: 'perhaps',
      SAMBAND_KEY: 'short',
      SAMBAND_SEARCH_INDEX: 'maybe',
    }),
  ).toEqual([
    'DATABASE_URL must be an address such as postgres://user:password@database.example.no:5432/samband.',
    'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, and is "loud".',
    'METRICS_PORT must be a number from 0 to 65535, and is "70000".',
    'PORT must be a number from 0 to 65535, and is "http".',
    'PUBLIC_URL must be an address such as https://samband.example.no.',
    'SAMBAND_DEMO must be auto, on or off, and is "perhaps".',
    'SAMBAND_KEY must be 32 bytes in base64 or hex: "openssl rand -base64 32" makes them.',
    'SAMBAND_SEARCH_INDEX must be on or off, and is "maybe".',
  ]);
});

test('what hangs together is asked for together', () => {
  expect(
    complaintsAbout({
      OIDC_ISSUER: 'https://login.example.no',
      NODE_ENV: 'production',
      DATABASE_MIGRATE_URL: 'postgres://owner@localhost/samband',
    }),
  ).toEqual([
    'OIDC_CLIENT_ID is missing: the three OIDC settings go together.',
    'OIDC_CLIENT_SECRET is missing: the three OIDC settings go together (or OIDC_CLIENT_KEY).',
    'DATABASE_MIGRATE_URL says nothing without DATABASE_URL.',
    'SAMBAND_KEY is missing: "openssl rand -base64 32" makes one, to be kept apart from the database.',
  ]);
});

test('what is asked of the identity provider is read, several at a time', () => {
  const three = {
    OIDC_ISSUER: 'https://login.example.no',
    OIDC_CLIENT_ID: 'samband',
    OIDC_CLIENT_SECRET: 'secret',
  };
  const { openId } = readConfiguration({
    ...three,
    OIDC_SCOPES: 'openid profile',
    OIDC_REQUIRED_ACR: 'idporten-loa-substantial, idporten-loa-high',
    OIDC_STEP_UP_ACR: 'idporten-loa-high',
    OIDC_NAME_CLAIM: 'name',
    OIDC_TENANTS: 'a1b2',
  });

  expect(openId).toEqual({
    issuer: 'https://login.example.no',
    clientId: 'samband',
    clientSecret: 'secret',
    clientKey: null,
    scopes: ['openid', 'profile'],
    requiredAcr: ['idporten-loa-substantial', 'idporten-loa-high'],
    stepUpAcr: ['idporten-loa-high'],
    acrClaim: null,
    nameClaim: 'name',
    tenants: ['a1b2'],
  });
  expect(
    complaintsAbout({
      ...three,
      OIDC_ACR_CLAIM: 'acr',
      OIDC_NAME_CLAIM: 'helseid://claims/identity/pid',
      OIDC_SCOPES: 'profile',
      OIDC_TENANTS: ',',
    }),
  ).toEqual([
    'OIDC_NAME_CLAIM must name what somebody is called, never a number, and is "helseid://claims/identity/pid".',
    'OIDC_SCOPES must have openid among them, and is "profile".',
    'OIDC_TENANTS must name something, and is ",".',
    'OIDC_ACR_CLAIM says nothing without OIDC_REQUIRED_ACR or OIDC_STEP_UP_ACR, and is "acr".',
  ]);
  expect(complaintsAbout({ OIDC_STEP_UP_ACR: 'high' })).toEqual([
    'OIDC_STEP_UP_ACR says nothing without OIDC_ISSUER, and is "high".',
  ]);
});

const ecKey = (namedCurve: string) =>
  generateKeyPairSync('ec', { namedCurve }).privateKey.export({ format: 'jwk' });
const rsaKey = (modulusLength: number) =>
  generateKeyPairSync('rsa', { modulusLength }).privateKey.export({ format: 'jwk' });

test('in place of the secret is a key, in JSON or base64, that nobody reads out again', () => {
  const two = { OIDC_ISSUER: 'https://login.example.no', OIDC_CLIENT_ID: 'samband' };
  const keyOf = (jwk: object, encoding: 'utf8' | 'base64' | 'base64url' = 'utf8') => {
    const OIDC_CLIENT_KEY = Buffer.from(JSON.stringify(jwk)).toString(encoding);
    return readConfiguration({ ...two, OIDC_CLIENT_KEY }).openId?.clientKey;
  };
  const jwk = { ...ecKey('P-256'), kid: 'ours' };
  const rsa = rsaKey(2048);

  for (const encoding of ['utf8', 'base64', 'base64url'] as const) {
    expect(keyOf(jwk, encoding)).toMatchObject({
      kid: 'ours',
      key: { type: 'private', extractable: false, algorithm: { namedCurve: 'P-256' } },
    });
  }
  expect(keyOf(ecKey('P-521'))?.key.algorithm).toMatchObject({ namedCurve: 'P-521' });
  expect(keyOf(rsa)?.key.algorithm).toMatchObject({ name: 'RSA-PSS', hash: { name: 'SHA-256' } });
  expect(keyOf({ ...rsa, alg: 'RS512' })?.key.algorithm).toMatchObject({
    name: 'RSASSA-PKCS1-v1_5',
    hash: { name: 'SHA-512' },
  });
  const { openId } = readConfiguration({ ...two, OIDC_CLIENT_KEY: JSON.stringify(jwk) });
  expect(openId?.clientSecret).toBeNull();
  expect(JSON.stringify(openId)).not.toContain(jwk.d);
});

test('a key that will not do is told of with all else that is wrong, and not shown', () => {
  const wrong =
    'OIDC_CLIENT_KEY must be a private key as a JWK, in JSON or base64 of it: EC (P-256, P-384, P-521), or RSA of 2048 bits or more.';
  const good = ecKey('P-256');
  const { d: _private, ...publicHalf } = good;
  const others = [
    publicHalf,
    rsaKey(1024),
    ecKey('secp256k1'),
    { ...good, alg: 'ES512' },
    { ...good, use: 'enc' },
    { ...good, d: 'AAAA' },
    { kty: 'oct', k: 'AAAA' },
    null,
    [],
  ];
  for (const key of ['no key', '{', ...others.map((other) => JSON.stringify(other))]) {
    expect(complaintsAbout({ OIDC_CLIENT_KEY: key, PORT: 'http' }), key).toEqual([
      wrong,
      'PORT must be a number from 0 to 65535, and is "http".',
    ]);
  }
});

test('it is a secret or a key, and never both', () => {
  const OIDC_CLIENT_KEY = JSON.stringify(ecKey('P-256'));
  expect(
    complaintsAbout({
      OIDC_ISSUER: 'https://login.example.no',
      OIDC_CLIENT_KEY,
      OIDC_CLIENT_SECRET: 'secret',
    }),
  ).toEqual([
    'OIDC_CLIENT_SECRET is one too many beside OIDC_CLIENT_KEY: set one of the two.',
    'OIDC_CLIENT_ID is missing: the three OIDC settings go together.',
  ]);
  expect(complaintsAbout({ OIDC_CLIENT_KEY })).toEqual([
    'OIDC_ISSUER is missing: the three OIDC settings go together.',
    'OIDC_CLIENT_ID is missing: the three OIDC settings go together.',
  ]);
});

test('an address with a path is not where browsers find us', () => {
  expect(complaintsAbout({ PUBLIC_URL: 'https://example.no/samband' })).toEqual([
    'PUBLIC_URL must be an address without a path, such as https://samband.example.no.',
  ]);
});
