import { FormattedMessage } from 'react-intl';

import { type FragmentOf, readFragment } from '#client/graphql.ts';
import { ChannelIcon } from './ChannelIcon.tsx';
import { ContactAction, ContactAction_point } from './ContactAction.tsx';
import { bestMasked } from './contactOrder.ts';
import { ContactReveal } from './ContactReveal.tsx';
import { ContactWhyMasked } from './ContactWhyMasked.tsx';
import { useContactReveal } from './useContactReveal.ts';

/**
 * Kontakt nå, med et menneske. Masked until somebody asks; then the one contact point to try first, or why it is not for them.
 *
 * Asks for nothing where there is nothing to press: what failed, and what is only a place, is on the person's own page.
 */
export function ContactOfPerson({
  person,
  points,
}: {
  person: { readonly id: string; readonly name: string };
  points: readonly FragmentOf<typeof ContactAction_point>[];
}) {
  const asking = useContactReveal(person.id);
  const { reveal, mayAsk } = asking;
  const masked = bestMasked(readFragment(ContactAction_point, points));

  if (reveal.state === 'revealed') {
    const { contactPoints } = reveal.person;
    if (contactPoints.some(({ isMasked }) => isMasked)) {
      return <ContactWhyMasked person={reveal.person} purpose={reveal.purpose} />;
    }
    return <ContactAction points={contactPoints} name={person.name} takesFocus />;
  }
  if (!masked) return <ContactAction points={points} name={person.name} />;
  if (!mayAsk) {
    return (
      <span className="contact-action-none">
        <FormattedMessage id="contact.masked" />
      </span>
    );
  }
  return (
    <ContactReveal
      asking={asking}
      name={person.name}
      channel={masked.channel}
      icon={<ChannelIcon channel={masked.channel} />}
    >
      <FormattedMessage id="contact.show" values={{ channel: masked.channel }} />
    </ContactReveal>
  );
}
