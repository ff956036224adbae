import {
  DirectoryResolver,
  OrganisationFacetsResolver,
  PersonFacetsResolver,
} from './DirectoryResolver.ts';

import { ImportResolver } from './import/ImportResolver.ts';

export { importRules } from './import/importRules.ts';
export { directoryRules } from './directoryRules.ts';

/** What answers for the directory. */
export const directoryResolvers = [
  DirectoryResolver,
  OrganisationFacetsResolver,
  PersonFacetsResolver,
  ImportResolver,
] as const;
