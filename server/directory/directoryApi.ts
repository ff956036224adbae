import {
  DirectoryResolver,
  OrganisationFacetsResolver,
  PersonFacetsResolver,
} from './DirectoryResolver.ts';

import { ArchiveResolver } from './ArchiveResolver.ts';
import { ImportResolver } from './import/ImportResolver.ts';

export { importRules } from './import/importRules.ts';
export { directoryRules } from './directoryRules.ts';

/** What answers for the directory. */
export const directoryResolvers = [
  DirectoryResolver,
  ArchiveResolver,
  OrganisationFacetsResolver,
  PersonFacetsResolver,
  ImportResolver,
] as const;
