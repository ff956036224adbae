import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder for one test, with a name that asks for trouble. Everybody may enter it, as PostgreSQL's user must. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'samband blåbær '));
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
