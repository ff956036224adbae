import type { Merging } from './Merging.ts';

interface Island {
  readonly kept: string;
  readonly dropped: readonly string[];
  readonly since: string;
  readonly until: string | null;
  readonly title: string | null;
  readonly isPrimary: boolean;
}

/**
 * Gjør tilknytninger til én. The same person in the same role in the same organisation, in periods that overlap, is one affiliation: from
 * the first day to the last. Only where both records have a part in it; what overlapped in one of them before is nobody's business here.
 */
export async function uniteAffiliations({ run, of, survivor, loser }: Merging): Promise<void> {
  const [ours, theirs] =
    of.kind === 'person' ? ['person_id', 'organisation_id'] : ['organisation_id', 'person_id'];
  const islands = await run<Island>(
    `with those as (
       select a.*, coalesce(a.until, 'infinity') as last,
         max(coalesce(a.until, 'infinity')) over (
           partition by ${theirs}, role order by since, id rows between unbounded preceding and 1 preceding
         ) as reached
       from affiliation a where ${ours} in ($1, $2)
     ), numbered as (
       select those.*, count(*) filter (where reached is null or since > reached) over (
         partition by ${theirs}, role order by since, id
       ) as island
       from those
     ), united as (
       select array_agg(id order by ${ours} = $1 desc, since, id) as ids, min(since) as since, max(last) as last, bool_or(is_primary) as is_primary,
         (array_agg(title order by ${ours} = $1 desc, since, id) filter (where title is not null))[1] as title
       from numbered group by ${theirs}, role, island having count(distinct ${ours}) = 2
     )
     select ids[1] as kept, to_json(ids[2:]) as dropped, since, nullif(last, 'infinity') as until, title, is_primary as "isPrimary" from united`,
    [survivor.id, loser.id],
  );
  const dropped = islands.flatMap((island) => island.dropped);
  if (!dropped.length) return;
  await run('delete from affiliation where id = any($1::uuid[])', [dropped]);
  await run(
    `update affiliation set since = u.since, until = u.until, title = u.title, is_primary = u."isPrimary"
     from json_to_recordset($1) as u(kept uuid, since date, until date, title text, "isPrimary" boolean) where id = u.kept`,
    [JSON.stringify(islands)],
  );
}
