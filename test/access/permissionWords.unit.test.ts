import { expect, test } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import nb from '#schema/language/nb.json' with { type: 'json' };
import { permissionsOf } from '#server/access/permissions.ts';
import { isForStaff, isForTokens } from '#server/access/rolesFor.ts';

test('whatever somebody on the staff may, their account says in words', () => {
  const permissions = new Set(
    Object.values(Role)
      .filter(isForStaff)
      .flatMap((role) => [...permissionsOf(role)]),
  );
  expect(permissions.size).toBeGreaterThan(10);
  expect([...permissions].filter((name) => !(`permission.${name}` in nb))).toEqual([]);
});

test('the staff, systems, and those who come by link have roles of their own', () => {
  expect(Object.values(Role).filter(isForStaff)).toEqual([
    'reader',
    'editor',
    'coordinator',
    'recruiter',
    'programme_lead',
    'privacy_officer',
    'administrator',
  ]);
  expect(Object.values(Role).filter(isForTokens)).toEqual([
    'reader',
    'editor',
    'coordinator',
    'recruiter',
    'programme_lead',
    'privacy_officer',
    'system',
  ]);
});
