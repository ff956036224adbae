import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

import type { OpenThings } from '#server/launch/OpenThings.ts';

/** Of the machine's memory, in megabytes. */
export interface Memory {
  readonly megabytes: number;
  readonly peak: number;
}

/** A server in a process of its own, which ends when we do. */
export class Serving {
  readonly process: ChildProcess;
  readonly origin: string;
  /** From start to ready. */
  readonly seconds: number;
  /** Where its own measurements are, if it told of them. */
  readonly metrics: string | null;
  /** Where one may look into it, if it was started so. */
  readonly inspector: string | null;

  private constructor(child: ChildProcess, origin: string, seconds: number, told: string) {
    this.process = child;
    this.origin = origin;
    this.seconds = seconds;
    this.metrics = /Metrics on (\S+)/.exec(told)?.[1] ?? null;
    this.inspector = /Debugger listening on (\S+)/.exec(told)?.[1] ?? null;
  }

  /** Starts a program of Node's, and waits until it says where it is ready. Whoever is interrupted meanwhile stops it, too. */
  static async start(
    args: readonly string[],
    environment: Readonly<Record<string, string>>,
    things: OpenThings,
  ): Promise<Serving> {
    const startedAt = performance.now();
    const child = spawn(process.execPath, args, {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    things.add(() => stopped(child));
    let complaint = '';
    child.stderr?.on('data', (text) => (complaint = `${complaint}${text}`.slice(-4_000)));
    const closed = once(child, 'close').then(() => {
      throw new Error(`${args.at(-1)} did not start: ${complaint}`);
    });
    let said = '';
    const ready = new Promise<string>((resolve) => {
      child.stdout?.on('data', (text) => {
        said += String(text);
        const [, origin] = /is ready on (\S+)/.exec(said) ?? [];
        if (origin) resolve(origin);
      });
    });
    const origin = await Promise.race([ready, closed]);
    closed.catch(() => undefined);
    return new Serving(child, origin, (performance.now() - startedAt) / 1000, complaint);
  }

  /** What it holds of the machine's memory now, and the most that it ever held. Null where the system does not tell. */
  memory(): Memory | null {
    try {
      const status = readFileSync(`/proc/${this.process.pid}/status`, 'utf8');
      const kilobytes = (name: string) =>
        Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]);
      return { megabytes: kilobytes('VmRSS') / 1024, peak: kilobytes('VmHWM') / 1024 };
    } catch {
      return null;
    }
  }

  stop(): Promise<void> {
    return stopped(this.process);
  }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  await closed;
}
