import { type AccessRules, anyone } from './rules.ts';

/** Everyone may ask who they are; a stranger learns that they are nobody. */
export const accessRules: AccessRules = {
  query: { viewer: anyone },
  types: { Viewer: anyone },
};
