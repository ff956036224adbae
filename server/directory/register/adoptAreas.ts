import type pg from 'pg';

import { missingAreas } from './watchAreas.ts';

/** What came of it. */
export interface Adopted {
  readonly adopted: readonly string[];
  /** Those whose county we do not have: for whoever keeps the list of areas. */
  readonly homeless: readonly string[];
}

/**
 * Tar inn nye kommuner. Adds the municipalities that are proposed to our list of areas, each in its county, at the place of the one that it came out of. The
 * old ones stay: history mentions them, and organisations belong to them until somebody has said where they belong now.
 */
export async function adoptAreas(pool: Pick<pg.Pool, 'query'>): Promise<Adopted> {
  const missing = await missingAreas(pool);
  const { rows } = await pool.query<{ code: string }>(
    `insert into area (number, code, kind, name_nb, name_nn, name_en, official_name, parent_number, latitude, longitude)
     select new.code::integer, new.code, 'municipality', new.short, new.short, new.short, new.name, county.number, old.latitude, old.longitude
     from (
       -- With the names in all official languages, the Norwegian one is first.
       select code, name, split_part(name, ' - ', 1) as short, "from"
       from jsonb_to_recordset($1::jsonb) as it(code text, name text, "from" text) where code ~ '^[0-9]{4}$'
     ) as new
     join area as county on county.kind = 'county' and county.code = left(new.code, 2)
     left join area as old on old.code = new."from"
     on conflict do nothing
     returning code`,
    [JSON.stringify(missing)],
  );
  const adopted = rows.map(({ code }) => code).toSorted((one, other) => one.localeCompare(other));
  return {
    adopted,
    homeless: missing.map(({ code }) => code).filter((code) => !adopted.includes(code)),
  };
}
