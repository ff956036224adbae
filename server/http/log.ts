import pino, { type Logger } from 'pino';

import type { Configuration } from '#server/configuration.ts';

const hidden = [
  'authorization',
  'cookie',
  'password',
  'secret',
  'token',
  '*.authorization',
  '*.cookie',
  '*.password',
  '*.secret',
  '*.token',
  'err.parameters',
  'err.detail',
  'err.where',
];

/**
 * The log: lines of JSON, or in a terminal a line a person reads.
 *
 * What a database complains about may quote a row, so its details stay out of it.
 */
export function openLog({ logLevel }: Pick<Configuration, 'logLevel'>): Logger {
  const level = logLevel ?? (process.stdout.isTTY ? 'warn' : 'info');
  const options = { level, redact: { paths: hidden, censor: '[hidden]' } };
  return process.stdout.isTTY ? pino(options, { write: (line) => print(line) }) : pino(options);
}

function print(line: string): void {
  const { level, time, msg, err, path, status } = JSON.parse(line) as {
    level: number;
    time: number;
    msg?: string;
    err?: { message?: string; stack?: string };
    path?: string;
    status?: number;
  };
  const at = new Date(time).toTimeString().slice(0, 8);
  const what = [msg, path, status, err?.stack ?? err?.message].filter(Boolean).join(' ');
  process.stdout.write(`${at} ${pino.levels.labels[level]?.padEnd(5) ?? ''} ${what}\n`);
}
