import { Person } from '#schema/person/Person.ts';
import { WorkKind } from '#schema/directory/work/WorkKind.ts';
import type { ReadModel } from '#server/common/ReadModel.ts';
import { column, every, type Later, raw, sql } from '#server/common/sql.ts';
import { isWithin } from '#server/person/personScope.ts';
import { isPair, isUndecidedPair, leastAlike, pairCalled } from './pairs.ts';
import { chosen, own, personCalled, type WorkSource } from './WorkSource.ts';

/** Mulige dubletter. People who may be one, by what is no secret of either: how they are reached counts only where that may be read. */
export const duplicatePeople = (readModel: ReadModel): WorkSource => {
  const { rule } = readModel.readable(Person.name);
  const oneIsIn = (areas: Later) =>
    sql`(${isWithin(column('p', 'id'), areas)} or ${isWithin(column('other', 'id'), areas)})`;
  return {
    kind: WorkKind.DUPLICATE,
    columns: {
      subject: pairCalled,
      person: personCalled('p'),
      otherPerson: personCalled('other'),
    },
    from: raw(`duplicate_candidate as w
      join person as p on p.id = w.one_id join person as other on other.id = w.other_id`),
    where: every([
      raw(`w.record_kind = 'person'`),
      sql`w.open_score >= ${leastAlike}`,
      isUndecidedPair,
      raw('p.archived_on is null and other.archived_on is null'),
      rule('p'),
      rule('other'),
      oneIsIn(own),
      oneIsIn(chosen),
    ]),
    isIt: isPair,
    order: { key: raw('w.open_score'), type: 'integer', descending: true },
  };
};
