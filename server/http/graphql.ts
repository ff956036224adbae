import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import { unwrapResolverError } from '@apollo/server/errors';
import compression from 'compression';
import express, { json, type Request } from 'express';
import { GraphQLError } from 'graphql';
import type pg from 'pg';
import type { Logger } from 'pino';

import type { AccessSettings } from '#server/access/AccessSettings.ts';
import { localeOf } from '#server/access/localeOf.ts';
import { sameOrigin } from '#server/access/sameOrigin.ts';
import { Recognition } from '#server/access/Recognition.ts';
import { credentialOf, holderOf } from '#server/access/Credential.ts';
import { apiSchema } from '#server/apiSchema.ts';
import { isBusy, Reader } from '#server/common/Reader.ts';
import { type Context, createContext, type Surroundings } from '#server/context.ts';
import { Busy, Conflict, formatError } from '#server/problems.ts';
import { atMost } from './atMost.ts';
import { onlyJson, onlyPost } from './failures.ts';
import { loggedBeforeSent } from './loggedBeforeSent.ts';
import { measured, type Metrics } from './metrics.ts';
import { Pace, type QuestionsPerMinute } from './Pace.ts';
import { purposeStated } from './purposeStated.ts';
import { limited } from './queryLimits.ts';
import { requestScope } from './requestScope.ts';
import { knownByNumber, type TrustedDocuments } from './trustedDocuments.ts';
import { writersReadTheDatabase } from './writersReadTheDatabase.ts';
import { textOf, writtenWherePossible } from './writtenWherePossible.ts';

/** What the API needs of the house. */
export interface ApiSettings {
  readonly access: AccessSettings & { readonly pool: pg.Pool };
  readonly surroundings: Surroundings;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** What the client asks. */
  readonly documents?: TrustedDocuments;
  /** Null: as many as come. */
  readonly questionsPerMinute?: QuestionsPerMinute | null;
}

/** In bytes. The longest that one of our own forms sends is a tenth. */
const longestBody = 100 * 1024;

const oslo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });

/** Words and signs in a question. Our own largest has half as many. */
export const maxTokens = 1_000;

/**
 * `POST /graphql`. Reads JSON of at most 100 kB, and answers as Apollo Server does.
 *
 * Pages ask what was collected when they were built, by number. Questions in a text of one's own are for the demo, and for those with a
 * token.
 */
export async function graphqlRoute({
  access,
  surroundings,
  log,
  metrics,
  documents = new Map(),
  questionsPerMinute = null,
}: ApiSettings) {
  const schema = await apiSchema(surroundings.readModel.relations());
  const server = new ApolloServer<Context>({
    schema,
    introspection: access.isDemo,
    hideSchemaDetailsFromClientErrors: !access.isDemo,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    // Numbers are ours to give; nobody teaches us a question by asking it once.
    persistedQueries: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens },
    validationRules: [limited()],
    logger: log,
    // Apollo's own hint for caches would be asked about every field of every row, for nothing: no answer may be cached.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      // Its page fetches itself from the web.
      ApolloServerPluginLandingPageDisabled(),
      busyIs503,
      measured(metrics),
      purposeStated,
      writtenWherePossible,
      writersReadTheDatabase,
      loggedBeforeSent,
    ],
    stringifyResult: textOf,
    formatError: (formatted, error) => {
      const reference = requestScope.getStore()?.id ?? 'none';
      const answer = formatError(formatted, reference);
      if (answer.extensions?.['code'] === 'FAULT') {
        log.error({ err: unwrapResolverError(error), requestId: reference }, 'A field failed');
      }
      return answer;
    },
  });
  await server.start();
  const recognition = new Recognition();

  const recognise = (request: Request) => {
    const credential = credentialOf(request, access);
    return credential && recognition.guess(credential);
  };

  const contextOf = async (request: Request): Promise<Context> => {
    const reader = new Reader(access.pool);
    const credential = credentialOf(request, access);
    const lookUp = async () => {
      const viewer = credential && (await holderOf(credential, { ...access, pool: reader }));
      if (credential) recognition.learn(credential, viewer);
      return viewer;
    };
    const guess = credential && recognition.guess(credential);
    const viewer =
      guess ??
      (await lookUp().catch((error: unknown) => {
        throw isBusy(error) ? asBusy() : error;
      }));
    if (!access.isDemo && !request.isTrusted && viewer?.via !== 'token') throw notTrusted();
    const drawnFor = request.get('samband-viewer');
    if (drawnFor && viewer?.via === 'session' && viewer.id !== drawnFor) throw otherViewer();
    const now = access.clock();
    return createContext(surroundings, {
      viewer,
      confirm: guess && lookUp,
      now,
      today: oslo.format(now),
      requestId: request.id,
      locale: localeOf(request),
      reader,
      way: 'written',
    });
  };

  const pace = questionsPerMinute && new Pace({ access, log, recognise }, questionsPerMinute);

  // An application of its own for the sake of one setting: no answer is kept anywhere, so none needs a tag to be known by.
  const routes = express().disable('etag').disable('x-powered-by');
  routes.use(
    (_request, response, next) => {
      response.set('Cache-Control', 'no-store');
      next();
    },
    ...(pace ? [pace.handler] : []),
    atMost(longestBody),
    // A page of hits is forty kilobytes of words that repeat: a tenth of it on a bad line.
    compression(),
    onlyPost,
    onlyJson,
    sameOrigin(access.publicUrl),
    json({ limit: longestBody, inflate: false }),
    knownByNumber(documents),
    expressMiddleware(server, { context: ({ req }) => contextOf(req) }),
  );
  const stop = async () => {
    pace?.stop();
    await server.stop();
  };
  return { routes, schema, stop };
}

/** Whoever signs in or comes by a link asks what our pages ask. Before the text is looked at, so that it costs nothing to say no. */
const notTrusted = () =>
  new GraphQLError('Questions of your own take an API token', {
    extensions: { code: 'DOCUMENT_NOT_TRUSTED', http: { status: 400 } },
  });

/** Before there is a context there is no plugin either, so the problem brings its own status. */
function asBusy(): GraphQLError {
  const { message, extensions } = new Busy();
  const http = { status: 503, headers: new HeaderMap([['retry-after', '1']]) };
  return new GraphQLError(message, { extensions: { ...extensions, http } });
}

/** A page that is drawn for somebody asks with the cookie of somebody else, who signed in in another tab. */
function otherViewer(): GraphQLError {
  const { message, extensions } = new Conflict('OTHER_VIEWER');
  return new GraphQLError(message, {
    extensions: { ...extensions, http: { status: 409, headers: new HeaderMap() } },
  });
}

/** An answer without data because the database had no time is one to ask for again. */
const busyIs503: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { http, body } }) {
        if (body.kind !== 'single' || body.singleResult.data) return;
        if (body.singleResult.errors?.some(({ extensions }) => extensions?.['code'] === 'BUSY')) {
          http.status = 503;
          http.headers.set('retry-after', '1');
        }
      },
    };
  },
};
