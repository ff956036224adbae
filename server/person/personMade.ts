import { Person } from '#schema/person/Person.ts';
import { touches } from '#server/access/scope.ts';
import type { RecordChange } from '#server/common/changeRecords.ts';
import { rowMade } from '#server/common/FieldChange.ts';
import type { Wrong } from '#server/common/Wrong.ts';
import type { Context } from '#server/context.ts';
import type { KnownPerson } from './findPersonToEdit.ts';
import { personChanges, type TypedFacts } from './personChanges.ts';

/** Of whom nothing is known yet. */
const nobody: KnownPerson = {
  version: 0,
  givenName: '',
  familyName: '',
  areas: [],
  topics: [],
  willingness: [],
  archivedOn: null,
  languages: [],
  contactPoints: [],
};

/** Ny person. What makes a person, and whether one of their areas is in the viewer's scope. What will not do is noted as wrong. */
export function personMade(
  context: Context,
  id: string,
  facts: TypedFacts,
  wrong: Wrong,
): { readonly made: RecordChange; readonly isInScope: boolean } {
  const told = personChanges(context, nobody, facts, wrong);
  const own = Object.fromEntries(
    told.filter(({ part }) => part === undefined).map(({ field, after }) => [field, after]),
  );
  const { givenName, familyName, areas, topics, willingness } = { ...nobody, ...own };
  const fields = [
    ...rowMade(id, { givenName, familyName, areas, topics, willingness }),
    ...told.filter(({ part }) => part !== undefined),
  ];
  return {
    made: { type: Person, id, version: 0, fields },
    isInScope: touches(context.viewer?.scope ?? null, areas),
  };
}
