import { randomUUID } from 'node:crypto';

import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { type DocumentNode, type GraphQLFormattedError, print } from 'graphql';
import pg from 'pg';
import { cacheExchange, Client, fetchExchange } from 'urql';
import { inject, test as base } from 'vitest';

import { locales, type Locale } from '#schema/common/Locale.ts';
import { PersonalKey } from '#schema/common/PersonalKey.ts';
import { LinkKey } from '#server/access/link/LinkKey.ts';
import { ReadLog } from '#server/access/ReadLog.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { apiSchema } from '#server/apiSchema.ts';
import { Cursors } from '#server/common/cursor.ts';
import { type Asking, Parcel } from '#server/common/Parcel.ts';
import { Reader } from '#server/common/Reader.ts';
import { WrittenAnswer } from '#server/common/writeAnswer.ts';
import { type Context, createContext, type Surroundings, type Way } from '#server/context.ts';
import { Backlog } from '#server/directory/Backlog.ts';
import { followersOf } from '#server/followers.ts';
import { loggedBeforeSent } from '#server/http/loggedBeforeSent.ts';
import { purposeStated } from '#server/http/purposeStated.ts';
import { writersReadTheDatabase } from '#server/http/writersReadTheDatabase.ts';
import { writtenWherePossible } from '#server/http/writtenWherePossible.ts';
import { type Database, openDatabase, openPool, ormOptions } from '#server/orm.ts';
import { formatError } from '#server/problems.ts';
import { readModelOf } from '#server/readModel.ts';
import { loadVocabulary } from '#server/vocabulary/loadVocabulary.ts';
import { createDatabase, inDatabase, testSecret } from './database.ts';

/** The day of all tests. */
export const today = '2026-11-22';

/** The key of all tests. */
export const personalKey = new PersonalKey(testSecret);

/** From the entities, before there is a database. */
async function relations() {
  const orm = await MikroORM.init(ormOptions(new pg.Pool()));
  return readModelOf(orm.getMetadata()).relations();
}

const server = new ApolloServer<Context>({
  schema: await apiSchema(await relations()),
  includeStacktraceInErrorResponses: false,
  plugins: [
    ApolloServerPluginCacheControlDisabled(),
    purposeStated,
    writtenWherePossible(),
    writersReadTheDatabase,
    loggedBeforeSent,
  ],
  formatError: (formatted, error) => {
    // A fault in a test is told in full: it is the test's subject.
    if (formatted.extensions?.['code'] === 'INTERNAL_SERVER_ERROR') throw error;
    return formatError(formatted, 'test');
  },
});

/** What came of a question. */
export interface Answer<Data = Record<string, never>> {
  readonly data: Data | null | undefined;
  readonly errors: readonly GraphQLFormattedError[] | undefined;
  /** How many statements it took. */
  readonly statements: number;
  /** Whether it was written down from the plan, rather than made by graphql-js. */
  readonly isWritten: boolean;
}

/** A database of one's own, and the API as anyone sees it. */
export class World {
  constructor(
    readonly em: EntityManager,
    readonly pool: pg.Pool,
    private readonly surroundings: Surroundings,
  ) {}

  /** The same, with more of what a server has around it. */
  with(more: Partial<Surroundings>): World {
    return new World(this.em, this.pool, { ...this.surroundings, ...more });
  }

  /** Puts things there. */
  async has(...things: object[]): Promise<void> {
    const em = this.em.fork({ keepTransactionContext: true });
    await em.persist(things).flush();
  }

  context(viewer: Viewer | null, locale: Locale = 'nb', way: Way = 'written'): Context {
    const reader = new Reader(this.pool);
    return createContext(this.surroundings, {
      viewer,
      now: new Date(`${today}T12:00:00Z`),
      today,
      requestId: 'test',
      locale,
      reader,
      way,
    });
  }

  /** Asks the API a question. */
  async ask<Data = Record<string, never>>(
    viewer: Viewer | null,
    query: string | DocumentNode,
    variables: Record<string, unknown> = {},
    locale: Locale = 'nb',
    way: Way = 'written',
  ): Promise<Answer<Data>> {
    const contextValue = this.context(viewer, locale, way);
    const { body } = await server.executeOperation<Data>(
      { query: typeof query === 'string' ? query : print(query), variables },
      { contextValue },
    );
    const { data, errors } = body.kind === 'single' ? body.singleResult : body.initialResult;
    return {
      data: (data instanceof WrittenAnswer ? data.toJSON() : data) as Data | null | undefined,
      errors,
      statements: contextValue.reader.statements,
      isWritten: data instanceof WrittenAnswer,
    };
  }

  /** The application's own client, signed in as someone, with the socket taken out. */
  as(viewer: Viewer | null): Client {
    return new Client({
      url: 'http://in.process/',
      exchanges: [cacheExchange, fetchExchange],
      preferGetMethod: false,
      fetch: async (_url, init) => {
        const { query, variables } = JSON.parse(String(init?.body)) as {
          query: string;
          variables: Record<string, unknown>;
        };
        const asked = new Headers(init?.headers).get('accept-language');
        const locale = locales.find((it) => it === asked) ?? 'nb';
        const { data, errors } = await this.ask(viewer, query, variables, locale);
        return Response.json({ data, errors });
      },
    });
  }
}

/** Opens the API over a database; with more of what a server has around it, for those who ask for that. */
export async function worldOver(
  { pool, orm }: Pick<Database, 'pool' | 'orm'>,
  more: Partial<Surroundings> = {},
): Promise<World> {
  const vocabulary = await loadVocabulary(pool, orm.getMetadata());
  return new World(orm.em.fork(), pool, {
    database: { pool, orm },
    readModel: readModelOf(orm.getMetadata()),
    vocabulary,
    followers: followersOf(vocabulary),
    backlog: new Backlog(pool),
    cursors: new Cursors(testSecret),
    personalKey,
    linkKey: new LinkKey(testSecret),
    readLog: new ReadLog(pool, () => undefined),
    unforeseen: () => undefined,
    ...more,
  });
}

/** Of this worker, whose tests come one after the other. */
function sharedUrl(): string {
  const url = inject('sharedUrls')[Number(process.env['VITEST_POOL_ID']) - 1];
  if (!url) throw new Error(`No database for worker ${process.env['VITEST_POOL_ID']}`);
  return url;
}

/** A pool of one connection that is never given back: everybody in a test shares its transaction. */
async function pinnedPool(url: string): Promise<{ pool: pg.Pool; close: () => Promise<void> }> {
  const real = openPool({ url, poolSize: 1 });
  const client = await real.connect();
  let last: Promise<unknown> = Promise.resolve();
  let depth = 0;
  /** Inside the test's own transaction, a transaction is a savepoint. */
  const ran = async (...args: Parameters<typeof client.query>) => {
    const [parcel] = args as unknown[];
    if (parcel instanceof Parcel) {
      const isReading = !parcel.asked.some(({ text }) => text === 'begin' || text === 'commit');
      const sent = isReading ? parcel : new Parcel(nested(parcel), client, 'whole');
      return void client.query(sent as pg.Submittable);
    }
    // pg's query has many signatures; all begin with a text or with something that has one.
    const [asked] = args as unknown as [string | { text: string }];
    const text = typeof asked === 'string' ? asked : asked.text;
    if (text === 'begin') {
      depth += 1;
      return depth === 1 ? client.query(...args) : client.query(`savepoint nested_${depth}`);
    }
    if (text !== 'commit' && text !== 'rollback') return client.query(...args);
    if (depth <= 1) return client.query(...args);
    if (text === 'rollback') await client.query(`rollback to savepoint nested_${depth}`);
    const answer = await client.query(`release savepoint nested_${depth}`);
    depth -= 1;
    return answer;
  };
  /** The same of those that travel with others. */
  const nested = ({ asked }: Parcel) =>
    asked.map((it): Asking => {
      const to = (text: string) => ({ ...it, name: text, text });
      if (it.text === 'begin') {
        depth += 1;
        return depth === 1 ? it : to(`savepoint nested_${depth}`);
      }
      if (it.text !== 'commit' || depth <= 1) return it;
      const reject = (error: unknown) => {
        depth += 1;
        it.reject(error);
      };
      depth -= 1;
      return { ...to(`release savepoint nested_${depth + 1}`), reject };
    });
  /** One connection does one thing at a time; those who share it wait for each other. */
  const query = (...args: Parameters<typeof client.query>) => {
    const next = last.then(() => ran(...args));
    last = next.catch(() => undefined);
    return next;
  };
  const pinned = new Proxy(client, {
    get: (target, property) => {
      if (property === 'release') return () => undefined;
      if (property === 'query') return query;
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const pool = {
    query,
    connect: async () => pinned,
    end: async () => undefined,
  };
  return {
    pool: pool as unknown as pg.Pool,
    close: async () => {
      client.release();
      await real.end();
    },
  };
}

/** Gives a test its worlds. */
export const test = base.extend<{ world: World; committed: World }>({
  /** For rules, use cases and screens: one transaction that is never committed. */
  world: async ({}, use) => {
    const { pool, close } = await pinnedPool(sharedUrl());
    const orm = await MikroORM.init(ormOptions(pool));
    // Its batches follow each other: on the connection of a test that never commits, all others would wait for it.
    const apart = openPool({ url: sharedUrl(), poolSize: 1 });
    const readLog = new ReadLog(apart, () => undefined);
    const opened = await worldOver({ pool, orm }, { readLog });
    await opened.em.begin();
    try {
      await use(opened);
    } finally {
      await opened.em.rollback();
      await orm.close(true);
      await close();
      await apart.end();
    }
  },
  /** For what needs several connections, or commits: a database of one's own, cloned. */
  committed: async ({}, use) => {
    const database = await cloneOf(inject('templateUrl'));
    try {
      await use(await worldOver(database));
    } finally {
      await database.close();
    }
  },
});

/** A database of one's own, as the application's role, cloned from another that nobody is connected to. */
export async function cloneOf(url: string): Promise<Database> {
  const own = `${inject('run')}_${randomUUID().slice(0, 8)}`;
  await createDatabase(inject('clusterUrl'), own, new URL(url).pathname.slice(1));
  return openDatabase({ url: inDatabase(url, own) });
}
