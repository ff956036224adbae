import { Migration } from '@mikro-orm/migrations';

/** Pairs that nobody has decided, for the list of what is to be done. */
export class Migration20261126001220_duplicateOpen extends Migration {
  override up(): void {
    this.addSql(`create view duplicate_open with (security_invoker = true) as
      select c.* from duplicate_candidate as c where not exists (
        select from duplicate_decision as d where d.undone_at is null
          and (d.one_id, d.other_id) in ((c.one_id, c.other_id), (c.other_id, c.one_id))
      )`);
  }
}
