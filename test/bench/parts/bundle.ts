import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '#test/bench/surroundings.ts';

export interface BundleMeasured {
  /** JavaScript of the first page as it travels, in kilobytes. */
  readonly firstPage: number;
}

/** Pakken. What the page names, and what that imports at once; not what a screen asks for later. */
export function measureBundle(): BundleMeasured {
  const folder = join(root, 'dist/client');
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].map(([, path = '']) => path);
  const wanted = new Set(named);
  let bytes = 0;
  // What is added on the way is walked over too.
  for (const path of wanted) {
    const packed = statSync(join(folder, `${path}.br`), { throwIfNoEntry: false });
    bytes += (packed ?? statSync(join(folder, path))).size;
    const script = readFileSync(join(folder, path), 'utf8');
    for (const [, name = ''] of script.matchAll(/\b(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) {
      const next = `/assets/${name}`;
      if (statSync(join(folder, next), { throwIfNoEntry: false })) wanted.add(next);
    }
  }
  return { firstPage: bytes / 1024 };
}
