import pino, { type Logger, type LoggerOptions } from 'pino';

import type { Configuration } from '#server/configuration.ts';

const hidden = [
  'authorization',
  'clientKey',
  'clientSecret',
  'cookie',
  'password',
  'secret',
  'token',
  '*.authorization',
  '*.clientKey',
  '*.clientSecret',
  '*.cookie',
  '*.password',
  '*.secret',
  '*.token',
  'err.parameters',
  'err.detail',
  'err.where',
];

/** What a database complains about may quote a row, or what somebody typed, so its details stay out of the log. */
export const logOptions: LoggerOptions = {
  redact: { paths: hidden, censor: '[hidden]' },
  serializers: {
    err: (error: Error) => {
      const told = pino.stdSerializers.err(error);
      if (!String((error as { code?: unknown }).code).startsWith('22')) return told;
      const { message } = told;
      const without = message.replace(/: ".*"/s, ': "…"');
      return { ...told, message: without, stack: told.stack.replace(message, without) };
    },
  },
};

/** The log: lines of JSON, or in a terminal a line a person reads. */
export function openLog({ logLevel }: Pick<Configuration, 'logLevel'>): Logger {
  const level = logLevel ?? (process.stdout.isTTY ? 'warn' : 'info');
  const options = { ...logOptions, level };
  return process.stdout.isTTY
    ? pino(options, { write: (line) => void process.stdout.write(inTerminal(line)) })
    : pino(options);
}

/** A line of the log as a person reads it. Whatever stands in it, nobody writes a line of their own, or paints on the screen. */
export function inTerminal(line: string): string {
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
  const harmless = what.replace(/\p{Cc}/gu, (sign) => (sign === '\n' ? '\n         ' : '�'));
  return `${at} ${pino.levels.labels[level]?.padEnd(5) ?? ''} ${harmless}\n`;
}
