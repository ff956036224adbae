import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const launcher = join(process.cwd(), 'server/launch/launch.mjs');

/** What came of a program that has ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly complaint: string;
}

/** Samband in a process of its own, started as npm starts it. */
export class Running {
  #output = '';
  #complaint = '';

  private constructor(
    readonly process: ChildProcess,
    private readonly ended: Promise<unknown>,
  ) {
    process.stdout?.on('data', (text) => (this.#output += text));
    process.stderr?.on('data', (text) => (this.#complaint += text));
  }

  static start(args: readonly string[], environment: Record<string, string> = {}): Running {
    return Running.run([launcher, ...args], environment);
  }

  /** The server as it was built, with nobody before it: whoever kills this process kills the server. */
  static server(environment: Record<string, string>): Running {
    return Running.run([join(process.cwd(), 'dist/server/main.js')], environment);
  }

  private static run(args: readonly string[], environment: Record<string, string>): Running {
    const child = spawn(process.execPath, args, {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new Running(child, once(child, 'close'));
  }

  /** Where it can be asked, once it says so. */
  async origin(): Promise<string> {
    return (await this.says(/Samband is ready on (\S+)/))[1]!;
  }

  /** Something that it prints, once it does. */
  async says(words: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = words.exec(this.#output);
      if (found) return found;
      const more = once(this.process.stdout!, 'data');
      const isOver = await Promise.race([this.ended.then(() => true), more.then(() => false)]);
      if (isOver && !words.test(this.#output)) {
        throw new Error(`It did not start: ${this.#complaint}`);
      }
    }
  }

  kill(signal: NodeJS.Signals): this {
    this.process.kill(signal);
    return this;
  }

  async end(): Promise<Ended> {
    await this.ended;
    // Somebody may have edited a source meanwhile; that it is built is no complaint.
    const complaint = this.#complaint.replaceAll(
      /^(Building|Built| {2}still at it|Waiting) .*\n/gm,
      '',
    );
    return { code: this.process.exitCode, output: this.#output, complaint };
  }
}

/** Runs it to its end. */
export const runToEnd = (args: readonly string[], environment: Record<string, string> = {}) =>
  Running.start(args, environment).end();
