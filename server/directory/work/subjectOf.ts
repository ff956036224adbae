import { WorkKind } from '#schema/directory/work/WorkKind.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { every, join, sql } from '#server/common/sql.ts';
import { statementOf } from '#server/common/Statement.ts';
import type { Context } from '#server/context.ts';
import { NotFound } from '#server/problems.ts';
import { workSources } from './workSources.ts';

/** A thing to do, by its kind and what it is known by within that. */
export interface Subject {
  readonly kind: WorkKind;
  readonly subject: string;
}

/** Reads the name of a thing to do. Throws NOT_FOUND for what is not to be done, or not by the one who asks. */
export async function subjectOf(context: Context, id: string): Promise<Subject> {
  const [kind = '', ...rest] = id.split(':');
  const known = Object.values(WorkKind).find((it) => it === kind);
  if (!known || !rest.length || rest.length > 2 || !rest.every(isUuid))
    throw new NotFound('WorkItem');
  const subject = rest.join(':');
  const { reader, readModel } = context;
  const statement = statementOf(readModel, `subject of ${kind}`, () => {
    const sources = workSources
      .map((source) => source(readModel))
      .filter((it) => it.kind === known);
    return join(
      sources.map(
        ({ from, where, isIt }) =>
          sql`(select 1 from ${from} where ${every([where, isIt])} limit 1)`,
      ),
      ' union all ',
    );
  });
  const args = { subject: rest[0], other: rest[1] ?? null, areas: null };
  const [row] = await reader.rawRows(statement, { context, args });
  if (!row) throw new NotFound('WorkItem');
  return { kind: known, subject };
}
