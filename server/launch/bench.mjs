import { say } from './progress.mjs';

/** @param {string} _node */
export async function bench(_node) {
  say('Nothing is measured yet.');
  return 1;
}
