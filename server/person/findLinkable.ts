import type { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { Person } from '#schema/person/Person.ts';
import type { LinkedKind } from '#server/access/link/issueLink.ts';
import { touches } from '#server/access/scope.ts';
import { numbersOf } from '#server/common/columnValue.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { given, sql } from '#server/common/sql.ts';
import { statementOf } from '#server/common/Statement.ts';
import type { Context } from '#server/context.ts';
import { visibleContactPoints } from '#server/organisation/organisationReads.ts';
import { placesOf } from '#server/organisation/organisationRules.ts';
import { NotFound } from '#server/problems.ts';
import { inScope } from './personScope.ts';

/** A record that a link may be about, and the contact point that it is to go to. */
export interface Linkable {
  readonly kind: LinkedKind;
  readonly id: string;
  /** Null where the record has no such contact point that the viewer may see. */
  readonly channel: ContactChannel | null;
  /** What was sent there came back, and nobody has corrected or tried it since. */
  readonly hasBounced: boolean;
  /** Whether it belongs to where the viewer works. */
  readonly isInScope: boolean;
}

/** The organisation or person with an identifier, if the viewer may see it. Throws NOT_FOUND. */
export async function findLinkable(
  context: Context,
  recordId: string,
  contactPointId: string | null,
): Promise<Linkable> {
  const { reader, readModel, viewer } = context;
  const finding = statementOf(
    readModel,
    findLinkable,
    () => sql`select 'organisation' as kind, o.id, c.channel, o.served_areas, o.seat_number, null::integer, (c.bounced_on is not null)::text
        from organisation o
        left join organisation_contact_point c on c.organisation_id = o.id and c.id = ${given('contactPointId')}::uuid
          and ${visibleContactPoints('c')}
        where o.id = ${given('recordId')} and ${readModel.readable(Organisation.name).rule('o')}
      union all select 'person', p.id, c.channel, '{}', null, ${inScope.whether('p')}::integer, (c.bounced_on is not null)::text
        from person p
        left join person_contact_point c on c.person_id = p.id and c.id = ${given('contactPointId')}::uuid
          and ${visibleContactPoints('c')}
        where p.id = ${given('recordId')} and ${readModel.readable(Person.name).rule('p')}`,
  );
  const args = {
    recordId,
    contactPointId: contactPointId && isUuid(contactPointId) ? contactPointId : null,
  };
  const [found] = isUuid(recordId) ? await reader.rawRows(finding, { context, args }) : [];
  if (!found) throw new NotFound('record');
  const [kind, id, channel, servedAreas, seat, isNear, hasBounced] = found as [
    LinkedKind,
    string,
    ContactChannel | null,
    string,
    string | null,
    string | null,
    string,
  ];
  const places = placesOf({
    servedAreas: numbersOf(servedAreas),
    seat: seat === null ? null : Number(seat),
  });
  const isInScope =
    kind === 'organisation' ? touches(viewer?.scope ?? null, places) : isNear === '1';
  return { kind, id, channel, isInScope, hasBounced: hasBounced === 'true' };
}
