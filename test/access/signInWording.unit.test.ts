import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { locales } from '#schema/common/Locale.ts';
import { signInWording } from '#server/access/signInWording.ts';

test.each(locales)('roles are called the same before and after sign-in, in %s', (locale) => {
  const messages = JSON.parse(readFileSync(`schema/language/${locale}.json`, 'utf8')) as Record<
    string,
    string
  >;
  for (const [name, role] of Object.entries(Role)) {
    expect([name, signInWording[locale].roles[role][0]]).toEqual([name, messages[`role.${name}`]]);
  }
});
