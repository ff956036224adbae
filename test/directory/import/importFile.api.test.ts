import { request } from 'node:http';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { sessionOf } from '#test/http/sessionOf.ts';
import { Site } from '#test/launch/Site.ts';
import { malformed } from './malformed.ts';

let site: Site;
let editor: Record<string, string>;
beforeAll(async () => {
  site = await Site.open();
  editor = await sessionOf(site, Role.EDITOR);
});
afterAll(() => site[Symbol.asyncDispose]());

const list = 'Navn;Kommune\nEn;Oslo\nTo;Utopia\n';

const send = (
  body: Uint8Array | string | ReadableStream,
  headers: Record<string, string> = editor,
  more: object = {},
): Promise<Response> =>
  site.get('/import/file', {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'samband-file-name': encodeURIComponent('Foreninger på Østlandet.csv'),
      ...headers,
    },
    body: body as BodyInit,
    ...more,
  });

const told = async (answer: Response) => {
  const { errors } = (await answer.json()) as {
    errors: { extensions: { code: string; fields?: object } }[];
  };
  return [answer.status, errors[0]?.extensions.code, errors[0]?.extensions.fields];
};

describe('a file', () => {
  test('is taken in as it is, from a page of ours, by whoever may', async () => {
    const answer = await send(list);

    expect(answer.status).toBe(201);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { id } = (await answer.json()) as { id: string };
    const { rows } = await site.database.pool.query(
      'select file_name, rows, state, bytes from import where id = $1',
      [id],
    );
    expect(rows).toEqual([
      { file_name: 'Foreninger på Østlandet.csv', rows: 2, state: 'planning', bytes: 31 },
    ]);
  });

  test('is not taken from strangers, from other sites, from those who may not, or as something else', async () => {
    expect(await told(await send(list, {}))).toEqual([401, 'UNAUTHENTICATED', undefined]);
    const reader = await sessionOf(site, Role.READER);
    expect(await told(await send(list, reader))).toEqual([403, 'FORBIDDEN', undefined]);
    const foreign = { ...editor, 'sec-fetch-site': 'cross-site', origin: 'https://example.org' };
    expect((await send(list, foreign)).status).toBe(403);
    for (const type of ['text/csv', 'multipart/form-data; boundary=x', 'text/plain']) {
      expect((await send(list, { ...editor, 'content-type': type })).status).toBe(415);
    }
  });

  test('that cannot be read is refused with the reason', async () => {
    for (const { what, bytes, refused } of malformed.filter((it) => it.refused)) {
      expect(await told(await send(new Uint8Array(bytes))), what).toEqual([
        422,
        'INVALID_INPUT',
        { file: refused },
      ]);
    }
  });

  test('of a gigabyte is refused before more than a megabyte too much of it is read', async () => {
    const limit = 32 * 1024 * 1024;
    let sent = 0;
    const piece = Buffer.alloc(64 * 1024, 'x');
    const status = await new Promise<number>((resolve, reject) => {
      const asked = request(
        {
          port: site.port,
          path: '/import/file',
          method: 'POST',
          headers: { ...editor, 'content-type': 'application/octet-stream' },
        },
        (response) => {
          resolve(response.statusCode ?? 0);
          asked.destroy();
        },
      );
      asked.on('error', reject);
      const go = () => {
        while (sent < 1024 * 1024 * 1024 && !asked.destroyed) {
          sent += piece.length;
          if (!asked.write(piece)) return void asked.once('drain', go);
        }
      };
      go();
    });
    expect(status).toBe(413);
    expect(sent).toBeLessThan(limit + 8 * 1024 * 1024);
  });

  test('that says it is a gigabyte is refused at once', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const asked = request(
        {
          port: site.port,
          path: '/import/file',
          method: 'POST',
          headers: {
            ...editor,
            'content-type': 'application/octet-stream',
            'content-length': String(1024 * 1024 * 1024),
          },
        },
        (response) => {
          resolve(response.statusCode ?? 0);
          asked.destroy();
        },
      );
      asked.on('error', reject);
      asked.write('Navn');
    });
    expect(status).toBe(413);
  });

  test('that ends before it says it does leaves nothing behind', async () => {
    const { rows: before } = await site.database.pool.query('select count(*) from import');
    await new Promise<void>((resolve) => {
      const asked = request({
        port: site.port,
        path: '/import/file',
        method: 'POST',
        headers: {
          ...editor,
          'content-type': 'application/octet-stream',
          'content-length': '1000',
        },
      });
      asked.on('error', () => resolve());
      asked.on('close', () => resolve());
      asked.write(list, () => asked.destroy());
    });
    await send(list);
    const { rows: after } = await site.database.pool.query('select count(*) from import');
    expect(Number(after[0].count)).toBe(Number(before[0].count) + 1);
  });

  test('is known by its last name alone, without what turns letters around', async () => {
    const name = encodeURIComponent('../../etc/\u202egnp.csv\u0000');
    const { id } = (await (await send(list, { ...editor, 'samband-file-name': name })).json()) as {
      id: string;
    };
    const { rows } = await site.database.pool.query('select file_name from import where id = $1', [
      id,
    ]);
    expect(rows).toEqual([{ file_name: 'gnp.csv' }]);
  });
});

describe('the rows that were refused', () => {
  test('come as a file to keep, never as a page, to whoever brought them', async () => {
    const { id } = (await (await send(list)).json()) as { id: string };
    const answer = await site.get(`/import/${id}/refused.csv`, { headers: editor });

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="avviste-rader.csv"',
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(await answer.text()).toContain('Navn;Kommune;Linje;Grunn');
    const another = await sessionOf(site, Role.EDITOR);
    expect((await site.get(`/import/${id}/refused.csv`, { headers: another })).status).toBe(403);
    expect((await site.get(`/import/${id}/refused.csv`)).status).toBe(401);
    expect((await site.get('/import/ingen/refused.csv', { headers: editor })).status).toBe(404);
  });
});

test('nothing of a file gets into the log', async () => {
  await send('Navn;Telefon\nHemmelig forening;+4700998877\n');
  expect(site.logged.join('')).not.toMatch(/Hemmelig|00998877|Foreninger/);
});
