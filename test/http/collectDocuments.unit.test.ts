import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { parse, validate } from 'graphql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { maxTokens } from '#server/http/graphql.ts';
import { limited } from '#server/http/queryLimits.ts';
import { collectDocuments, withoutDocuments } from '#server/launch/collectDocuments.ts';
import { schema } from '#test/support/theSchema.ts';

describe('of the client', () => {
  const collected = collectDocuments('client');

  test('every question is found', () => {
    const asked = globSync('client/**/*.{ts,tsx}').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^\s*(?:query|mutation) (\w+)/gm)].map(
        ([, name]) => name,
      ),
    );
    expect(asked.length).toBeGreaterThan(10);
    expect(new Set(collected.keys())).toEqual(new Set(asked));
  });

  test('every question is one that the server answers', () => {
    for (const { id, name, text } of collected.values()) {
      expect(id).toBe(createHash('sha256').update(text).digest('hex'));
      const document = parse(text, { maxTokens });
      expect([name, validate(schema, document), validate(schema, document, [limited()])]).toEqual([
        name,
        [],
        [],
      ]);
    }
  });

  test('no text of a question is left in a source that is built', () => {
    for (const file of globSync('client/**/*.{ts,tsx}')) {
      expect(withoutDocuments(readFileSync(file, 'utf8'), collected)).not.toMatch(/graphql\(\s*`/);
    }
  });
});

describe('of sources', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'samband-documents-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const has = (name: string, source: string) => writeFileSync(join(folder, name), source);

  test('a question brings the fragments that it uses, each once, and the names of types', () => {
    has('A.tsx', 'const A = graphql(`fragment A on Area { code ...B }`, [B]);');
    has('B.tsx', 'const B = graphql(`\n fragment B on Area { name }\n`);');
    has('Q.ts', 'const Q = graphql(\n  `query Q { areas { ...A ...B } }`,\n  [A, B],\n);');
    expect([...collectDocuments(folder).values()].map(({ text }) => text)).toEqual([
      [
        'query Q {\n  areas {\n    ...A\n    ...B\n    __typename\n  }\n}',
        'fragment A on Area {\n  code\n  ...B\n  __typename\n}',
        'fragment B on Area {\n  name\n  __typename\n}',
      ].join('\n\n'),
    ]);
  });

  test.each([
    ['two of one name', 'graphql(`query Q { a }`); graphql(`query Q { b }`);', /two documents/],
    ['one without a name', 'graphql(`{ a }`);', /has a name/],
    ['a fragment that is nowhere', 'graphql(`query Q { ...A }`);', /no fragment A/],
    ['one put together', 'graphql(`query Q { a }` + more);', /not foreseen/],
  ])('%s is not built', (_what, source, complaint) => {
    has('Q.ts', source);
    expect(() => collectDocuments(folder)).toThrow(complaint);
  });

  test('a number takes the place of the text', () => {
    has('Q.ts', 'export const Q = graphql(`query Q { a }`);');
    const collected = collectDocuments(folder);
    const source = withoutDocuments(readFileSync(join(folder, 'Q.ts'), 'utf8'), collected);
    expect(source).toContain(`documentId: "${collected.get('Q')?.id}"`);
    expect(source).not.toMatch('query Q');
  });
});
