import 'reflect-metadata';

import { expect, test } from 'vitest';

import { readFlags, sizesOf, UnknownFlag } from './readFlags.ts';

const complaintAbout = (...args: string[]): string => {
  try {
    readFlags(args);
    return 'none';
  } catch (error) {
    expect(error).toBeInstanceOf(UnknownFlag);
    return (error as Error).message;
  }
};

test('without flags everything is measured, and reads and search on two registers', () => {
  const flags = readFlags([])!;
  expect(flags).toMatchObject({
    parts: [
      'reads',
      'search',
      'duplicates',
      'import',
      'files',
      'growth',
      'start',
      'bundle',
      'typing',
      'links',
      'progress',
      'rules',
      'profiles',
    ],
    against: null,
    rounds: 5,
    seconds: 0.7,
    reportOnly: false,
  });
  expect(sizesOf('reads', flags)).toEqual([100_000, 1_000_000]);
  expect(sizesOf('search', flags)).toEqual([100_000, 1_000_000]);
  expect(sizesOf('import', flags)).toEqual([100_000]);
});

test('sizes that are asked for are those of every part', () => {
  const flags = readFlags(['--organisations', '0,10000'])!;
  expect(sizesOf('reads', flags)).toEqual([0, 10_000]);
  expect(sizesOf('import', flags)).toEqual([0, 10_000]);
});

test('a former commit to measure beside is told with the operations', () => {
  const flags = readFlags(['--against', 'main~3', '--operations', 'Q2,M1']);
  expect(flags).toMatchObject({ against: 'main~3', operations: ['Q2', 'M1'] });
});

test('parts and operations are measured in their own order, each once', () => {
  const flags = readFlags(['--part', 'typing,reads,typing', '--operations', 'Q5,Q1']);
  expect(flags).toMatchObject({ parts: ['reads', 'typing'], operations: ['Q1', 'Q5'] });
});

test('help is no run', () => {
  expect(readFlags(['--part', 'reads', '--help'])).toBeNull();
});

test('what cannot be done is told in one sentence', () => {
  expect(complaintAbout('--fast')).toBe("Unknown option '--fast': see --help.");
  expect(complaintAbout('--part', 'reeds')).toMatch(
    /^--part knows no "reeds": choose among reads,/,
  );
  expect(complaintAbout('--organisations', 'many')).toBe(
    '--organisations takes whole numbers from 0, and got "many".',
  );
  expect(complaintAbout('--rounds', '0')).toBe('--rounds takes whole numbers from 1, and got "0".');
  expect(complaintAbout('--seconds', '600')).toMatch(/at most 60/);
  expect(complaintAbout('extra')).not.toBe('none');
});
