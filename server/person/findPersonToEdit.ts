import type { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import type { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { Person } from '#schema/person/Person.ts';
import type { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { given, sql } from '#server/common/sql.ts';
import { statementOf } from '#server/common/Statement.ts';
import type { Context } from '#server/context.ts';
import { visibleContactPoints } from '#server/organisation/organisationReads.ts';
import { NotFound } from '#server/problems.ts';
import type { Scoped } from './personRules.ts';
import { inScope } from './personScope.ts';

/** A language as its row has it. */
export interface KnownLanguage {
  readonly id: string;
  readonly language: number;
  readonly speaks: LanguageLevel | null;
  readonly understands: LanguageLevel | null;
  readonly writes: LanguageLevel | null;
}

/** A contact point as its row has it. Bytes are base64. */
export interface KnownContactPoint {
  readonly id: string;
  /** Whether it is meant for the viewer. */
  readonly isSeen: boolean;
  readonly channel: ContactChannel;
  readonly sealedValue: string;
  readonly valueIndex: string;
  readonly label: string | null;
  readonly language: number | null;
  readonly hours: string | null;
  readonly position: number;
  readonly audience: ContactAudience;
  readonly lastWorkedOn: string | null;
  readonly bouncedOn: string | null;
}

/** What is known of a person who is to be edited. */
export interface KnownPerson {
  readonly version: number;
  readonly givenName: string;
  readonly familyName: string;
  readonly areas: readonly number[];
  readonly topics: readonly number[];
  readonly willingness: readonly string[];
  readonly archivedOn: string | null;
  readonly languages: readonly KnownLanguage[];
  readonly contactPoints: readonly KnownContactPoint[];
}

/** A person as they stand, whether they belong to the viewer's scope, and all of their contact points. Throws NOT_FOUND. */
export async function findPersonToEdit(
  context: Context,
  id: string,
): Promise<KnownPerson & Scoped> {
  const { reader, readModel } = context;
  const finding = statementOf(
    readModel,
    findPersonToEdit,
    () => sql`select json_build_object('version', p.version, 'givenName', p.given_name, 'familyName', p.family_name,
        'areas', p.areas, 'topics', p.topics, 'willingness', p.willingness, 'archivedOn', p.archived_on,
        'inScope', ${inScope.whether('p')}, 'languages', coalesce((
          select json_agg(json_build_object('id', l.id, 'language', l.language_number, 'speaks', l.speaks,
            'understands', l.understands, 'writes', l.writes) order by l.id)
          from person_language l where l.person_id = p.id
        ), '[]'), 'contactPoints', coalesce((
          select json_agg(json_build_object('id', c.id, 'isSeen', ${visibleContactPoints('c')}, 'channel', c.channel,
            'sealedValue', translate(encode(c.sealed_value, 'base64'), e'\\n', ''),
            'valueIndex', translate(encode(c.value_index, 'base64'), e'\\n', ''), 'label', c.label,
            'language', c.language_number, 'hours', c.hours, 'position', c.position, 'audience', c.audience,
            'lastWorkedOn', c.last_worked_on, 'bouncedOn', c.bounced_on) order by c.position, c.id)
          from person_contact_point c where c.person_id = p.id
        ), '[]'))
      from person p where p.id = ${given('id')} and ${readModel.readable(Person.name).rule('p')}`,
  );
  const [found] = isUuid(id) ? await reader.rawRows(finding, { context, args: { id } }) : [];
  if (!found) throw new NotFound(Person.name);
  return JSON.parse(found[0] as string) as KnownPerson & Scoped;
}
