import { buildSchema, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { ExportColumn } from '#schema/directory/export/ExportColumn.ts';
import nb from '#schema/language/nb.json' with { type: 'json' };
import { exportColumns, ruled } from '#server/directory/export/exportColumns.ts';
import { tableOf } from '#server/directory/export/tableOf.ts';

test('a column without a rule does not build', () => {
  const { phone: _phone, ...others } = exportColumns;
  expect(() => ruled(others as typeof exportColumns)).toThrow('No rule for the column phone');
  expect(() => ruled({ ...exportColumns, phone: { door: 'register.read' } })).toThrow(
    'No rule for the column phone',
  );
});

test('whatever is exported is a field of the API, behind its rules', () => {
  const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
  const { needs } = tableOf(Object.values(ExportColumn));
  const document = parse(
    `query ($id: ID!) { organisation(id: $id) { ${needs.organisation} } person(id: $id) { ${needs.person} } }`,
  );
  expect(validate(schema, document)).toEqual([]);
});

test('each has a heading', () => {
  const missing = Object.keys(ExportColumn).filter((name) => !(`export.column.${name}` in nb));
  expect(missing).toEqual([]);
});
