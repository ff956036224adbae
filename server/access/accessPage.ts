import { type GraphQLSchema, isObjectType } from 'graphql';

import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { contactPermission, permissionsOf } from './permissions.ts';
import { type AccessRules, anyone, type Door } from './rules.ts';

const roles = Object.values(Role);

/**
 * Tilgangstabell. Who may do what, as a page: each permission, purpose, query, mutation and field with a door of its own, role by role.
 *
 * Written from the rules themselves and committed, so that whoever widens one sees it as a line of the change.
 */
export function accessPage(schema: GraphQLSchema, slices: readonly AccessRules[]): string {
  const permissions = [...new Set(roles.flatMap((role) => [...permissionsOf(role)]))].toSorted();
  const rootOf = (name: 'query' | 'mutation') =>
    rows(Object.assign({}, ...slices.map((slice) => slice[name] ?? {})) as Doors);
  const types = Object.assign({}, ...slices.map((slice) => slice.types ?? {})) as Doors;
  const ofTypes = Object.fromEntries(
    Object.entries(types).filter(([name]) => isObjectType(schema.getType(name))),
  );
  const asked = Object.fromEntries(
    Object.entries(types).filter(([name]) => !isObjectType(schema.getType(name))),
  );
  const fields = Object.assign({}, ...slices.map((slice) => slice.fields ?? {})) as Doors;

  return [
    '# Who may do what',
    '',
    'Written by `node dist/server/emitSchema.js` from the rules of the code; a test fails where it is not what they say.',
    'A role gives permissions. The scope of a user limits what is changed, and whose contact details are seen, to a trust, a region or a municipality.',
    'What each role gets to see of a person and an organisation, field by field, is in [accessMatrix.md](accessMatrix.md).',
    '',
    '## Permissions',
    '',
    table(
      'permission',
      permissions.map((permission) => [permission, (role) => permissionsOf(role).has(permission)]),
    ),
    '## Purposes for which the contact details of people are read',
    '',
    'Each also needs the person’s consent, but for `audit`.',
    '',
    table(
      'purpose',
      Object.values(Purpose).map((purpose) => [
        purpose,
        (role) => permissionsOf(role).has(contactPermission(purpose)),
      ]),
    ),
    '## Queries',
    '',
    table('query', rootOf('query')),
    '## Mutations',
    '',
    table('mutation', rootOf('mutation')),
    '## Types of what is answered',
    '',
    table('type', rows(ofTypes)),
    '## Types of what is asked with',
    '',
    table('type', rows(asked)),
    '## Fields with a door of their own',
    '',
    table('field', rows(fields)),
  ].join('\n');
}

type Doors = Readonly<Record<string, Door>>;
type Row = readonly [name: string, may: (role: Role) => boolean];

const rows = (doors: Doors): Row[] =>
  Object.entries(doors)
    .toSorted(([one], [other]) => one.localeCompare(other, 'en'))
    .map(([name, door]) => [name, (role) => door === anyone || permissionsOf(role).has(door)]);

function table(what: string, all: readonly Row[]): string {
  const lines = [
    [what, ...roles.map((role) => role.replaceAll('_', ' '))],
    ['---', ...roles.map(() => ':-:')],
    ...all.map(([name, may]) => [`\`${name}\``, ...roles.map((role) => (may(role) ? '✓' : ''))]),
  ];
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}
