import type { VariablesOf } from '#client/graphql.ts';
import type { CreateReviewRound } from './NewRoundScreen.tsx';

type RoundInput = VariablesOf<typeof CreateReviewRound>['input'];

/** In which one may add words of one's own. */
export const textLanguages = ['NB', 'NN', 'EN', 'AR', 'PL', 'SO', 'TI', 'UK', 'UR', 'FA'] as const;

/** What stands in the form, as the round that is asked for. */
export function roundInputOf(values: FormData): RoundInput {
  const text = (name: string) => String(values.get(name) ?? '').trim();
  const whom = text('whom');
  const [kind, trust] = whom.split(' ');
  return {
    id: crypto.randomUUID(),
    name: text('name'),
    ...(whom === 'all' || kind === 'trust'
      ? { search: { text: '', filter: { only: 'ORGANISATION', ...(trust && { trust }) } } }
      : { audienceId: whom }),
    opensOn: text('opensOn'),
    dueOn: text('dueOn'),
    reminderDays: values.getAll('reminderDays').map(Number),
    lastCallDays: Number(text('lastCallDays')),
    asks: text('asks') === 'ALL' ? 'ALL' : 'UNCERTAIN',
    signedBy: text('signedBy'),
    texts: textLanguages.flatMap((language) => {
      const words = text(`text.${language}`);
      return words ? [{ language, text: words }] : [];
    }),
  };
}
