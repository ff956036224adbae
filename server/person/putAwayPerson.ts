import { Person } from '#schema/person/Person.ts';
import { ensure } from '#server/access/ensure.ts';
import { changeRecords } from '#server/common/changeRecords.ts';
import { staleVersion } from '#server/common/staleVersion.ts';
import { whyNotText } from '#server/common/whyNotText.ts';
import { Wrong } from '#server/common/Wrong.ts';
import type { Context } from '#server/context.ts';
import { findPersonToEdit } from './findPersonToEdit.ts';
import { mayEdit } from './personRules.ts';

interface Asked {
  readonly id: string;
  readonly expectedVersion: number;
  readonly reason?: string | null;
}

/** Legger bort, eller henter frem. Sets the day from which a person is archived, or takes it away; one who is so already stays so. */
export async function putAwayPerson(
  context: Context,
  verb: 'archivePerson' | 'restorePerson',
  { id, expectedVersion: version, reason }: Asked,
  after: string | null,
): Promise<string> {
  const known = await findPersonToEdit(context, id);
  ensure(mayEdit, context.viewer, known);
  const wrong = new Wrong();
  if (reason) wrong.note('reason', whyNotText(reason, { mayHaveLines: true }));
  wrong.refuse();
  const { archivedOn: before } = known;
  if ((before === null) === (after === null)) return id;
  const seen = { type: Person, id, version };
  if (known.version !== version) throw await staleVersion(context, seen);
  const fields = [{ field: 'archivedOn', before, after }];
  await changeRecords(context, { verb, reason }, [{ ...seen, fields }]);
  return id;
}
