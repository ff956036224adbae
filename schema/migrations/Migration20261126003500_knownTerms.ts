import { Migration } from '@mikro-orm/migrations';

const lists = [
  ['organisation', 'languages', 'language'],
  ['organisation', 'communities', 'community'],
  ['organisation', 'topics', 'topic'],
  ['organisation', 'served_areas', 'area'],
  ['person', 'areas', 'area'],
  ['person', 'topics', 'topic'],
] as const;

/**
 * Whether the terms of a list exist is asked by a statement that is planned once in a session, and of a list that has changed. One function for
 * all of them made its statements out of text, planned anew for each row: most of the time it took to give many organisations a topic.
 */
export class Migration20261126003500_knownTerms extends Migration {
  override up(): void {
    for (const [table, column, vocabulary] of lists) {
      const name = `${table}_${column}_are_known`;
      this.addSql(`
        create function ${name}() returns trigger language plpgsql as $$
        declare
          unknown integer;
        begin
          if new.${column} = '{}' or (tg_op = 'UPDATE' and new.${column} = old.${column}) then
            return new;
          end if;
          unknown := (
            select n from unnest(new.${column}) as n
            where not exists (select from ${vocabulary} where number = n) limit 1
          );
          if unknown is not null then
            raise foreign_key_violation using message = format('${vocabulary} has no number %s', unknown);
          end if;
          return new;
        end $$
      `);
      this.addSql(`
        create or replace trigger ${name} before insert or update of ${column} on ${table}
        for each row execute function ${name}()
      `);
    }
    this.addSql('drop function refuse_unknown_terms()');
  }
}
