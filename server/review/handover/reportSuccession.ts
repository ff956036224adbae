import { Field, ID, InputType } from 'type-graphql';

import { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { Text } from '#schema/common/Text.ts';
import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { ensure } from '#server/access/ensure.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { mayCorrect } from '#server/organisation/organisationRules.ts';
import { Conflict, InvalidInput } from '#server/problems.ts';
import { findPlaced } from '#server/review/findPlaced.ts';
import { nameSuccessor } from './nameSuccessor.ts';
import { readSuccessorForm } from './readSuccessorForm.ts';

@InputType({ description: 'What somebody has said over the phone: who has taken over.' })
export class ReportSuccessionInput {
  @Field(() => ID, {
    description: 'A new UUID, made by whoever asks: asked twice, it is noted once.',
  })
  id!: string;

  @Field(() => ID, { description: 'The UUID of the organisation.' })
  organisationId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The UUID of what ends, where it is known: who no longer is what to it.',
  })
  affiliationId?: string | null;

  @Field(() => Text, { description: 'What the new one is called: given name or names.' })
  givenName!: string;

  @Field(() => Text, { nullable: true, description: 'Their family name, if they have one.' })
  familyName?: string | null;

  @Field(() => Text, { description: 'Their e-mail address or mobile number: one of them.' })
  reach!: string;

  @Field(() => LinkLanguage, { description: 'The language that they are written to in.' })
  language!: LinkLanguage;
}

/**
 * Overlevering på telefon. Notes for somebody who rings, or is rung, who has taken over. The new one is asked through their own channel, as
 * when it came by a link: nothing in the register is different until they have said yes and somebody has approved it.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (ID_IS_TAKEN).
 */
export async function reportSuccession(
  context: Context,
  input: ReportSuccessionInput,
): Promise<string> {
  const { id, organisationId, affiliationId = null, language } = input;
  const { database, linkKey, canSms = false } = context;
  ensure(mayCorrect, context.viewer, await findPlaced(context, organisationId));
  const { givenName, familyName, reach } = input;
  const read = readSuccessorForm({ givenName, familyName: familyName ?? '', reach }, canSms);
  const wrong: Record<string, string> = { ...read.wrong };
  if (!isUuid(id)) wrong['id'] = 'NOT_A_UUID';
  if (affiliationId && !(await isOf(context, affiliationId, organisationId))) {
    wrong['affiliationId'] = 'UNKNOWN';
  }
  if (!read.successor || Object.keys(wrong).length) throw new InvalidInput(wrong);
  const { successor } = read;
  return inTransaction(database.pool, async (run) => {
    const [known] = await run<{ isIt: boolean }>(
      'select organisation_id = $2 as "isIt" from succession where id = $1',
      [id, organisationId],
    );
    if (known?.isIt === false) throw new Conflict('ID_IS_TAKEN');
    if (known) return id;
    return nameSuccessor(run, linkKey, context, {
      id,
      organisationId,
      affiliationId,
      linkId: null,
      through: VerificationMethod.PHONE,
      language,
      successor,
    });
  });
}

/** Whether somebody is that to the organisation today. */
async function isOf(
  { database, today }: Context,
  affiliationId: string,
  organisationId: string,
): Promise<boolean> {
  const { rows } = await database.pool.query(
    `select from affiliation where id = $1 and organisation_id = $2 and since <= $3::date and coalesce(until, 'infinity') >= $3::date`,
    [isUuid(affiliationId) ? affiliationId : null, organisationId, today],
  );
  return rows.length > 0;
}
