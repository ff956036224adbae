import { useIntl } from 'react-intl';

import type { MessageId } from '#client/language/languages.ts';

/** Which words of the API stand in a field, by the beginning of their messages. */
const codes: Readonly<Record<string, string>> = {
  kind: 'organisationKind',
  willingness: 'willingness',
  'contactPoints.channel': 'contactChannel',
  'contactPoints.audience': 'change.audience',
  role: 'role',
  purpose: 'traces.purpose',
};

/** Endringer i ord. What was done, to what, by whom, and what stood there: as people say it. */
export function useChangeWords() {
  const { formatMessage, formatDate, messages } = useIntl();
  const said = (id: string): string | null =>
    id in messages ? formatMessage({ id: id as MessageId }) : null;

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
      const of = codes[field];
      const word = (code: string) => said(`${of}.${code.toUpperCase()}`) ?? code;
      if (of) return value.split(', ').map(word).join(', ');
      return value === 'true' || value === 'false' ? said(`change.${value}`) : value;
    },
    /** A member of staff by name and role; anybody else by the way they came. */
    by: (by: { name: string; role: string } | null, via: string): string =>
      by
        ? `${by.name} (${(said(`role.${by.role}`) ?? by.role).toLowerCase()})`
        : (said(`change.by.${via}`) ?? via),
    at: (moment: string): string =>
      formatDate(moment, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Oslo' }),
  };
}
