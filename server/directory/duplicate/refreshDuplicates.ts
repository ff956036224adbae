import { DuplicateReasonKind } from '#schema/directory/duplicate/DuplicateReasonKind.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { keysSql } from './duplicateKeys.ts';
import { particles } from './tellingWords.ts';
import { inOrder, least, scoreOf } from './weights.ts';

/** A key that more records have than this tells none of them apart. */
const MOST_ALIKE = 12;

/** How much two different organisation numbers say against their being one. */
const DIFFERENT_NUMBERS = 30;

interface Pair {
  readonly one: string;
  readonly other: string;
  readonly kind: RecordKind;
  /** What keys they share, each as the kinds that the key has with the one and the other. */
  readonly shared: readonly string[];
  readonly hasArea: boolean;
  readonly hasCommon: boolean;
  readonly haveDifferentNumbers: boolean;
}

const pairsSql = `
  with mine as (select record_id, kind, key from duplicate_key where record_id = any($1::uuid[])),
  few as (
    select k.key from (select distinct key from mine) as k,
      lateral (select count(*) as records from (select from duplicate_key d where d.key = k.key limit ${MOST_ALIKE + 1}) as alike) as counted
    where records between 2 and ${MOST_ALIKE}
  ),
  shared as (
    select least(m.record_id, d.record_id) as one, greatest(m.record_id, d.record_id) as other,
      array_agg(distinct least(m.kind, d.kind) || ' ' || greatest(m.kind, d.kind)) as shared
    from mine m join few using (key) join duplicate_key d on d.key = m.key and d.record_id <> m.record_id
    group by 1, 2
  )
  select one, other, a.record as kind, to_json(shared) as shared, a.areas && b.areas as "hasArea",
    case a.record
      when 'organisation' then exists (
        select from affiliation x join affiliation y using (person_id) where x.organisation_id = one and y.organisation_id = other
      )
      else exists (
        select from affiliation x join affiliation y using (organisation_id) where x.person_id = one and y.person_id = other
      )
    end as "hasCommon",
    coalesce(a.number <> b.number, false) as "haveDifferentNumbers"
  from shared join directory_entry a on a.id = one join directory_entry b on b.id = other and b.record = a.record
  where not exists (select from organisation o where (o.id, o.parent_id) in ((one, other), (other, one)))`;

/** The keys as they are now: only those that came or went are written. */
const keptSql = `
  with own as materialized (${keysSql}),
  gone as (
    delete from duplicate_key as known where record_id = any($1::uuid[])
      and not exists (select from own where own.record_id = known.record_id and own.kind = known.kind and own.key = known.key)
  )
  insert into duplicate_key (record_id, kind, key) select record_id, kind, key from own on conflict do nothing`;

/**
 * Finner dublettene på nytt. Makes the keys of some records say what the tables say, and finds with whom they have so much in common that
 * somebody should look. In sets: a statement for the keys, one for the pairs, one to keep them.
 */
export async function refreshDuplicates(run: Run, ids: readonly string[]): Promise<number> {
  await run(keptSql, [ids, [...particles]]);
  const pairs = await run<Pair>(pairsSql, [ids]);
  await run(
    'delete from duplicate_candidate where one_id = any($1::uuid[]) or other_id = any($1::uuid[])',
    [ids],
  );
  const candidates = pairs.map(judged).filter(({ score }) => score >= least.inTheList);
  await run(
    `insert into duplicate_candidate (one_id, other_id, record_kind, score, open_score, reasons)
     select one, other, kind, score, "openScore", reasons
     from json_to_recordset($1) as c(one uuid, other uuid, kind text, score integer, "openScore" integer, reasons text[])
     on conflict (one_id, other_id) do update
       set score = excluded.score, open_score = excluded.open_score, reasons = excluded.reasons`,
    [JSON.stringify(candidates)],
  );
  return candidates.length;
}

/** What people are reached by: what of it is shown is worked out for each who asks. */
export const personal: ReadonlySet<DuplicateReasonKind> = new Set([
  DuplicateReasonKind.PHONE,
  DuplicateReasonKind.EMAIL,
  DuplicateReasonKind.WEBSITE,
  DuplicateReasonKind.ADDRESS,
]);

function judged({ one, other, kind, shared, hasArea, hasCommon, haveDifferentNumbers }: Pair) {
  const reasons = new Set(reasonsIn(shared));
  if (hasArea) reasons.add(DuplicateReasonKind.AREA);
  if (hasCommon) {
    reasons.add(
      kind === RecordKind.PERSON ? DuplicateReasonKind.ORGANISATION : DuplicateReasonKind.PEOPLE,
    );
  }
  const open =
    kind === RecordKind.PERSON ? [...reasons].filter((it) => !personal.has(it)) : reasons;
  const less = haveDifferentNumbers ? DIFFERENT_NUMBERS : 0;
  const worth = (those: Iterable<DuplicateReasonKind>): number =>
    saysWho(kind, those) ? Math.max(0, scoreOf(kind, those) - less) : 0;
  return {
    one,
    other,
    kind,
    score: worth(reasons),
    openScore: worth(open),
    reasons: inOrder(kind, reasons),
  };
}

const byName: ReadonlySet<DuplicateReasonKind> = new Set([
  DuplicateReasonKind.NAME,
  DuplicateReasonKind.NAME_IN_OTHER_WORDS,
  DuplicateReasonKind.NAME_ALIKE,
  DuplicateReasonKind.OTHER_NAME,
]);

/** People who work together have a telephone, an address and a place in common without being one. */
function saysWho(kind: RecordKind, those: Iterable<DuplicateReasonKind>): boolean {
  const reasons = new Set(those);
  if (kind === RecordKind.ORGANISATION) return true;
  const { PHONE, EMAIL } = DuplicateReasonKind;
  return [...reasons].some((it) => byName.has(it)) || (reasons.has(PHONE) && reasons.has(EMAIL));
}

/** Of what is said of their names, the most. */
function reasonsIn(shared: readonly string[]): DuplicateReasonKind[] {
  const kinds = new Set(
    shared.map((it) => it.split(' ')).map(([one, other]) => (one === other ? one : 'other_name')),
  );
  const contact = ['phone', 'email', 'website', 'address'] as const;
  const [name] = [
    ...(kinds.has('name') ? [DuplicateReasonKind.NAME] : []),
    ...(kinds.has('other_name') ? [DuplicateReasonKind.OTHER_NAME] : []),
    ...(kinds.has('telling') ? [DuplicateReasonKind.NAME_IN_OTHER_WORDS] : []),
    ...(kinds.has('sound') || kinds.has('letters') ? [DuplicateReasonKind.NAME_ALIKE] : []),
  ];
  return [
    ...(name ? [name] : []),
    ...contact.filter((it) => kinds.has(it)).map((it) => it as DuplicateReasonKind),
  ];
}
