import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { PersonContactPoint } from '#schema/person/PersonContactPoint.ts';
import { given, sql } from '#server/common/sql.ts';
import { statementOf } from '#server/common/Statement.ts';
import type { Context } from '#server/context.ts';
import { isOpen } from '#server/person/contactAccess.ts';

/** A person who is reached by one of some values. */
export interface ReachedBy {
  readonly id: string;
  readonly isByEmail: boolean;
}

/**
 * Personer med verdien. Those who are reached by one of these values, looked up by blind index, as far as the viewer might read it there:
 * for the purpose that the question states, with the person's consent, in the viewer's scope.
 *
 * To find somebody by a value is to be told that it is theirs. So it is a read of it, obeys the same rule, and stands in the read log: who is
 * shown by it is noted by the one who shows them.
 */
export async function personsWith(
  context: Context,
  values: readonly string[],
): Promise<ReachedBy[]> {
  if (!values.length) return [];
  const { reader, readModel, personalKey } = context;
  const looking = statementOf(
    readModel,
    personsWith,
    () => sql`select distinct r.person_id, r.channel = ${ContactChannel.EMAIL}
      from person_contact_point r
      where r.value_index = any(array(select decode(h, 'hex') from unnest(${given('indexes')}::text[]) as h))
        and ${isOpen.whether('r')} and ${readModel.readable(PersonContactPoint.name).rule('r')}`,
  );
  const indexes = values.map((value) => personalKey.blindIndex(value).toString('hex'));
  const rows = await reader.rawRows(looking, { context, args: { indexes } });
  return rows.map(([id, isByEmail]) => ({
    id: id as string,
    isByEmail: isByEmail === 't' || isByEmail === 'true',
  }));
}
