import { existsSync } from 'node:fs';

import { expect, test } from 'vitest';

import { secondsOf } from './processorTime.ts';

test('the processor time of a process is what it says of itself, where the system tells', () => {
  const { user, system } = process.cpuUsage();
  const told = secondsOf(process.pid);
  if (existsSync('/proc/self/stat')) expect(told! * 1e6).toBeGreaterThan((user + system) / 2);
  else expect(told).toBeNull();
});

test('of a process that has ended nothing is known', () => {
  expect(secondsOf(undefined)).toBeNull();
});
