import type { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import type { Succession } from '#schema/review/handover/Succession.ts';
import { areasOf } from '#server/access/scope.ts';
import type { Context } from '#server/context.ts';
import { maskContact } from '#server/organisation/maskContact.ts';
import { fullName, type NamedSuccessor, openSuccessor } from './NamedSuccessor.ts';
import { type KnownSuccessor, knownPeople } from './knownPeople.ts';
import { retirement } from './retirement.ts';
import { likelyPredecessor, successionColumns, type SuccessionRow } from './successionRows.ts';

const MOST = 100;

/** What belongs to where the viewer may write: by the areas that are served, else by that of the seat. */
const inScope = `($2::integer[] is null or o.served_areas && $2 or (o.served_areas = '{}' and o.seat_number = any($2)))`;

/** Overleveringer som venter. Those within the viewer's scope: what is to be approved first, the oldest before the newer. */
export async function readSuccessions(context: Context): Promise<Succession[]> {
  const { rows } = await context.database.pool.query<SuccessionRow>({
    name: 'successions that wait',
    text: `select ${successionColumns} from succession s join organisation o on o.id = s.organisation_id
      where s.state in ('waiting', 'confirmed') and s.expires_on >= $1::date and ${inScope}
      order by s.state <> 'confirmed', s.asked_at, s.id limit ${MOST}`,
    values: [context.today, areasOf(context.viewer?.scope ?? null)],
  });
  return successionsOf(context, rows);
}

/** One of them, whatever has become of it; by those who have just done something about it. */
export async function readSuccession(context: Context, id: string): Promise<Succession> {
  const { rows } = await context.database.pool.query<SuccessionRow>(
    `select ${successionColumns} from succession s join organisation o on o.id = s.organisation_id where s.id = $2`,
    [context.today, id],
  );
  const [succession] = await successionsOf(context, rows);
  if (!succession) throw new Error(`Succession ${id} was there a moment ago`);
  return succession;
}

async function successionsOf(
  context: Context,
  rows: readonly SuccessionRow[],
): Promise<Succession[]> {
  const named = new Map(
    rows.flatMap(({ id, channel, sealed }) =>
      sealed ? [[id, openSuccessor(context.linkKey, { id, channel, sealed })] as const] : [],
    ),
  );
  const values = [...named.values()].map(({ value }) => value);
  const known = await knownPeople(context, values);
  return rows.map((row) => {
    const successor = named.get(row.id) ?? null;
    return successionOf(row, successor, (successor && known.get(successor.value)) ?? null);
  });
}

function successionOf(
  row: SuccessionRow,
  successor: NamedSuccessor | null,
  known: KnownSuccessor | null,
): Succession {
  const likely = likelyPredecessor(row);
  return {
    ...row,
    channel: row.channel as ContactChannel,
    name: successor && fullName(successor),
    value: successor && maskContact(successor.value),
    knownPersonId: known?.id ?? null,
    knownPersonName: known?.name ?? null,
    predecessors: row.predecessors.map((it) => {
      const { endsConsents, retiresContacts, isArchived } = retirement(it);
      return {
        ...it,
        isSuggested: it === likely,
        endsConsents: it.consents.flatMap(({ id, purpose }) =>
          endsConsents.includes(id) ? [purpose] : [],
        ),
        retiresContacts: retiresContacts ? it.contacts : 0,
        isArchived,
      };
    }),
  };
}
