import type { Deed, FieldChange } from '#server/common/FieldChange.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { logChange } from '#server/common/logChange.ts';
import { personKeyOf, sealFields } from '#server/common/personKey.ts';
import type { Context } from '#server/context.ts';
import type { Mergeable } from './Mergeable.ts';
import { mergedFields } from './mergedFields.ts';
import type { RowChange } from './rowChanges.ts';

interface Told {
  readonly record: string;
  readonly id: string;
  readonly fields: readonly FieldChange[];
}

/**
 * Fører sammenslåingen. Tells of both records in the change log, of each branch that got another parent, of consents that ended and of links. The two have their new version
 * already; a branch gets it here.
 */
export async function logMerge(
  run: Run,
  context: Context,
  of: Mergeable,
  deed: Deed,
  { survivorId, loserId }: { readonly survivorId: string; readonly loserId: string },
  changes: readonly RowChange[],
): Promise<void> {
  const told: Told[] = [];
  for (const recordId of [survivorId, loserId]) {
    const fields = mergedFields(context.readModel, of, { recordId, survivorId }, changes);
    const isPerson = of.kind === 'person';
    told.push({
      record: of.table,
      id: recordId,
      fields: isPerson
        ? sealFields(await personKeyOf(run, context.personalKey, recordId), recordId, fields)
        : fields,
    });
  }
  const branches = changes.filter(({ relation }) => relation === 'branches');
  if (branches.length) {
    await run('update organisation set version = version + 1 where id = any($1::uuid[])', [
      branches.map(({ id }) => id),
    ]);
  }
  for (const { id, before, after } of branches) {
    const fields = [
      { field: 'parent', before: before?.['parent_id'], after: after?.['parent_id'] },
    ];
    told.push({ record: 'organisation', id, fields });
  }
  const { viewer, now, requestId } = context;
  await run(
    `insert into change (record, record_id, version, verb, by_id, via, at, reason, request_id, batch_id, fields)
     select t.record, t.id, coalesce(o.version, p.version), $2, $3, $4, $5, $6, $7, $8, t.fields
     from json_to_recordset($1) as t(record text, id uuid, fields jsonb)
     left join organisation o on t.record = 'organisation' and o.id = t.id
     left join person p on t.record = 'person' and p.id = t.id`,
    [
      JSON.stringify(told),
      deed.verb,
      viewer?.id,
      viewer?.via,
      now,
      deed.reason,
      requestId,
      deed.batchId,
    ],
  );
  for (const change of changes) {
    const own = ofItsOwn[change.relation];
    const fields = own ? fieldsIn(change, own.columns) : [];
    if (own && fields.length) {
      await logChange(run, context, deed, { record: own.record, id: change.id, fields });
    }
  }
}

/** What belongs to a record and has a history of its own, with the columns that are told of. */
const ofItsOwn: Readonly<
  Record<string, { record: string; columns: Readonly<Record<string, string>> }>
> = {
  consents: {
    record: 'consent',
    columns: { withdrawn_at: 'withdrawnAt', withdrawn_by: 'withdrawnBy' },
  },
  personalLinks: {
    record: 'personal_link',
    columns: { record_id: 'recordId', revoked_at: 'revokedAt' },
  },
  changeProposals: { record: 'change_proposal', columns: { organisation_id: 'organisationId' } },
  successions: { record: 'succession', columns: { organisation_id: 'organisationId' } },
  stopRequests: { record: 'stop_request', columns: { organisation_id: 'organisationId' } },
};

const fieldsIn = (
  { before, after }: RowChange,
  columns: Readonly<Record<string, string>>,
): FieldChange[] =>
  Object.entries(columns).flatMap(([column, field]) =>
    after && column in after
      ? [{ field, before: before?.[column] ?? null, after: after[column] ?? null }]
      : [],
  );
