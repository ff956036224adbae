import { hash } from 'node:crypto';

import type { Viewer } from '#server/access/Viewer.ts';

/**
 * Identifikator av en nøkkel. What somebody makes with the same key is the same thing: whoever does not know whether it was made sends it
 * again, and makes nothing twice. A UUID of version 8, as nobody's chance gives.
 */
export function idOfKey(viewer: Viewer, verb: string, key: string): string {
  const digits = hash('sha256', `${verb} ${viewer.id} ${key}`, 'hex');
  const variant = ((parseInt(digits.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}
