import type { Viewer } from '#server/access/Viewer.ts';
import { raw, type Sql } from '#server/common/sql.ts';

/** The two rules that are the same for every entry, so that memory can follow them. A rule of any other kind is left to the database. */
export const isForEverybody = raw('true');
export const isForNobody = raw('false');

/** Which entries exist for a viewer: all, for everyone whom the API lets in. The planner's own rules narrow what is read of them. */
export const visibleEntries = (viewer: Viewer | null): Sql =>
  viewer ? isForEverybody : isForNobody;
