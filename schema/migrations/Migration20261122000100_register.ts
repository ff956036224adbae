import { Migration } from '@mikro-orm/migrations';

const kinds = (column: string, ...values: string[]) =>
  `check (${column} in (${values.map((value) => `'${value}'`).join(', ')}))`;

const term = `
  number integer primary key,
  code text not null unique,
  name_nb text not null,
  name_nn text not null,
  name_en text not null
`;

const verified = `
  verified_on date,
  verified_by text ${kinds('verified_by', 'link', 'phone', 'meeting', 'register', 'exercise')},
  check ((verified_on is null) = (verified_by is null))
`;

const recordSource = `
  id uuid primary key,
  title text not null,
  url text constraint source_is_on_the_web check (url ~ '^https?://'),
  year integer
`;

const contactPoint = `
  id uuid primary key,
  channel text not null ${kinds(
    'channel',
    'phone',
    'sms',
    'email',
    'whatsapp',
    'viber',
    'telegram',
    'signal',
    'facebook',
    'spond',
    'website',
    'post',
    'meeting_place',
  )},
  label text,
  language_number integer references language,
  hours text,
  position integer not null default 0,
  audience text not null ${kinds('audience', 'all_staff', 'coordinators', 'crisis_only')},
  last_worked_on date,
  bounced_on date
`;

/**
 * The register: vocabulary, organisations, people.
 *
 * Rows point at terms by number, alone or in lists; a trigger keeps the lists true, as a foreign key does for one.
 * Foreign keys out of what belongs to a record cascade; those between records do not: nobody loses a record by the way.
 */
export class Migration20261122000100_register extends Migration {
  override up(): void {
    this.vocabulary();
    this.organisations();
    this.people();
    this.termLists();
  }

  private vocabulary(): void {
    this.addSql(`create table area (${term},
      kind text not null ${kinds('kind', 'country', 'county', 'municipality', 'city_district')},
      official_name text not null,
      parent_number integer references area,
      latitude double precision,
      longitude double precision,
      constraint only_the_country_has_no_parent check ((parent_number is null) = (kind = 'country'))
    )`);
    this.addSql(`create table language (${term},
      endonym text not null,
      script text,
      direction text not null ${kinds('direction', 'ltr', 'rtl')}
    )`);
    this.addSql(`create table topic (${term},
      "group" text not null ${kinds('"group"', 'health', 'access', 'language', 'participation', 'society', 'workforce')}
    )`);
    this.addSql(`create table community (${term})`);
  }

  private organisations(): void {
    this.addSql(`create table organisation (
      id uuid primary key,
      name text not null,
      kind text not null ${kinds(
        'kind',
        'immigrant_organisation',
        'faith_community',
        'voluntary_organisation',
        'patient_organisation',
        'immigrant_council',
        'informal_group',
        'health_authority',
        'health_trust',
        'hospital',
        'municipality',
        'public_agency',
      )},
      number text constraint organisation_number_has_nine_digits check (number ~ '^[0-9]{9}$'),
      seat_number integer references area,
      parent_id uuid references organisation,
      languages integer[] not null default '{}',
      communities integer[] not null default '{}',
      topics integer[] not null default '{}',
      served_areas integer[] not null default '{}',
      member_count integer check (member_count >= 0),
      member_year integer,
      closed_on date,
      ${verified},
      constraint organisation_number_is_one_organisation unique (number),
      constraint no_organisation_is_its_own_parent check (parent_id <> id),
      constraint member_count_has_its_year check ((member_count is null) = (member_year is null))
    )`);
    this.addSql('create index organisation_by_parent on organisation (parent_id, name, id)');
    this.addSql('create index organisation_by_kind on organisation (kind)');

    this.addSql(`create table organisation_name (
      id uuid primary key,
      organisation_id uuid not null references organisation on delete cascade,
      name text not null,
      "use" text not null ${kinds('"use"', 'short', 'alias', 'former', 'translation')},
      language_number integer references language
    )`);
    this.addSql(
      'create index organisation_name_by_organisation on organisation_name (organisation_id)',
    );

    this.addSql(`create table organisation_contact_point (${contactPoint},
      organisation_id uuid not null references organisation on delete cascade,
      value text not null
    )`);
    this.addSql(
      'create index organisation_contact_point_in_order on organisation_contact_point (organisation_id, position)',
    );

    this.addSql(`create table organisation_source (${recordSource},
      organisation_id uuid not null references organisation on delete cascade
    )`);
    this.addSql(
      'create index organisation_source_by_organisation on organisation_source (organisation_id)',
    );

    this.addSql('create extension if not exists btree_gist');
    this.addSql(`create table catchment (
      id uuid primary key,
      area_number integer not null references area,
      care text not null ${kinds('care', 'somatic')},
      trust_id uuid not null references organisation,
      local_hospital text,
      since date not null,
      until date,
      confidence text not null ${kinds('confidence', 'sure', 'likely')},
      note text,
      constraint catchment_ends_after_it_begins check (until >= since),
      constraint one_trust_answers_at_a_time exclude using gist (
        area_number with =, care with =, daterange(since, until, '[]') with &&
      )
    )`);
    this.addSql('create index catchment_by_trust on catchment (trust_id)');
  }

  private people(): void {
    this.addSql(`create table person (
      id uuid primary key,
      given_name text not null,
      family_name text not null,
      areas integer[] not null default '{}',
      topics integer[] not null default '{}',
      willingness text[] not null default '{}',
      ${verified},
      constraint person_is_willing_to_known_things check (
        willingness <@ array['crisis_messenger', 'council_member', 'dialogue_meeting', 'outreach']
      )
    )`);

    const level = (column: string) => `${column} text ${kinds(column, 'basic', 'good', 'fluent')}`;
    this.addSql(`create table person_language (
      id uuid primary key,
      person_id uuid not null references person on delete cascade,
      language_number integer not null references language,
      ${level('speaks')},
      ${level('understands')},
      ${level('writes')},
      constraint person_has_a_language_once unique (person_id, language_number)
    )`);

    this.addSql(`create table person_contact_point (${contactPoint},
      person_id uuid not null references person on delete cascade,
      sealed_value bytea not null,
      value_index bytea not null
    )`);
    this.addSql(
      'create index person_contact_point_in_order on person_contact_point (person_id, position)',
    );
    this.addSql('create index person_contact_point_by_value on person_contact_point (value_index)');

    this.addSql(`create table person_source (${recordSource},
      person_id uuid not null references person on delete cascade
    )`);
    this.addSql('create index person_source_by_person on person_source (person_id)');

    this.addSql(`create table affiliation (
      id uuid primary key,
      person_id uuid not null references person on delete cascade,
      organisation_id uuid not null references organisation,
      role text not null ${kinds(
        'role',
        'leader',
        'deputy_leader',
        'board_member',
        'contact',
        'secretary',
        'coordinator',
        'volunteer',
        'employee',
      )},
      title text,
      since date not null,
      until date,
      is_primary boolean not null default false,
      constraint affiliation_ends_after_it_begins check (until >= since)
    )`);
    this.addSql('create index affiliation_by_person on affiliation (person_id, since desc, id)');
    this.addSql(
      'create index affiliation_by_organisation on affiliation (organisation_id, is_primary desc, since desc, id)',
    );
  }

  private termLists(): void {
    this.addSql(`
      create function refuse_unknown_terms() returns trigger language plpgsql as $$
      declare
        numbers integer[];
        unknown integer;
      begin
        execute format('select ($1).%I', tg_argv[0]) using new into numbers;
        if numbers <> '{}' then
          execute format('select n from unnest($1) n where not exists (select from %I where number = n) limit 1', tg_argv[1])
            using numbers into unknown;
        end if;
        if unknown is not null then
          raise foreign_key_violation using message = format('%s has no number %s', tg_argv[1], unknown);
        end if;
        return new;
      end $$
    `);
    const lists = [
      ['organisation', 'languages', 'language'],
      ['organisation', 'communities', 'community'],
      ['organisation', 'topics', 'topic'],
      ['organisation', 'served_areas', 'area'],
      ['person', 'areas', 'area'],
      ['person', 'topics', 'topic'],
    ] as const;
    for (const [table, column, vocabulary] of lists) {
      this.addSql(`
        create trigger ${table}_${column}_are_known before insert or update of ${column} on ${table}
        for each row execute function refuse_unknown_terms('${column}', '${vocabulary}')
      `);
    }
  }
}
