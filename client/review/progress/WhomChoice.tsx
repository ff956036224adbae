import { useIntl } from 'react-intl';

import { graphql, type ResultOf } from '#client/graphql.ts';
import { Choice } from '#client/ui/Field.tsx';

export const RoundChoices_query = graphql(`
  query RoundChoices {
    audiences {
      id
      name
      isBroken
      filter {
        only
      }
    }
    healthTrusts {
      id
      name
    }
    reviewRounds {
      id
      name
    }
  }
`);

export type RoundChoices = ResultOf<typeof RoundChoices_query>;

/** Saved searches that may find an organisation. */
const usable = ({ audiences }: RoundChoices) =>
  audiences.filter(({ isBroken, filter }) => !isBroken && filter.only !== 'PERSON');

/** Whether one may choose it. */
export const isThere = (choices: RoundChoices, whom: string): boolean =>
  ['', 'all', 'own'].includes(whom) ||
  choices.healthTrusts.some(({ id }) => `trust ${id}` === whom) ||
  usable(choices).some(({ id }) => id === whom);

/** What those are called whom a choice means, unless it is a search without a name. */
export const nameOfWhom = (choices: RoundChoices, whom: string): string | null =>
  choices.healthTrusts.find(({ id }) => `trust ${id}` === whom)?.name ??
  choices.audiences.find(({ id }) => id === whom)?.name ??
  null;

/** Hvem som spørres. Everybody, a trust, or whom a search finds. Where nothing is chosen, somebody has to: nobody writes to everybody by mistake. */
export function WhomChoice({
  choices,
  whom,
  own,
}: {
  choices: RoundChoices;
  whom: string;
  /** What the search without a name is called, or the saved one that can't be chosen by others; there while it is what is asked by. */
  own: { readonly value: string; readonly name: string } | null;
}) {
  const { formatMessage } = useIntl();

  return (
    <Choice
      name="whom"
      label={formatMessage({ id: 'round.whom' })}
      hint={formatMessage({ id: 'round.whomHint' })}
      defaultValue={whom}
      required
    >
      {!whom && <option value="">{formatMessage({ id: 'round.chooseWhom' })}</option>}
      {own && <option value={own.value}>{own.name}</option>}
      <option value="all">{formatMessage({ id: 'round.everybody' })}</option>
      <optgroup label={formatMessage({ id: 'filter.trust' })}>
        {choices.healthTrusts.map(({ id, name }) => (
          <option key={id} value={`trust ${id}`}>
            {name}
          </option>
        ))}
      </optgroup>
      <optgroup label={formatMessage({ id: 'audience.title' })}>
        {usable(choices).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </optgroup>
    </Choice>
  );
}
