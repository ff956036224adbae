import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { type RequestHandler, Router } from 'express';

import { trustedDocumentsFile } from './trustedDocuments.ts';

interface ClientFile {
  readonly type: string;
  readonly content: Buffer;
  /** Made when the client was built. */
  readonly brotli: Buffer | undefined;
  /** Made at the first wish: browsers take brotli from https and localhost alone. */
  gzip?: Buffer;
}

const compressible = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt', '.webmanifest']);

/**
 * The client, kept in memory: a few hundred kilobytes that every visitor asks for.
 *
 * What the bundler named by its content may be kept for ever; the rest is asked for anew. An address
 * that is no file is one of the client's own screens, so it gets the client.
 */
export function clientFiles(folder: string): Router {
  const files = readFiles(folder);
  const page = files.get('/index.html');

  const serve: RequestHandler = (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const isScreen = !extname(request.path) && !request.path.startsWith('/assets/');
    const file = files.get(request.path) ?? (isScreen ? page : undefined);
    if (!file) return next();
    response
      .type(file.type)
      .vary('Accept-Encoding')
      .set(
        'Cache-Control',
        request.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    const best = compressible.has(file.type)
      ? request.acceptsEncodings(['br', 'gzip', 'identity'])
      : false;
    if (best === 'br' && file.brotli) {
      response.set('Content-Encoding', 'br').send(file.brotli);
    } else if (best === 'gzip' || best === 'br') {
      file.gzip ??= gzipSync(file.content, { level: constants.Z_BEST_COMPRESSION });
      response.set('Content-Encoding', 'gzip').send(file.gzip);
    } else {
      response.send(file.content);
    }
  };
  return Router().use(serve);
}

function readFiles(folder: string): Map<string, ClientFile> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
  const there = new Set(names);
  return new Map(
    names
      .filter((name) => !name.endsWith('.br') && !name.endsWith(trustedDocumentsFile))
      .map((name) => [
        name.replaceAll('\\', '/'),
        {
          type: extname(name),
          content: readFileSync(join(folder, name)),
          brotli: there.has(`${name}.br`) ? readFileSync(join(folder, `${name}.br`)) : undefined,
        },
      ]),
  );
}
