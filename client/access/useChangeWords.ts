import { useIntl } from 'react-intl';

import type { MessageId } from '#client/language/languages.ts';
import { changeCodes } from './changeCodes.ts';

/** Languages that stand as their codes. */
const languages = new Set(['language', 'textLanguage']);

/** Identifiers that say only what kind of thing they are of. */
const kinds: Readonly<Record<string, MessageId>> = {
  parent: 'change.anOrganisation',
  scopeOrganisationId: 'change.anOrganisation',
  scopeAreaNumber: 'change.anArea',
};

/** Endringer i ord. What was done, to what, by whom, and what stood there: as people say it. */
export function useChangeWords() {
  const { formatMessage, formatDate, formatDisplayName, messages } = useIntl();
  const said = (id: string): string | null =>
    id in messages ? formatMessage({ id: id as MessageId }) : null;
  const at = (moment: string): string =>
    formatDate(moment, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Oslo' });
  // The unit of work tells of a list as PostgreSQL writes it.
  const permissions = (value: string): string =>
    value
      .replaceAll(/[{}" ]/g, '')
      .split(',')
      .map((it) => said(`permission.${it}`) ?? it)
      .join(', ');

  return {
    verb: (verb: string): string =>
      said(`change.verb.${verb}`) ?? formatMessage({ id: 'change.verb.other' }, { verb }),
    field: (field: string): string => said(`change.field.${field}`) ?? field,
    record: (kind: string): string => said(`change.record.${kind}`) ?? kind,
    /** Null where nothing stood there. */
    value(field: string, value: string | null): string | null {
      if (value === null) return null;
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
        return formatDate(value, { dateStyle: 'long', timeZone: 'UTC' });
      }
      if (/^\d{4}-\d{2}-\d{2}T\d{2}:/.test(value)) return at(value);
      if (languages.has(field)) return formatDisplayName(value, { type: 'language' }) ?? value;
      if (kinds[field]) return formatMessage({ id: kinds[field] });
      if (field === 'permissions') return permissions(value);
      const of = changeCodes[field];
      const word = (code: string) =>
        [of ?? []]
          .flat()
          .map((one) => said(`${one}.${code.toUpperCase()}`))
          .find(Boolean) ?? code;
      if (of) return value.split(', ').map(word).join(', ');
      return value === 'true' || value === 'false' ? said(`change.${value}`) : value;
    },
    /** A member of staff by name and role; anybody else by the way they came. */
    by: (by: { name: string; role: string } | null, via: string): string =>
      by
        ? `${by.name} (${(said(`role.${by.role}`) ?? by.role).toLowerCase()})`
        : (said(`change.by.${via}`) ?? via),
    at,
  };
}
