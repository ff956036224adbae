import type { ImportRow } from '#schema/directory/import/Import.ts';
import type { ImportOutcome } from '#schema/directory/import/ImportOutcome.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { applyImport } from '#server/directory/import/applyImport.ts';
import { importRows } from '#server/directory/import/listImports.ts';
import { planImport } from '#server/directory/import/planImport.ts';
import { stageFile } from '#server/directory/import/stageFile.ts';
import { startImport } from '#server/directory/import/startImport.ts';
import { anEditor } from '#test/support/viewers.ts';
import type { World } from '#test/support/world.ts';

/** A file that somebody has brought, and what its jobs do when they come to it. */
export class Brought {
  private constructor(
    readonly world: World,
    readonly viewer: Viewer,
    readonly id: string,
  ) {}

  static async file(
    world: World,
    bytes: Buffer | string,
    { name = 'liste.csv', viewer = anEditor() }: { name?: string; viewer?: Viewer } = {},
  ): Promise<Brought> {
    const context = world.context(viewer);
    const id = await stageFile(context, { name, bytes: Buffer.from(bytes as string) });
    await planImport(context, id);
    return new Brought(world, viewer, id);
  }

  rows(outcome?: ImportOutcome): Promise<ImportRow[]> {
    return importRows(this.world.context(this.viewer), this.id, {
      first: 100,
      outcome: outcome ?? null,
    });
  }

  /** How many rows do what; those that none does are not mentioned. */
  async counts(): Promise<Record<string, number>> {
    const { rows } = await this.world.pool.query<{ outcome: string; count: number }>(
      'select outcome, count(*)::int as count from import_row where import_id = $1 group by outcome order by outcome',
      [this.id],
    );
    return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
  }

  /** The reasons, by line: of a column by its place. */
  async flaws(): Promise<string[]> {
    return (await this.rows()).flatMap(({ line, flaws }) =>
      flaws.map(({ column, reason }) => `${line}:${column ?? 'row'}:${reason}`),
    );
  }

  async apply(): Promise<string> {
    const { added = 0, changed = 0 } = await this.counts();
    const context = this.world.context(this.viewer);
    await startImport(context, {
      importId: this.id,
      expectedAdded: added,
      expectedChanged: changed,
    });
    await applyImport(context, this.id);
    const { rows } = await this.world.pool.query<{ batch_id: string }>(
      'select batch_id from import where id = $1',
      [this.id],
    );
    return rows[0]!.batch_id;
  }
}

const tables =
  'organisation organisation_name organisation_contact_point organisation_source change directory_entry directory_word person affiliation'.split(
    ' ',
  );

/** How many rows the tables of the register have, all together. */
export async function registerSize({ pool }: World): Promise<number> {
  const { rows } = await pool.query<{ size: string }>(
    `select ${tables.map((table) => `(select count(*) from ${table})`).join(' + ')} as size`,
  );
  return Number(rows[0]?.size);
}
