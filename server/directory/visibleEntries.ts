import type { Viewer } from '#server/access/Viewer.ts';
import { raw, type Sql } from '#server/common/sql.ts';

/** Which entries exist for a viewer: all, for everyone whom the API lets in. The planner's own rules narrow what is read of them. */
export const visibleEntries = (viewer: Viewer | null): Sql => raw(viewer ? 'true' : 'false');
