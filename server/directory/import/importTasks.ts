import { type Scope, scopeOf } from '#server/access/scope.ts';
import type { Task } from '#server/common/job/Jobs.ts';
import type { Context } from '#server/context.ts';
import type { ContextFor } from '#server/person/batch/undoBatchTask.ts';
import { applyImport } from './applyImport.ts';
import { forgetImport } from './forgetImport.ts';
import { planImport } from './planImport.ts';

/** Importoppgaver. What is done about files by itself: comparing, writing, deleting. */
export function importTasks(
  contextFor: ContextFor,
  { pool }: Context['database'],
): Readonly<Record<string, Task>> {
  const done =
    (work: (context: Context, id: string) => Promise<void>): Task =>
    async ({ importId: id = '' }) => {
      const { rows } = await pool.query<{ id: string | null; via: string; scope: number[] | null }>(
        'select by_id as id, via, scope from import where id = $1::uuid',
        [id],
      );
      const [by] = rows;
      if (!by) return;
      const scope: Scope = scopeOf(by.scope);
      try {
        await work(contextFor({ ...by, scope }), id);
      } catch (error) {
        // It will be tried again, and whoever waits is told so.
        await pool.query(`update import set problem = 'FAULT' where id = $1::uuid`, [id]);
        throw error;
      }
    };
  return {
    planImport: done(planImport),
    applyImport: done(applyImport),
    forgetImport: done(forgetImport),
  };
}

/** What was under way when a server died waits for nobody: it is added anew, and goes on where it came to. */
export const resumeImports = ({ pool }: Pick<Context['database'], 'pool'>): Promise<unknown> =>
  pool.query(
    `select graphile_worker.add_job(task, json_build_object('importId', id), max_attempts := 14, job_key := task || ' ' || id)
     from (
       select id, case state when 'planning' then 'planImport' else 'applyImport' end as task
       from import where state in ('planning', 'applying')
     ) as under_way`,
  );
