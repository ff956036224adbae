import { Migration } from '@mikro-orm/migrations';

/**
 * No organisation lies within itself, by however many steps; whoever changes where one belongs, whether by a page, a file or a merge.
 *
 * Two who make a ring together, each one half of it, would not see each other: changes of a parent follow one another. That an
 * organisation also has a first day, is here for the same reason: it ends after it begins.
 */
export class Migration20261126001020_hierarchy extends Migration {
  override up(): void {
    this.addSql(`alter table organisation add column opened_on date,
      add constraint organisation_ends_after_it_begins check (closed_on >= opened_on)`);
    this.addSql(`
      create function refuse_rings() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(7413);
        if exists (
          with recursive above as (
            select new.parent_id as id
            union
            select o.parent_id from above join organisation o on o.id = above.id where o.parent_id is not null
          )
          select from above where id = new.id
        ) then
          raise check_violation using constraint = 'no_organisation_lies_within_itself',
            message = 'An organisation lies within itself';
        end if;
        return new;
      end $$
    `);
    this.addSql(`
      create trigger organisation_lies_not_within_itself before update of parent_id on organisation
      for each row when (new.parent_id is not null and new.parent_id is distinct from old.parent_id)
      execute function refuse_rings()
    `);
  }
}
