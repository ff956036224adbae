import type { IncomingMessage, RequestListener } from 'node:http';

import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import { unwrapResolverError } from '@apollo/server/errors';
import compression from 'compression';
import express, { json, type Request } from 'express';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type pg from 'pg';
import type { Logger } from 'pino';

import type { AccessSettings } from '#server/access/AccessSettings.ts';
import type { Locale } from '#schema/common/Locale.ts';
import { localeOf } from '#server/access/localeOf.ts';
import { sameOrigin } from '#server/access/sameOrigin.ts';
import { Recognition } from '#server/access/Recognition.ts';
import { type Credential, credentialOf, holderOf } from '#server/access/Credential.ts';
import { apiSchema } from '#server/apiSchema.ts';
import { remembered } from '#server/common/remembered.ts';
import { isBusy } from '#server/common/isBusy.ts';
import { Reader } from '#server/common/Reader.ts';
import { type Context, createContext, type Surroundings } from '#server/context.ts';
import { Busy, Conflict, formatError } from '#server/problems.ts';
import { atMost } from './atMost.ts';
import { textOf } from './answerInWriting.ts';
import { onlyJson, onlyPost, onlyReadable } from './failures.ts';
import { KnownQuestions } from './KnownQuestions.ts';
import { loggedBeforeSent } from './loggedBeforeSent.ts';
import { measured, type Metrics } from './metrics.ts';
import { Pace, type QuestionsPerMinute } from './Pace.ts';
import { purposeStated } from './purposeStated.ts';
import { limited } from './queryLimits.ts';
import { requestWith } from './requestWith.ts';
import { requestScope } from './requestScope.ts';
import type { Header } from './safeHeaders.ts';
import { shortWay } from './shortWay.ts';
import { knownByNumber, type TrustedDocuments } from './trustedDocuments.ts';
import { writersReadTheDatabase } from './writersReadTheDatabase.ts';
import { writtenWherePossible } from './writtenWherePossible.ts';

declare module 'express-serve-static-core' {
  interface Request {
    /** What is known of it already, where it came by the short way and could not be answered there. */
    context?: Context;
  }
}

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
const minute = 60_000;
/** No day begins within a minute. */
const dayOf = remembered(10, (minutes) => oslo.format(Number(minutes) * minute));

const localeAmong = remembered(200, (languages): Locale =>
  localeOf(requestWith(languages ? { 'accept-language': languages } : {})),
);

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
  const known = new KnownQuestions();
  const worded = (formatted: GraphQLFormattedError, error: unknown, reference: string) => {
    const answer = formatError(formatted, reference);
    if (answer.extensions?.['code'] === 'FAULT') {
      log.error({ err: unwrapResolverError(error), requestId: reference }, 'A field failed');
    }
    return answer;
  };
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
      writtenWherePossible((asked, question) => known.learn(asked, question)),
      writersReadTheDatabase,
      loggedBeforeSent,
    ],
    stringifyResult: textOf,
    formatError: (formatted, error) =>
      worded(formatted, error, requestScope.getStore()?.id ?? 'none'),
  });
  await server.start();
  const recognition = new Recognition();

  const recognise = (request: Request) => {
    const credential = credentialOf(request, access);
    return credential && recognition.guess(credential);
  };

  const looking = (credential: Credential | null) => {
    const reader = new Reader(access.pool);
    const lookUp = async () => {
      const viewer = credential && (await holderOf(credential, { ...access, pool: reader }));
      if (credential) recognition.learn(credential, viewer);
      return viewer;
    };
    return { reader, lookUp };
  };

  const contextFor = (
    request: IncomingMessage,
    more: Pick<Context, 'viewer' | 'confirm' | 'reader' | 'way'>,
  ): Context => {
    const now = access.clock();
    return createContext(surroundings, {
      ...more,
      now,
      today: dayOf(String(Math.floor(now.getTime() / minute))),
      requestId: (request as Request).id,
      locale: localeAmong(request.headers['accept-language'] ?? ''),
    });
  };

  const contextOf = async (request: Request): Promise<Context> => {
    if (request.context) return request.context;
    const credential = credentialOf(request, access);
    const { reader, lookUp } = looking(credential);
    const guess = credential && recognition.guess(credential);
    const viewer =
      guess ??
      (await lookUp().catch((error: unknown) => {
        throw isBusy(error) ? asBusy() : error;
      }));
    if (!access.isDemo && !request.isTrusted && viewer?.via !== 'token') throw notTrusted();
    const drawnFor = request.get('samband-viewer');
    if (drawnFor && viewer?.via === 'session' && viewer.id !== drawnFor) throw otherViewer();
    return contextFor(request, { viewer, confirm: guess && lookUp, reader, way: 'written' });
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
    onlyReadable,
    knownByNumber(documents),
    expressMiddleware(server, { context: ({ req }) => contextOf(req) }),
  );
  const stop = async () => {
    pace?.stop();
    await server.stop();
  };
  const shortWayOf = (headers: readonly Header[], longWay: RequestListener) =>
    shortWay(
      {
        access,
        metrics,
        documents,
        longestBody,
        known,
        recognition,
        pace,
        worded: (error, { requestId }) => worded(error.toJSON(), error, requestId),
        contextOf(request, credential, viewer) {
          const { reader, lookUp } = looking(credential);
          return contextFor(request, { viewer, confirm: lookUp, reader, way: 'written' });
        },
      },
      headers,
      longWay,
    );
  return { routes, schema, shortWay: shortWayOf, stop };
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
