import { Field, InputType } from 'type-graphql';

import { Role } from '#schema/access/Role.ts';
import { StaffUser } from '#schema/access/StaffUser.ts';
import { Text } from '#schema/common/Text.ts';
import { change } from '#server/common/change.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';
import { AccessScopeInput, readScope } from './AccessScope.ts';
import { ensurePermission } from './ensure.ts';
import { ensureSteppedUp } from './ensureSteppedUp.ts';
import { isForStaff } from './rolesFor.ts';

@InputType({ description: 'Who may sign in from now on, and as what.' })
export class AdmitStaffInput {
  @Field(() => Text, {
    description:
      'Who they are to the identity provider (`sub`): the code that they were shown when they tried. Never a national identity number.',
  })
  subject!: string;

  @Field(() => Text, { description: 'What they are called: one line, at most 200 characters.' })
  name!: string;

  @Field(() => Text, { nullable: true, description: 'Their address at work, for reading only.' })
  email?: string | null;

  @Field(() => Role, {
    description:
      'What they are to do. Not SYSTEM, which is for tokens, nor a role that comes by link.',
  })
  role!: Role;

  @Field(() => AccessScopeInput, {
    nullable: true,
    description: 'Where they are to do it. Left out: in the whole country.',
  })
  scope?: AccessScopeInput | null;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

const LONGEST_NAME = 200;
const LONGEST_SUBJECT = 255;

/**
 * Slippe inn. Lets somebody of the viewer's own issuer sign in from now on. Who has been let in before, and disabled, is enabled instead.
 *
 * Throws FORBIDDEN, STEP_UP_REQUIRED, INVALID_INPUT.
 */
export async function admitStaff(context: Context, input: AdmitStaffInput): Promise<string> {
  const { viewer, now } = context;
  ensurePermission('staff.manage', viewer);
  ensureSteppedUp(viewer, now);
  refuseWrong(input);
  const { subject, name, email, role, reason } = input;
  const scope = await readScope(context, input.scope ?? {});
  return change(context, { verb: 'admitStaff', reason }, async (em) => {
    const { issuer } = await em.findOneOrFail(StaffUser, { id: viewer.id });
    if (await em.count(StaffUser, { issuer, subject })) {
      throw new InvalidInput({ subject: 'ALREADY_ADMITTED' });
    }
    const user = new StaffUser(issuer, subject, name, role);
    Object.assign(user, { email: email || null, ...scope });
    em.persist(user);
    return user.id;
  });
}

function refuseWrong({ subject, name, email, role }: AdmitStaffInput): void {
  const wrong: Record<string, string> = {
    ...reasonAs('subject', notASubject(subject)),
    ...reasonAs('name', notAName(name)),
    ...reasonAs(
      'email',
      email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && 'NOT_AN_EMAIL_ADDRESS',
    ),
    ...reasonAs('role', !isForStaff(role) && 'NOT_FOR_PEOPLE'),
  };
  if (Object.keys(wrong).length) throw new InvalidInput(wrong);
}

const reasonAs = (field: string, reason: string | false | null | undefined) =>
  reason ? { [field]: reason } : {};

function notASubject(subject: string): string | null {
  if (!subject) return 'REQUIRED';
  if (/^\d{6}\s?\d{5}$/.test(subject)) return 'NATIONAL_IDENTITY_NUMBER';
  return subject.length > LONGEST_SUBJECT || /\s/.test(subject) ? 'NOT_A_SUBJECT' : null;
}

function notAName(name: string): string | null {
  if (!/\p{L}/u.test(name)) return 'REQUIRED';
  if (name.length > LONGEST_NAME) return 'TOO_LONG';
  return /[\n\t]/.test(name) ? 'NOT_ONE_LINE' : null;
}
