import { Migration } from '@mikro-orm/migrations';

/**
 * The register remembers which edition of the reference data it holds.
 *
 * Looking through a few thousand rows at every start to find that nothing has changed costs a second.
 */
export class Migration20261122000400_referenceEdition extends Migration {
  override up(): void {
    this.addSql(`
      create table reference_edition (
        is_only boolean primary key default true constraint reference_has_one_edition check (is_only),
        fingerprint text not null,
        loaded_at timestamptz not null
      )
    `);
  }
}
