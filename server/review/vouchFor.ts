import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import type { FieldGroup } from '#schema/review/FieldGroup.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { whyNotText } from '#server/common/whyNotText.ts';
import { Wrong } from '#server/common/Wrong.ts';
import type { Context } from '#server/context.ts';
import { Conflict } from '#server/problems.ts';
import { noteVerification, type Verifiable } from './noteVerification.ts';
import type { VouchedInput } from './VouchedInput.ts';

const LONGEST_NOTE = 500;
/** What somebody on the staff can have done. The others bring evidence of their own. */
const byStaff: readonly VerificationMethod[] = [
  VerificationMethod.PHONE,
  VerificationMethod.MEETING,
  VerificationMethod.EXERCISE,
];

/**
 * Går god for. Notes that somebody on the staff has asked, and that what the register says was right; `of` are the groups that such a record
 * has.
 *
 * Throws INVALID_INPUT, CONFLICT (ID_IS_TAKEN).
 */
export async function vouchFor(
  context: Context,
  verifiable: Verifiable,
  input: VouchedInput,
  of: readonly FieldGroup[],
): Promise<void> {
  const { id, method, note } = input;
  const groups = [...new Set(input.groups)];
  const on = input.on ?? context.today;
  const wrong = new Wrong();
  if (!isUuid(id)) wrong.note('id', 'NOT_A_UUID');
  if (!groups.length) wrong.note('groups', 'REQUIRED');
  if (groups.some((group) => !of.includes(group))) wrong.note('groups', 'NOT_OF_SUCH');
  if (!byStaff.includes(method)) wrong.note('method', 'NOT_BY_STAFF');
  if (on > context.today) wrong.note('on', 'IN_THE_FUTURE');
  if (note) wrong.note('note', whyNotText(note, { most: LONGEST_NOTE, mayHaveLines: true }));
  wrong.refuse();
  await inTransaction(context.database.pool, async (run) => {
    const noted = { ...verifiable, id, groups, method, on, note: note || null };
    if (await noteVerification(run, context, noted)) return;
    const [known] = await run<{ isIt: boolean }>(
      `select coalesce(organisation_id, person_id) = $2 as "isIt" from verification where id = $1`,
      [id, verifiable.personId ?? verifiable.organisationId],
    );
    if (!known?.isIt) throw new Conflict('ID_IS_TAKEN');
  });
}
