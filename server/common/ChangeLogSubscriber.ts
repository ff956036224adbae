import type { ChangeSet, EntityMetadata, EventSubscriber, FlushEventArgs } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

import type { Context } from '#server/context.ts';
import type { Deed, FieldChange } from './FieldChange.ts';

/** Who does what in a unit of work, when and for which request. */
export type Author = Deed & Pick<Context, 'viewer' | 'now' | 'requestId'>;

const authors = new WeakMap<object, Author>();

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
  readonly fields: FieldChange[];
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
  async afterFlush({ em, uow }: FlushEventArgs): Promise<void> {
    const author = authors.get(em);
    const changes = author ? gather(uow.getChangeSets()) : [];
    if (!author || !changes.length) return;
    const postgres = em as EntityManager;
    for (const change of changes) change.version ??= await nextVersion(postgres, change);
    await postgres.execute(
      `insert into change (record, record_id, version, verb, by_id, via, at, reason, request_id, fields)
       select record, record_id, version, ?, ?, ?, ?, ?, ?, fields
       from json_to_recordset(?) as changed(record text, record_id uuid, version integer, fields jsonb)`,
      [
        author.verb,
        author.viewer?.id,
        author.viewer?.via,
        author.now,
        author.reason ?? null,
        author.requestId,
        JSON.stringify(
          changes.map(({ root, id, version, fields }) => ({
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

function gather(changeSets: readonly ChangeSet<object>[]): Changed[] {
  const byId = new Map<string, Changed>();
  for (const changeSet of changeSets) {
    const { root, relation } = whereaboutsOf(changeSet.meta);
    const row = changeSet.entity as Record<string, unknown> & { id: string };
    const id = relation ? idOf(row[relation.mappedBy]) : row.id;
    const known = byId.get(id) ?? { root, id, fields: [], version: null };
    byId.set(id, known);
    if (!relation) known.version = versionAfter(changeSet, root);
    known.fields.push(...fieldsOf(changeSet, relation, root));
  }
  return [...byId.values()];
}

function whereaboutsOf(meta: EntityMetadata): Whereabouts {
  if (meta.versionProperty) return { root: meta };
  for (const { targetMeta: root } of meta.relations) {
    const relation = root?.versionProperty
      ? root.relations.find(({ kind, targetMeta }) => kind === '1:m' && targetMeta === meta)
      : undefined;
    if (root && relation) return { root, relation };
  }
  throw new Error(
    `${meta.className} belongs to no record with a version: nothing would tell of the change`,
  );
}

function fieldsOf(
  { entity, type, payload, originalEntity = {} }: ChangeSet<object>,
  relation: Whereabouts['relation'],
  root: EntityMetadata,
): FieldChange[] {
  const [before, after] = [originalEntity, type.startsWith('delete') ? {} : payload] as const;
  const unsaid = new Set(['id', relation?.mappedBy ?? String(root.versionProperty)]);
  return Object.keys(type.startsWith('update') ? payload : { ...before, ...after }).flatMap(
    (property) => {
      const values = {
        before: (before as Record<string, unknown>)[property] ?? null,
        after: (after as Record<string, unknown>)[property] ?? null,
      };
      if (unsaid.has(property) || (values.before === null && values.after === null)) return [];
      if (!relation) return [{ field: property, ...values }];
      return [{ field: `${relation.name}.${property}`, part: idOf(entity), ...values }];
    },
  );
}

function versionAfter(
  { entity, type, originalEntity }: ChangeSet<object>,
  { versionProperty }: EntityMetadata,
): number {
  const { [versionProperty]: version } = (
    type.startsWith('delete') ? originalEntity : entity
  ) as Record<string, number>;
  return (version ?? 1) + (type.startsWith('delete') ? 1 : 0);
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

const idOf = (entity: unknown): string => (entity as { id: string }).id;
