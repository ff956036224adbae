import {
  DirectoryResolver,
  OrganisationFacetsResolver,
  PersonFacetsResolver,
} from './DirectoryResolver.ts';

export { directoryRules } from './directoryRules.ts';

/** What answers for the directory. */
export const directoryResolvers = [
  DirectoryResolver,
  OrganisationFacetsResolver,
  PersonFacetsResolver,
] as const;
