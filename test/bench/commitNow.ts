import { run } from '#server/launch/processes.mjs';
import { root } from './surroundings.ts';

/** The commit that is measured, with a + where files of the programs differ from it; a question mark outside of a clone. */
export async function commitNow(): Promise<string> {
  const { code, output } = await run('git', ['rev-parse', '--short', 'HEAD'], { cwd: root });
  if (code !== 0) return '?';
  const changed = await run(
    'git',
    ['status', '--porcelain', '--', 'schema', 'server', 'client', 'seeds', 'package-lock.json'],
    { cwd: root },
  );
  return `${output.trim()}${changed.output.trim() ? '+' : ''}`;
}
