import type { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import type { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { copyInto } from '#server/common/copyInto.ts';
import { type CopiedCell, CopyText } from '#server/common/CopyText.ts';
import type { Deed, FieldChange } from '#server/common/FieldChange.ts';
import type { Writer } from '#server/common/writeInSets.ts';
import { DirectoryFilling } from '#server/directory/DirectoryFilling.ts';
import type { Vocabulary } from '#server/vocabulary/Vocabulary.ts';
import type { OwnClient } from './onOwnClient.ts';

/** A new organisation, as the change log will tell of it. */
export interface NewOrganisation {
  readonly fields: readonly FieldChange[];
  /** The same as JSON. */
  readonly told: string;
}

type Values = Record<string, unknown> & { id: string };

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly properties: readonly string[];
}

const tables: Readonly<Record<'own' | 'names' | 'contactPoints' | 'sources', Table>> = {
  own: {
    name: 'organisation',
    columns:
      'id name kind number seat_number parent_id languages communities topics served_areas member_count member_year'.split(
        ' ',
      ),
    properties:
      'id name kind number seat parent languages communities topics servedAreas memberCount memberYear'.split(
        ' ',
      ),
  },
  names: {
    name: 'organisation_name',
    columns: ['id', 'name', 'use', 'organisation_id'],
    properties: ['id', 'name', 'use', 'owner'],
  },
  contactPoints: {
    name: 'organisation_contact_point',
    columns: ['id', 'channel', 'value', 'position', 'audience', 'organisation_id'],
    properties: ['id', 'channel', 'value', 'position', 'audience', 'owner'],
  },
  sources: {
    name: 'organisation_source',
    columns: ['id', 'title', 'organisation_id'],
    properties: ['id', 'title', 'owner'],
  },
};

const logged =
  'record record_id version verb by_id via at reason request_id batch_id is_reversible fields'.split(
    ' ',
  );
const lists = new Set(['languages', 'communities', 'topics', 'servedAreas']);

/**
 * Legger til virksomheter. Copies new organisations into the tables with what belongs to them, their rows in the change log and their
 * entries in the directory: the fastest way in, for what nobody else has seen yet.
 */
export async function addOrganisations(
  { client, run }: OwnClient,
  { viewer, now, requestId }: Pick<Writer, 'viewer' | 'now' | 'requestId'>,
  {
    verb,
    reason = null,
    batchId = null,
  }: Omit<Deed, 'batchId'> & { readonly batchId?: string | null },
  vocabulary: Vocabulary,
  organisations: readonly NewOrganisation[],
): Promise<void> {
  if (!organisations.length) return;
  const texts = {
    own: new CopyText(),
    names: new CopyText(),
    contactPoints: new CopyText(),
    sources: new CopyText(),
  };
  const log = new CopyText();
  const directory = new DirectoryFilling(parentsOf(vocabulary));
  const ids: string[] = [];
  for (const { fields, told } of organisations) {
    const rows = rowsOf(fields);
    const [own] = rows.own;
    if (!own) throw new Error('A new organisation has an identifier');
    for (const relation of ['own', 'names', 'contactPoints', 'sources'] as const) {
      const { properties } = tables[relation];
      for (const row of rows[relation]) {
        texts[relation].add(properties.map((property) => cellOf(property, row, own.id)));
      }
    }
    log.add([
      'organisation',
      own.id,
      1,
      verb,
      viewer?.id ?? null,
      viewer?.via ?? 'system',
      now.toISOString(),
      reason,
      requestId,
      batchId,
      true,
      told,
    ]);
    directory.add(recordOf(own, rows));
    ids.push(own.id);
  }
  for (const relation of ['own', 'names', 'contactPoints', 'sources'] as const) {
    const { name, columns } = tables[relation];
    await copyInto(client, name, columns, texts[relation].pieces());
  }
  await copyInto(client, 'change', logged, log.pieces());
  await directory.copyAndCount(client, run);
  // The table has worked out what deadline each one has.
  await run(
    `update directory_entry as e set due_months = o.due_months from organisation o
     where o.id = e.id and o.id = any($1::uuid[]) and o.due_months <> e.due_months`,
    [ids],
  );
}

type Rows = Record<keyof typeof tables, Values[]>;

function rowsOf(fields: readonly FieldChange[]): Rows {
  const rows: Rows = { own: [], names: [], contactPoints: [], sources: [] };
  const known = new Map<string | undefined, Values>();
  for (const { field, part, after } of fields) {
    const dot = field.indexOf('.');
    const relation = dot === -1 ? 'own' : (field.slice(0, dot) as keyof Rows);
    let row = known.get(part);
    if (!row) {
      row = { id: String(part ?? after) };
      known.set(part, row);
      rows[relation].push(row);
    }
    row[field.slice(dot + 1)] = after;
  }
  return rows;
}

function cellOf(property: string, row: Values, owner: string): CopiedCell {
  if (property === 'owner') return owner;
  return (row[property] as CopiedCell | undefined) ?? (lists.has(property) ? [] : null);
}

/** As the directory looks at it; what it would read back of the tables. */
function recordOf(own: Values, { names, contactPoints }: Rows) {
  const list = (property: string) => (own[property] as number[] | undefined) ?? [];
  const seat = own['seat'] as number | undefined;
  const served = list('servedAreas');
  return {
    id: own.id,
    name: String(own['name']),
    aliases: names
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
      .map(({ name }) => String(name)),
    affiliations: [],
    kind: String(own['kind']),
    number: (own['number'] as string | undefined) ?? null,
    languages: list('languages').map((number) => ({ number, speaks: null })),
    areas: served.length || seat === undefined ? served : [seat],
    topics: list('topics'),
    communities: list('communities'),
    willingness: [],
    contacts: contactPoints.map((point) => ({
      channel: point['channel'] as ContactChannel,
      audience: point['audience'] as ContactAudience,
      hasFailed: false,
      value: String(point['value']),
    })),
    verifiedOn: null,
    verifiedBy: null,
    closedOn: null,
  };
}

const parents = new WeakMap<Vocabulary, ReadonlyMap<number, number | null>>();

function parentsOf(vocabulary: Vocabulary): ReadonlyMap<number, number | null> {
  const known = parents.get(vocabulary);
  if (known) return known;
  const made = new Map(
    vocabulary.areas('nb').map(({ number, parent }) => [number, parent?.number ?? null]),
  );
  parents.set(vocabulary, made);
  return made;
}
