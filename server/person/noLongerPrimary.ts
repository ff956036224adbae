import { Affiliation } from '#schema/person/Affiliation.ts';
import type { RecordChange } from '#server/common/changeRecords.ts';
import type { Around } from './findAround.ts';

/** Spørres først. One in an organisation is whom to ask first: whoever was, gives way to whoever is. */
export const noLongerPrimary = ({ primaries }: Around): RecordChange[] =>
  primaries.map(({ id, version }) => ({
    type: Affiliation,
    id,
    version,
    fields: [{ field: 'isPrimary', before: true, after: false }],
  }));
