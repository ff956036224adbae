import { Organisation } from '#schema/organisation/Organisation.ts';
import { WorkKind } from '#schema/directory/work/WorkKind.ts';
import type { ReadModel } from '#server/common/ReadModel.ts';
import { every, raw, sql } from '#server/common/sql.ts';
import { isPlacedWithin } from '#server/organisation/isPlacedWithin.ts';
import { isPair, isUndecidedPair, leastAlike, pairCalled } from './pairs.ts';
import { chosen, own, type WorkSource } from './WorkSource.ts';

/** Mulige dubletter. Organisations that may be one, the likeliest first: those of which one is the viewer's to look after. */
export const duplicateOrganisations = (readModel: ReadModel): WorkSource => {
  const { rule } = readModel.readable(Organisation.name);
  return {
    kind: WorkKind.DUPLICATE,
    columns: {
      subject: pairCalled,
      organisation: raw('w.one_id'),
      otherOrganisation: raw('w.other_id'),
    },
    from: raw(`duplicate_candidate as w
      join organisation as o on o.id = w.one_id join organisation as other on other.id = w.other_id`),
    where: every([
      raw(`w.record_kind = 'organisation'`),
      sql`w.score >= ${leastAlike}`,
      isUndecidedPair,
      raw('o.archived_on is null and other.archived_on is null'),
      rule('o'),
      rule('other'),
      sql`(${isPlacedWithin('o', own)} or ${isPlacedWithin('other', own)})`,
      sql`(${isPlacedWithin('o', chosen)} or ${isPlacedWithin('other', chosen)})`,
    ]),
    isIt: isPair,
    order: { key: raw('w.score'), type: 'integer', descending: true },
  };
};
