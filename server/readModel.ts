import type { MetadataStorage } from '@mikro-orm/core';

import { crisisReads } from './access/crisis/crisisReads.ts';
import { linkReads } from './access/link/linkReads.ts';
import { commonReads } from './common/commonReads.ts';
import { ReadModel } from './common/ReadModel.ts';
import { audienceReads } from './directory/audience/audienceReads.ts';
import { organisationReads } from './organisation/organisationReads.ts';
import { registerReads } from './directory/register/registerReads.ts';
import { historyReads } from './person/history/historyReads.ts';
import { personReads } from './person/personReads.ts';

/** What every slice says about how its types are read, in the order of the slices. */
export const readModelOf = (metadata: MetadataStorage): ReadModel =>
  new ReadModel(metadata, [
    ...commonReads,
    ...crisisReads,
    ...linkReads,
    ...organisationReads,
    ...personReads,
    ...historyReads,
    ...audienceReads,
    ...registerReads,
  ]);
