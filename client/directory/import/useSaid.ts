import { useIntl } from 'react-intl';

import type { MessageId } from '#client/language/languages.ts';

/** The words for something that the server names, such as a reason; its name where there are none. */
export function useSaid(): (
  prefix: string,
  name: string,
  values?: Record<string, string | number>,
) => string {
  const { formatMessage, messages } = useIntl();
  return (prefix, name, values = {}) => {
    const id = `${prefix}.${name}`;
    return id in messages ? formatMessage({ id: id as MessageId }, values) : name;
  };
}
