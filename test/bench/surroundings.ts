import { join } from 'node:path';

/** A copy of Samband that is built, and its programs. */
export interface Project {
  readonly root: string;
  readonly serverProgram: string;
  readonly commandLine: string;
}

export const projectIn = (root: string): Project => ({
  root,
  serverProgram: join(root, 'dist/server/main.js'),
  commandLine: join(root, 'dist/server/launch/commandLine.js'),
});

/** The one that measures. */
export const ours = projectIn(join(import.meta.dirname, '../..'));
export const { root, serverProgram, commandLine } = ours;

/** Progress goes beside the output proper. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);
