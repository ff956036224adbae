import { Migration } from '@mikro-orm/migrations';

/**
 * Scopes of users and tokens, consents of people, and people who were erased.
 *
 * A scope is the catchment of an organisation (a trust's, or those of a region's trusts), or an area and what lies in it; neither is the
 * whole country. A consent is a receipt: of what is written nothing is rewritten but its end (`migrate.ts` gives no other right).
 */
export class Migration20261126000500_policy extends Migration {
  override up(): void {
    for (const table of ['staff_user', 'api_token']) {
      this.addSql(`alter table ${table}
        add column scope_organisation_id uuid references organisation,
        add column scope_area_number integer references area,
        add constraint ${table}_has_one_scope check (num_nonnulls(scope_organisation_id, scope_area_number) <= 1)`);
    }
    this.scopes();
    this.consents();
  }

  /** The areas of a scope: what it names, what lies in them, and what they lie in, up to the county: who serves a county serves its towns. */
  private scopes(): void {
    this.addSql(`create function areas_in_scope(organisation uuid, area integer, day date) returns integer[]
      language sql stable as $$
        with recursive named(number) as (
          select c.area_number from catchment c
          where (c.trust_id = $1 or c.trust_id in (select o.id from organisation o where o.parent_id = $1))
            and c.since <= $3 and coalesce(c.until, 'infinity') >= $3
          union select $2 where $2 is not null
        ), below(number) as (
          select n.number from named n
          union select a.number from area a join below b on a.parent_number = b.number
        ), above(number) as (
          select n.number from named n
          union select a.parent_number from area a join above b on a.number = b.number
          where a.parent_number is not null
        )
        select case when num_nonnulls($1, $2) = 0 then null else array(
          select b.number from below b
          union select u.number from above u join area a on a.number = u.number where a.kind <> 'country'
          order by 1
        ) end
      $$`);
  }

  private consents(): void {
    this.addSql('alter table person add column erased_at timestamptz');
    this.addSql(`create table consent (
      id uuid primary key,
      version integer not null default 1,
      person_id uuid not null references person on delete cascade,
      purpose text not null check (purpose in ('register_care', 'crisis', 'meeting', 'council')),
      given_at timestamptz not null,
      method text not null check (method in ('personal_link', 'phone', 'email', 'meeting', 'paper')),
      text_version text not null check (text_version <> ''),
      text_hash text not null constraint consent_names_its_text check (text_hash ~ '^[0-9a-f]{64}$'),
      text_language text not null check (text_language <> ''),
      expires_on date not null,
      withdrawn_at timestamptz,
      withdrawn_by text check (withdrawn_by in ('personal_link', 'phone', 'email', 'meeting', 'paper')),
      constraint consent_is_withdrawn_somehow check ((withdrawn_at is null) = (withdrawn_by is null))
    )`);
    this.addSql(
      'create index consent_in_effect on consent (person_id, purpose, expires_on) where withdrawn_at is null',
    );
    this.addSql('create index consent_by_person on consent (person_id, given_at)');
  }
}
