import { fileURLToPath } from 'node:url';

/** The folder of package.json. This file is never moved to dist, so the way is always the same. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));
