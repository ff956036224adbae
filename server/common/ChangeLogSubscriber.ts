import type {
  ChangeSet,
  ChangeSetType,
  EntityMetadata,
  EventSubscriber,
  FlushEventArgs,
  MetadataStorage,
} from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

import type { Context } from '#server/context.ts';
import type { Deed, FieldChange } from './FieldChange.ts';
import { personKeyOf, sealFields } from './personKey.ts';
import { runIn } from './runIn.ts';
import { sealedOfTie, type Tie } from './Tie.ts';

/** Who does what in a unit of work, when and for which request; and the key of the house, for what is personal. */
export type Author = Deed & Pick<Context, 'viewer' | 'now' | 'requestId' | 'personalKey'>;

const authors = new WeakMap<object, Author>();

/** What entities held that were removed. */
const removed = new WeakMap<object, Readonly<Record<string, unknown>>>();

const isRemoval = (type: ChangeSetType): boolean => type.startsWith('delete');

/** From here on, whatever is flushed in this unit of work is the author's. */
export const writtenBy = (em: EntityManager, author: Author): unknown => authors.set(em, author);

/** What is kept of a record: a type with a version, and the types whose rows are part of one. */
interface Whereabouts {
  readonly root: EntityMetadata;
  /** By which the root knows its part, and the part its root. */
  readonly relation?: { readonly name: string; readonly mappedBy: string };
}

interface Changed {
  readonly root: EntityMetadata;
  readonly id: string;
  fields: FieldChange[];
  /** Whom and what it ties together, where it does. */
  readonly tie: Tie | null;
  /** Null where only parts have changed: then the record has no new version yet. */
  version: number | null;
}

/**
 * Fører endringsloggen. Tells in the change log what a unit of work with an author has written, in its transaction.
 *
 * A unit of work without an author loads or repairs the register from outside, and tells nothing. One with an author that writes what no
 * record with a version knows of is stopped.
 */
export class ChangeLogSubscriber implements EventSubscriber {
  /** Afterwards nothing knows what was removed. */
  onFlush({ em, uow }: FlushEventArgs): void {
    if (!authors.has(em)) return;
    for (const { entity, type } of uow.getChangeSets()) {
      if (isRemoval(type)) removed.set(entity, { ...uow.getOriginalEntityData(entity) });
    }
  }

  async afterFlush({ em, uow }: FlushEventArgs): Promise<void> {
    const author = authors.get(em);
    const changes = author ? gather(uow.getChangeSets(), em.getMetadata()) : [];
    if (!author || !changes.length) return;
    const postgres = em as EntityManager;
    for (const change of changes) {
      change.version ??= await nextVersion(postgres, change);
      const personId = change.root.tableName === 'person' ? change.id : change.tie?.personId;
      if (!personId) continue;
      const run = runIn(postgres.getTransactionContext());
      const key = await personKeyOf(run, author.personalKey, personId);
      const sealed = sealedOfTie(change.root.className);
      change.fields = change.fields.flatMap((it) =>
        change.tie && !sealed.has(it.field) ? [it] : sealFields(key, personId, [it]),
      );
    }
    await postgres.execute(
      `insert into change (record, record_id, version, verb, by_id, via, at, reason, request_id, fields, person_id, organisation_id)
       select record, record_id, version, ?, ?, ?, ?, ?, ?, fields, person_id, organisation_id
       from json_to_recordset(?) as changed(record text, record_id uuid, version integer, fields jsonb, person_id uuid, organisation_id uuid)`,
      [
        author.verb,
        author.viewer?.id,
        author.viewer?.via,
        author.now,
        author.reason ?? null,
        author.requestId,
        JSON.stringify(
          changes.map(({ root, id, version, fields, tie }) => ({
            person_id: tie?.personId,
            organisation_id: tie?.organisationId,
            record: root.tableName,
            record_id: id,
            version,
            fields,
          })),
        ),
      ],
    );
  }
}

function gather(changeSets: readonly ChangeSet<object>[], all: MetadataStorage): Changed[] {
  const byId = new Map<string, Changed>();
  for (const changeSet of changeSets) {
    const { root, relation } = whereaboutsOf(changeSet.meta, all);
    const row = changeSet.entity as Record<string, unknown> & { id: string };
    const id = relation ? idOf(row[relation.mappedBy]) : row.id;
    const tie = sealedOfTie(root.className).size
      ? { personId: idOf(row['person']), organisationId: idOf(row['organisation']) }
      : null;
    const known = byId.get(id) ?? { root, id, fields: [], tie, version: null };
    byId.set(id, known);
    if (!relation) known.version = versionAfter(changeSet, root);
    known.fields.push(...fieldsOf(changeSet, relation, root));
  }
  return [...byId.values()];
}

function whereaboutsOf(meta: EntityMetadata, all: MetadataStorage): Whereabouts {
  if (meta.versionProperty) return { root: meta };
  for (const { name: mappedBy, inversedBy: name, targetMeta } of meta.relations) {
    // What a relation carries with it is older than the version.
    const root = name && targetMeta ? all.get(targetMeta.class) : undefined;
    if (name && root?.versionProperty) return { root, relation: { name, mappedBy } };
  }
  throw new Error(
    `${meta.className} belongs to no record with a version: nothing would tell of the change`,
  );
}

function fieldsOf(
  { entity, type, payload, originalEntity, meta }: ChangeSet<object>,
  relation: Whereabouts['relation'],
  { versionProperty }: EntityMetadata,
): FieldChange[] {
  const before: Readonly<Record<string, unknown>> = originalEntity ?? removed.get(entity) ?? {};
  const after: Readonly<Record<string, unknown>> = payload;
  // A blind index says nothing that its value does not say.
  const unsaid = new Set(['id', 'valueIndex', relation?.mappedBy ?? versionProperty]);
  return Object.keys(isRemoval(type) ? before : after).flatMap((property) => {
    const values = { before: inJson(before[property]), after: inJson(after[property]) };
    // What a property hides opens something, as a token's hash does.
    if (meta.properties[property as never]?.['hidden']) return [];
    if (unsaid.has(property) || (values.before === null && values.after === null)) return [];
    if (!relation) return [{ field: property, ...values }];
    return [{ field: `${relation.name}.${property}`, part: idOf(entity), ...values }];
  });
}

function versionAfter(
  { entity, type }: ChangeSet<object>,
  { versionProperty }: EntityMetadata,
): number {
  const { [versionProperty]: version = 1 } = entity as Record<string, number>;
  return isRemoval(type) ? version + 1 : version;
}

async function nextVersion(em: EntityManager, { root, id }: Changed): Promise<number> {
  const [row] = await em.execute<{ version: number }[]>(
    `update "${root.tableName}" set version = version + 1 where id = ? returning version`,
    [id],
  );
  if (!row) throw new Error(`${root.className} ${id} is gone, its parts are not`);
  const loaded = em.getUnitOfWork().getById(root.class, id as never);
  if (loaded) await em.refresh(loaded);
  return row.version;
}

/** Bytes as base64; the rest is what it is. */
const inJson = (value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : (value ?? null);

const idOf = (entity: unknown): string => (entity as { id: string }).id;
