import { expect, test } from 'vitest';

import { difference, normalised } from './normalised.ts';

test('connections, capitals of enums and the order of fields are no differences', () => {
  const graphql = {
    organisation: {
      name: 'NORA',
      kind: 'FAITH_COMMUNITY',
      branches: { nodes: [{ id: '1', kind: 'INFORMAL_GROUP' }] },
    },
  };
  const written = {
    organisation: {
      branches: [{ kind: 'informal_group', id: '1' }],
      kind: 'faith_community',
      name: 'NORA',
    },
  };
  expect(difference(normalised(graphql), normalised(written))).toBeNull();
  expect(JSON.stringify(normalised(graphql))).toBe(JSON.stringify(normalised(written)));
});

test('a list of what people are willing to do keeps its order', () => {
  const first = normalised({ languages: ['ar', 'so'] });
  expect(difference(first, normalised({ languages: ['so', 'ar'] }))).toBe(
    'answer.languages[0]: "ar" against "so"',
  );
});

test('where two answers differ is told by the way there', () => {
  const one = { hits: [{ name: 'A', phone: null }] };
  expect(difference(one, { hits: [{ name: 'A', phone: '+4700000000' }] })).toBe(
    'answer.hits[0].phone: null against "+4700000000"',
  );
  expect(difference(one, { hits: [] })).toBe('answer.hits: 1 items against 0');
  expect(difference(one, { hits: [{ name: 'A' }] })).toBe(
    'answer.hits[0].phone: null against undefined',
  );
});

test('a long value is not told in full', () => {
  const found = difference('x'.repeat(10_000), 'y');
  expect(found?.length).toBeLessThan(300);
});
