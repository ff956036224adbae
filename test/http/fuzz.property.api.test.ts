import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import fc from 'fast-check';
import { Agent, request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { collectDocuments } from '#server/launch/collectDocuments.ts';
import { holdingsOf } from '#test/common/question/Holdings.ts';
import { runs } from '#test/common/question/runs.ts';
import { Site } from '#test/launch/Site.ts';
import { openSeedWorld } from '#test/support/seedWorld.ts';
import { registerSchema as schema } from '#test/support/registerSchema.ts';
import { schema as wholeSchema } from '#test/support/theSchema.ts';
import { worldOver } from '#test/support/world.ts';
import { randomRequest, type SentRequest } from './randomRequest.ts';
import { sessionOf } from './sessionOf.ts';
import { tokenOf } from './tokenOf.ts';

/** Those who come by a link ask nothing of the API. */
const staffRoles = Object.values(Role).filter(
  (role) => role !== Role.ORGANISATION_CONTACT && role !== Role.PERSON,
);
const atOnce = 40;
const publicUrl = 'https://samband.example.no';
const agent = new Agent({ connections: 8 });

interface Asker {
  readonly who: string;
  readonly site: Site;
  readonly headers: Readonly<Record<string, string>>;
}

const sites: Site[] = [];
const askers: Asker[] = [];
let requests: fc.Arbitrary<SentRequest>;

beforeAll(async () => {
  const database = await openSeedWorld();
  const holdings = await holdingsOf(await worldOver(database), schema);
  const collected = [...collectDocuments('client').values()];
  const documents = new Map(collected.map(({ id, text }) => [id, text]));
  const demo = await Site.open({ database, documents });
  const production = await Site.open({
    database: await openSeedWorld(),
    isDemo: false,
    publicUrl,
    documents,
  });
  sites.push(demo, production);
  for (const [site, url] of [
    [demo, undefined],
    [production, publicUrl],
  ] as const) {
    const at = site === demo ? 'the demo' : 'production';
    askers.push({ who: `a stranger at ${at}`, site, headers: {} });
    askers.push({
      who: `nobody’s token at ${at}`,
      site,
      headers: { authorization: 'Bearer samband_x' },
    });
    for (const role of staffRoles) {
      const authorization = `Bearer ${await tokenOf(site, role)}`;
      askers.push({ who: `${role} by token at ${at}`, site, headers: { authorization } });
      if (role === Role.SYSTEM) continue;
      askers.push({ who: `${role} at ${at}`, site, headers: await sessionOf(site, role, url) });
    }
  }
  const { seed } = runs(1);
  requests = randomRequest({ schema, holdings, wholeSchema, seed, known: [...documents.keys()] });
});

afterAll(async () => {
  await agent.close();
  for (const site of sites) await site[Symbol.asyncDispose]();
});

const internals =
  /node_modules|\/(server|schema|dist)\/|\bat .+(\.[cm]?[jt]sx?|node:[\w/]+):\d+:\d+|stacktrace|[A-Z][a-zA-Z]*Error:|\b(select|insert into|update|delete from) .+ (from|where|set|values)\b|\brelation "|\bcolumn "|syntax error at|violates|invalid input syntax|INTERNAL_SERVER_ERROR|ECONNREFUSED/;

/** What is wrong with the answer. An answer with data may well hold any of these words: they are somebody's. */
async function fault(asker: Asker, sent: SentRequest): Promise<string | null> {
  // Production here has no identity provider, and says so at its door with 503.
  const { port } = sent.path.startsWith('/signin') ? (sites[0] as Site) : asker.site;
  const answer = await request(`http://127.0.0.1:${port}${sent.path}`, {
    dispatcher: agent,
    method: sent.method as 'POST',
    headers: { ...sent.headers, ...asker.headers },
    body: sent.body,
  });
  const bytes = Buffer.from(await answer.body.arrayBuffer());
  const isPacked = answer.headers['content-encoding'] !== undefined;
  const text = isPacked ? '' : bytes.toString();
  const type = String(answer.headers['content-type'] ?? '');
  if (answer.statusCode >= 500) return `${answer.statusCode}: ${text}`;
  if (bytes.length && !/; charset=utf-8$|^image\/svg\+xml/i.test(type)) return `is of type ${type}`;
  if (/"code":"FAULT"/.test(text)) return text;
  const told = /"errors":/.test(text) || !type.includes('json') ? text : '';
  return internals.exec(told.replace(/"data":.*/s, ''))?.[0] ?? null;
}

function heapInMegabytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

test('whatever is sent, by whomever, is answered, and with nothing of how we are made', async () => {
  const anybody = fc.nat(askers.length - 1);
  const batches = fc.array(fc.tuple(anybody, requests), { minLength: atOnce, maxLength: atOnce });
  const halfway = 125;
  let batch = 0;
  let atHalf = 0;

  await fc.assert(
    fc.asyncProperty(batches, async (sent) => {
      batch += 1;
      if (batch === halfway) atHalf = heapInMegabytes();
      const faults = await Promise.all(
        sent.map(async ([at, one]) => {
          const asker = askers[at] as Asker;
          const wrong = await fault(asker, one);
          return wrong === null ? [] : [{ ...one, body: String(one.body), who: asker.who, wrong }];
        }),
      );
      expect(faults.flat()).toEqual([]);
    }),
    { ...runs(250), endOnFailure: true },
  );

  expect(batch).toBeGreaterThanOrEqual(2 * halfway);
  // Twice as many requests leave no more behind than what is kept on purpose.
  expect(heapInMegabytes() - atHalf).toBeLessThan(60);
});

test('of all that, the log has one line each, and nothing that is somebody’s', async () => {
  const secrets = askers.flatMap(({ headers }) =>
    Object.values(headers)
      .filter((value) => value.length > 20)
      .map((value) => value.split(/[ =]/)[1] ?? value),
  );
  for (const { logged, database } of sites) {
    expect(logged.length).toBeGreaterThan(1_000);
    for (const line of logged) {
      expect(line.indexOf('\n')).toBe(line.length - 1);
      const { level, time, msg } = JSON.parse(line) as { level: number; time: number; msg: string };
      // Nothing was a fault of ours.
      expect([level < 50, time > 0, typeof msg, line]).toEqual([true, true, 'string', line]);
    }
    const all = logged.join('');
    for (const secret of secrets) expect(all).not.toContain(secret);
    expect(all).not.toContain('\u001b');
    expect(all).not.toMatch(/@[\w.-]+\.(example|no)\b|\+47\d{8}/);
    const { rows } = await database.pool.query<{ name: string }>(
      `select given_name || ' ' || family_name as name from person`,
    );
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter(({ name }) => all.includes(name))).toEqual([]);
  }
});
