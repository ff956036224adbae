import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import type { ApolloServerPlugin } from '@apollo/server';
import type { OperationDefinitionNode } from 'graphql';
import type pg from 'pg';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { Context } from '#server/context.ts';

/** Målinger. What is counted while the server runs. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<'method' | 'status'>;
  readonly operations: Histogram<'operation' | 'outcome'>;
  /** Documents that were not known from before. In production it stands still when every page has been asked for once. */
  readonly parsed: Counter;
  /** Questions that were asked again, and answered without asking anybody but the database. */
  readonly short: Counter;
}

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Begins to count. `indexSize`: how many bytes the search index takes, 0 while there is none. */
export function openMetrics(pool: pg.Pool, indexSize: () => number = () => 0): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value());
      },
    });
  gauge('samband_database_connections', 'Open connections to the database', () => pool.totalCount);
  gauge('samband_database_waiting', 'Requests that wait for a connection', () => pool.waitingCount);
  gauge(
    'samband_search_index_bytes',
    'Size of the directory in memory; 0 while the database answers all searches',
    indexSize,
  );
  return {
    registry,
    requests: new Histogram({
      name: 'samband_http_request_seconds',
      help: 'How long HTTP requests take',
      labelNames: ['method', 'status'],
      buckets,
      registers: [registry],
    }),
    parsed: new Counter({
      name: 'samband_documents_parsed_total',
      help: 'Documents that were parsed, checked and planned',
      registers: [registry],
    }),
    short: new Counter({
      name: 'samband_short_ways_total',
      help: 'Questions that were answered without Express and Apollo Server',
      registers: [registry],
    }),
    operations: new Histogram({
      name: 'samband_operation_seconds',
      help: 'How long GraphQL operations take, by the root fields they ask for',
      labelNames: ['operation', 'outcome'],
      buckets,
      registers: [registry],
    }),
  };
}

/** Times a request. */
export function timeRequest(
  { requests }: Metrics,
  { method = 'none' }: IncomingMessage,
  response: ServerResponse,
): void {
  const end = requests.startTimer({ method });
  response.once('close', () => end({ status: String(response.statusCode) }));
}

/** What an operation is called among the measurements: its root fields. Those are few, while a name can be anything that a client thinks of. */
export function labelOf(operation: OperationDefinitionNode | undefined): string {
  const fields = operation?.selectionSet.selections.map((selection) =>
    'name' in selection ? selection.name.value : '…',
  );
  return [...new Set(fields ?? ['none'])].slice(0, 3).join(' ');
}

/** Times every operation. */
export const measured = ({ operations, parsed }: Metrics): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    const end = operations.startTimer();
    return {
      async parsingDidStart() {
        parsed.inc();
      },
      async willSendResponse({ operation, errors }) {
        end({ operation: labelOf(operation), outcome: errors?.length ? 'errors' : 'ok' });
      },
    };
  },
});

/** `/metrics`, on a port of its own that only this machine reaches. */
export function metricsServer({ registry }: Metrics): Server {
  return createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    void registry.metrics().then((text) => {
      response.writeHead(200, { 'Content-Type': registry.contentType }).end(text);
    });
  });
}
