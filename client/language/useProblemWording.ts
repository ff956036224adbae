import { useIntl } from 'react-intl';

import type { MessageId } from './languages.ts';

/** Words for a problem's code, or for its reason where we have words for that; a code we have no words for is a fault. */
export function useProblemWording(): (code: string, reason?: string) => string {
  const { formatMessage, messages } = useIntl();
  return (code, reason) => {
    const ids = [`problem.${reason}`, `problem.${code}`, 'problem.FAULT'];
    return formatMessage({ id: ids.find((id) => id in messages) as MessageId });
  };
}
