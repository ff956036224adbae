import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import pg from 'pg';

/**
 * For hånd. What one gets by writing each question in SQL by hand: a named statement that gives the answer as JSON text, sent on as it
 * is. It knows no viewer and no rules. `POST /Q2` takes the statement's values as a list.
 */
const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: 8,
  // What `<%` and `%` take for alike. Lower finds more and takes longer.
  options: `-c pg_trgm.word_similarity_threshold=${process.env['WORD_SIMILARITY'] ?? 0.5} -c pg_trgm.similarity_threshold=0.4`,
});
const texts = new Map<string, string>();

function textOf(operation: string): string {
  const known = texts.get(operation);
  if (known) return known;
  const text = readFileSync(
    join(import.meta.dirname, '../operations', operation, 'raw.sql'),
    'utf8',
  );
  texts.set(operation, text);
  return text;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

async function answer(request: IncomingMessage): Promise<Buffer> {
  const operation = request.url?.slice(1) ?? '';
  const { rows } = await pool.query<[string]>({
    name: operation,
    text: textOf(operation),
    values: JSON.parse(await bodyOf(request)) as unknown[],
    rowMode: 'array',
  });
  return Buffer.from(rows[0]?.[0] ?? 'null');
}

const server = createServer((request, response) => {
  answer(request).then(
    (body) =>
      response
        .writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length })
        .end(body),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`raw pg is ready on http://127.0.0.1:${port}\n`);
});
process.once('disconnect', () => process.exit());
process.on('SIGINT', () => undefined).once('SIGTERM', () => process.exit());
