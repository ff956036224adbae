import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  addressOf,
  isBlank,
  readQuery,
  toggled,
  withFilter,
  writeQuery,
} from '#client/directory/directoryQuery.ts';

const somali = readQuery('q=somali+grorud&languages=so&languageLevel=GOOD&hasPhone=true');

test('an address holds the whole question, and reads back as the same', () => {
  expect(somali).toEqual({
    text: 'somali grorud',
    filter: { languages: ['so'], languageLevel: 'GOOD', hasPhone: true },
    view: 'list',
  });
  expect(readQuery(writeQuery(somali))).toEqual(somali);
  expect(addressOf({ ...somali, view: 'map' })).toBe(
    '/?q=somali+grorud&languageLevel=GOOD&languages=so&hasPhone=true&view=map',
  );
});

test('an address that no one of ours wrote is read for what it can mean', () => {
  expect(
    readQuery(
      'kinds=HOSPITAL&kinds=CASTLE&kinds=HOSPITAL&only=GHOST&view=3d&verifiedSince=soon&hasPhone=perhaps&trust=<x>&q=a%00b',
    ),
  ).toEqual({ text: 'a b', filter: { kinds: ['HOSPITAL'] }, view: 'list' });
  expect(readQuery('verifiedSince=2026-02-31&verifiedSince=2026-02-28').filter).toEqual({});
  expect(readQuery('verifiedSince=2026-02-28').filter).toEqual({ verifiedSince: '2026-02-28' });
});

test('whatever an address says, it reads to something that writes and reads the same', () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), (search) => {
      const query = readQuery(search);
      expect(readQuery(writeQuery(query))).toEqual(query);
    }),
  );
});

test('a choice is turned on and off again, and the last one off leaves no filter', () => {
  const chosen = toggled(readQuery(''), 'areas', '030110');
  expect(chosen.filter).toEqual({ areas: ['030110'] });
  expect(isBlank(chosen)).toBe(false);
  expect(isBlank(toggled(chosen, 'areas', '030110'))).toBe(true);
});

test('the level goes with the last language', () => {
  expect(toggled(somali, 'languages', 'so').filter).toEqual({ hasPhone: true });
  expect(withFilter(somali, 'languageLevel', undefined).filter).toEqual({
    languages: ['so'],
    hasPhone: true,
  });
});
