import type { IncomingMessage, RequestListener } from 'node:http';

import type { Request } from 'express';
import { OperationTypeNode } from 'graphql';

import type { AccessSettings } from '#server/access/AccessSettings.ts';
import { type Credential, credentialOf } from '#server/access/Credential.ts';
import { logDisclosures } from '#server/access/logDisclosures.ts';
import { purposeOf } from '#server/access/purposeDirective.ts';
import type { Recognition } from '#server/access/Recognition.ts';
import { isHarmless } from '#server/access/sameOrigin.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { toBytes } from '#server/common/byteText.ts';
import type { Arguments } from '#server/common/Selection.ts';
import type { Context } from '#server/context.ts';
import { Busy } from '#server/problems.ts';
import { doneAgain, type Worded } from './doneAgain.ts';
import { answerInWriting, busyResult, textOf } from './answerInWriting.ts';
import type { KnownQuestion, KnownQuestions } from './KnownQuestions.ts';
import type { Metrics } from './metrics.ts';
import type { Pace } from './Pace.ts';
import { statePurpose } from './purposeStated.ts';
import type { Header } from './safeHeaders.ts';
import { type Answered, sendShort, typeOf } from './sendShort.ts';
import { numberIn, type TrustedDocuments } from './trustedDocuments.ts';

/** What the short way needs of the long one. */
export interface ShortWaySettings {
  readonly access: Pick<AccessSettings, 'publicUrl' | 'isDemo'>;
  readonly metrics: Metrics;
  readonly documents: TrustedDocuments;
  readonly longestBody: number;
  readonly known: KnownQuestions;
  readonly recognition: Recognition;
  readonly pace: Pace | null;
  readonly worded: Worded;
  readonly contextOf: (request: IncomingMessage, credential: Credential, guess: Viewer) => Context;
}

interface Body {
  readonly query?: unknown;
  readonly operationName?: string | null;
  readonly variables?: Arguments | null;
}

/** The long way finds the body read, and goes on from what is known. */
type Passed = Pick<Request, 'id'> &
  Partial<Pick<Request, 'body' | 'context' | 'isCounted' | 'isUnreadable'>>;

/**
 * Snarvei. Answers somebody we recognise who asks again what was asked, checked and written before: of what Express and Apollo Server
 * would do, no more than what such a question needs. The same rules hold, and the same answer comes out.
 *
 * Whatever is otherwise, from the first header to the last row, goes the long way.
 */
export function shortWay(
  settings: ShortWaySettings,
  headers: readonly Header[],
  longWay: RequestListener,
): RequestListener {
  const { access, recognition, pace } = settings;
  const same = [...headers, ['Cache-Control', 'no-store'], ['Vary', 'Accept-Encoding']].flat();
  return (request, response) => {
    const credential = isOrdinary(request, settings) && credentialOf(request, access);
    const guess = credential && recognition.guess(credential);
    if (!credential || !guess || isDrawnForAnother(request, guess)) {
      return longWay(request, response);
    }
    if (pace && !pace.isWelcome(guess)) return longWay(request, response);
    const passed = request as IncomingMessage & Passed;
    passed.isCounted = true;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.once('end', () => {
      passed.body = parsed(chunks);
      passed.isUnreadable = passed.body === undefined;
      const question = questionIn(passed.body as Body, guess, settings);
      if (!question) return longWay(request, response);
      const context = settings.contextOf(request, credential, guess);
      const { variables } = passed.body as Body;
      void answer(question, variables, context, settings)
        .catch((): null => null)
        .then((answered) => {
          if (answered) {
            return sendShort(request, response, answered, [...same, 'X-Request-Id', passed.id]);
          }
          passed.context = context;
          longWay(request, response);
        });
    });
  };
}

const json = /^application\/json(; ?charset=utf-8)?$/i;

/** Sent as ours are: JSON of a length that is told and will do, from our own pages or with a token. */
function isOrdinary(
  request: IncomingMessage,
  { access, longestBody }: Pick<ShortWaySettings, 'access' | 'longestBody'>,
): boolean {
  const { method, url, headers } = request;
  const length = Number(headers['content-length']);
  return (
    method === 'POST' &&
    url === '/graphql' &&
    json.test(headers['content-type'] ?? '') &&
    length > 0 &&
    length <= longestBody &&
    headers['content-encoding'] === undefined &&
    headers.expect === undefined &&
    typeOf(headers.accept ?? '') !== '' &&
    isHarmless(request, access.publicUrl)
  );
}

function isDrawnForAnother({ headers }: IncomingMessage, { via, id }: Viewer): boolean {
  const drawnFor = headers['samband-viewer'];
  return drawnFor !== undefined && via === 'session' && drawnFor !== id;
}

/** An object or a list, as any reader of bodies takes it; undefined for what is neither. */
function parsed(chunks: readonly Buffer[]): object | undefined {
  const [first = Buffer.of(), ...rest] = chunks;
  const whole = rest.length ? Buffer.concat(chunks) : first;
  try {
    const body: unknown = JSON.parse(whole.toString());
    return typeof body === 'object' && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}

function questionIn(
  body: Body | undefined,
  viewer: Viewer,
  { access, documents, known }: ShortWaySettings,
): KnownQuestion | undefined {
  if (!body) return undefined;
  const { operationName, variables } = body;
  const number = numberIn(body);
  const query = number === undefined ? body.query : documents.get(number);
  const mayAsk = number !== undefined || access.isDemo || viewer.via === 'token';
  const isPlain =
    mayAsk &&
    typeof query === 'string' &&
    (operationName === undefined || operationName === null || typeof operationName === 'string') &&
    (variables === undefined || variables === null || isRecord(variables)) &&
    (number !== undefined || !('extensions' in body));
  return isPlain ? known.find(query, operationName) : undefined;
}

const isRecord = (value: unknown): boolean => typeof value === 'object' && !Array.isArray(value);

/** Null where the long way has to find out. */
async function answer(
  question: KnownQuestion,
  given: Arguments | null | undefined,
  context: Context,
  { metrics, worded }: ShortWaySettings,
): Promise<Answered | null> {
  const end = metrics.operations.startTimer();
  const variables = given ?? undefined;
  const { schema, operation, label } = question;
  try {
    await statePurpose(purposeOf(schema, operation, variables ?? {}), context);
    if (operation.operation === OperationTypeNode.MUTATION) {
      const done = await doneAgain({ ...question, variables }, context, worded);
      if (!done) return null;
      metrics.short.inc();
      end({ operation: label, outcome: done.isWell ? 'ok' : 'errors' });
      return done;
    }
    const written = await answerInWriting({ ...question, variables }, context);
    if (!written) return null;
    await logDisclosures(context);
    metrics.short.inc();
    end({ operation: label, outcome: 'ok' });
    return { status: 200, bytes: `{"data":${written.bytes}}\n` };
  } catch (error) {
    if (!(error instanceof Busy)) throw error;
    end({ operation: label, outcome: 'errors' });
    return { status: 503, bytes: toBytes(textOf(busyResult('none'))) };
  }
}
