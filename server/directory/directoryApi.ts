import type { AccessRules } from '#server/access/rules.ts';

/** What the directory adds to the API. */
export const directoryResolvers: (new () => object)[] = [];

/** Who gets to it. */
export const directoryRules: AccessRules = {};
