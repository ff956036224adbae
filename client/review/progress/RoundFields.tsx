import type { ComponentProps } from 'react';
import { useIntl } from 'react-intl';

import { daysAfter, todayInNorway } from '#client/ui/days.ts';
import { Choice, Field } from '#client/ui/Field.tsx';
import { Options } from '#client/ui/Options.tsx';
import type { RoundFacts } from './roundFacts.ts';
import { RoundTexts } from './RoundTexts.tsx';
import { WhomChoice } from './WhomChoice.tsx';

/** Those that one chooses among, and what somebody has chosen otherwise than on this screen. */
const among = (usual: readonly number[], own: readonly number[]) =>
  [...new Set([...usual, ...own])].toSorted((one, other) => one - other);

/** Feltene i en runde: whom, when, how often, and who signs. */
export function RoundFields({
  facts,
  ...whom
}: { facts: RoundFacts } & Pick<ComponentProps<typeof WhomChoice>, 'choices' | 'own'>) {
  const { formatMessage } = useIntl();
  const today = todayInNorway();

  return (
    <>
      <Field
        name="name"
        label={formatMessage({ id: 'round.name' })}
        defaultValue={facts.name}
        most={120}
        autoComplete="off"
        required
      />
      <WhomChoice {...whom} whom={facts.whom} />
      <Options
        name="asks"
        label={formatMessage({ id: 'round.asks' })}
        chosen={[facts.asks]}
        options={(['UNCERTAIN', 'ALL'] as const).map((value) => ({
          value,
          label: formatMessage({ id: `round.asks.${value}` }),
          hint: formatMessage({ id: `round.asksHint.${value}` }),
        }))}
      />
      <Field
        name="opensOn"
        label={formatMessage({ id: 'round.opensOn' })}
        type="date"
        min={today}
        // A draft that has lain goes out from today at the earliest.
        defaultValue={facts.opensOn < today ? today : facts.opensOn}
        required
      />
      <Field
        name="dueOn"
        label={formatMessage({ id: 'round.dueOn' })}
        type="date"
        min={daysAfter(today, 1)}
        defaultValue={facts.dueOn}
        required
      />
      <Options
        name="reminderDays"
        label={formatMessage({ id: 'round.reminderDays' })}
        type="checkbox"
        chosen={facts.reminderDays.map(String)}
        options={among([7, 14, 21, 28], facts.reminderDays).map((days) => ({
          value: String(days),
          label: formatMessage({ id: 'round.afterDays' }, { days }),
        }))}
      />
      <Choice
        name="lastCallDays"
        label={formatMessage({ id: 'round.lastCallDays' })}
        defaultValue={String(facts.lastCallDays)}
      >
        {among([0, 1, 3, 7], [facts.lastCallDays]).map((days) => (
          <option key={days} value={days}>
            {days
              ? formatMessage({ id: 'round.beforeDays' }, { days })
              : formatMessage({ id: 'round.noReminders' })}
          </option>
        ))}
      </Choice>
      <Field
        name="signedBy"
        label={formatMessage({ id: 'round.signedBy' })}
        hint={formatMessage({ id: 'round.signedByHint' })}
        defaultValue={facts.signedBy}
        most={120}
        required
      />
      <RoundTexts texts={facts.texts} />
    </>
  );
}
