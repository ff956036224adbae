import { join } from 'node:path';

/** The folder of package.json. */
export const root = join(import.meta.dirname, '../..');
export const serverProgram = join(root, 'dist/server/main.js');
export const commandLine = join(root, 'dist/server/launch/commandLine.js');

/** Progress goes beside the output proper. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);
