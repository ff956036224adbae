import { useIntl } from 'react-intl';

import type { MessageId } from './languages.ts';

/** Words for a problem's code or reason; a code we have no words for is a fault. */
export function useProblemWording(): (code: string) => string {
  const { formatMessage, messages } = useIntl();
  return (code) => {
    const id = `problem.${code}`;
    return formatMessage({ id: (id in messages ? id : 'problem.FAULT') as MessageId });
  };
}
