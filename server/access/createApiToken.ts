import { Field, InputType } from 'type-graphql';

import { ApiToken } from '#schema/access/ApiToken.ts';
import { Role } from '#schema/access/Role.ts';
import { LocalDate } from '#schema/common/LocalDate.ts';
import { Text } from '#schema/common/Text.ts';
import { change } from '#server/common/change.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';
import { AccessScopeInput, readScope } from './AccessScope.ts';
import { ensurePermission } from './ensure.ts';
import { ensureSteppedUp } from './ensureSteppedUp.ts';
import { permissionsOf } from './permissions.ts';
import { isForTokens } from './rolesFor.ts';
import { hashOf, newSecret } from './secret.ts';
import { tokenPrefix } from './token.ts';

@InputType({ description: 'What a token is for, what it may, and for how long.' })
export class CreateApiTokenInput {
  @Field(() => Text, { description: 'What it is for: one line, at most 200 characters.' })
  label!: string;

  @Field(() => Role, {
    nullable: true,
    description:
      'The role whose permissions it has; SYSTEM where nothing is said. Not ADMINISTRATOR, nor a role that comes by link.',
  })
  role?: Role | null;

  @Field(() => [Text], {
    nullable: true,
    description: 'Fewer permissions than those of the role, by name: `register.read`.',
  })
  permissions?: string[] | null;

  @Field(() => AccessScopeInput, {
    nullable: true,
    description: 'Where they hold. Left out: in the whole country.',
  })
  scope?: AccessScopeInput | null;

  @Field(() => LocalDate, {
    description: 'The last day on which it lets anybody in: after today, at most a year away.',
  })
  expiresOn!: string;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

/** A token, and by which it is known. */
interface Made {
  readonly id: string;
  readonly token: string;
}

const LONGEST_LABEL = 200;
const LONGEST_DAYS = 366;
const DAY = 24 * 60 * 60 * 1000;

/**
 * Lage API-nøkkel. Lets another system in, with the permissions of a role or fewer. Gives the token: the only time that anyone sees it.
 *
 * What asks for a fresh sign-in no token may do; so one with the role of an administrator would be of no use but to whoever steals it.
 * Throws FORBIDDEN, STEP_UP_REQUIRED, INVALID_INPUT.
 */
export async function createApiToken(context: Context, input: CreateApiTokenInput): Promise<Made> {
  const { viewer, now } = context;
  ensurePermission('token.manage', viewer);
  ensureSteppedUp(viewer, now);
  const role = input.role ?? Role.SYSTEM;
  refuseWrong(input, role, context.today);

  const scope = await readScope(context, input.scope ?? {});
  const token = tokenPrefix + newSecret();
  const { label, permissions, expiresOn, reason } = input;
  const id = await change(context, { verb: 'createApiToken', reason }, async (em) => {
    const [until] = await em.execute<{ end: string }[]>(
      `select ((?::date + 1)::timestamp at time zone 'Europe/Oslo')::text as end`,
      [expiresOn],
    );
    const made = new ApiToken(hashOf(token), label, role, now, new Date(String(until?.end)));
    made.permissions = permissions ? [...new Set(permissions)].toSorted() : null;
    Object.assign(made, { createdById: viewer.id, ...scope });
    em.persist(made);
    return made.id;
  });
  return { id, token };
}

function refuseWrong(
  { label, permissions, expiresOn }: CreateApiTokenInput,
  role: Role,
  today: string,
): void {
  const wrong: Record<string, string> = {};
  const days = (Date.parse(expiresOn) - Date.parse(today)) / DAY;
  const ofRole: ReadonlySet<string> = permissionsOf(role);
  if (!/[\p{L}\p{N}]/u.test(label)) wrong['label'] = 'REQUIRED';
  else if (label.length > LONGEST_LABEL) wrong['label'] = 'TOO_LONG';
  else if (/[\n\t]/.test(label)) wrong['label'] = 'NOT_ONE_LINE';
  if (!isForTokens(role)) wrong['role'] = 'NOT_FOR_TOKENS';
  if (permissions?.length === 0) wrong['permissions'] = 'REQUIRED';
  if (permissions?.some((name) => !ofRole.has(name))) wrong['permissions'] = 'NOT_OF_THE_ROLE';
  if (days < 1) wrong['expiresOn'] = 'MUST_BE_AFTER_TODAY';
  if (days > LONGEST_DAYS) wrong['expiresOn'] = 'AT_MOST_A_YEAR';
  if (Object.keys(wrong).length) throw new InvalidInput(wrong);
}
