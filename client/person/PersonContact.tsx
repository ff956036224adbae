import { FormattedMessage, useIntl } from 'react-intl';

import type { FragmentOf } from '#client/graphql.ts';
import { readFragment } from '#client/graphql.ts';
import { useInSentence } from '#client/language/useInSentence.ts';
import { ContactPoints, ContactPoints_point } from '#client/organisation/ContactPoints.tsx';
import { ContactReveal } from '#client/organisation/ContactReveal.tsx';
import { ContactWhyMasked } from '#client/organisation/ContactWhyMasked.tsx';
import { useContactReveal } from '#client/organisation/useContactReveal.ts';

/** Hvordan en når personen. All ways, masked until somebody asks; above them how to ask, that it was told, or why it is not. */
export function PersonContact({
  person,
  points,
  mayMend = false,
}: {
  person: { readonly id: string; readonly name: string };
  points: readonly FragmentOf<typeof ContactPoints_point>[];
  mayMend?: boolean;
}) {
  const { formatMessage } = useIntl();
  const inSentence = useInSentence();
  const asking = useContactReveal(person.id);
  const { reveal, mayAsk } = asking;

  if (reveal.state === 'revealed') {
    const { contactPoints } = reveal.person;
    const isOpen = contactPoints.every(({ isMasked }) => !isMasked);
    return (
      <>
        <div className="contact-masked">
          {isOpen ? (
            <p>
              <FormattedMessage
                id="contact.shownFor"
                values={{
                  purpose: inSentence(formatMessage({ id: `purpose.${reveal.purpose}` })),
                }}
              />
            </p>
          ) : (
            <ContactWhyMasked person={reveal.person} purpose={reveal.purpose} />
          )}
        </div>
        <ContactPoints
          key="revealed"
          points={contactPoints}
          takesFocus={isOpen}
          mayMend={mayMend}
        />
      </>
    );
  }
  const isAnyMasked = readFragment(ContactPoints_point, points).some(({ isMasked }) => isMasked);
  return (
    <>
      {isAnyMasked && (
        <div className="contact-masked">
          {mayAsk ? (
            <ContactReveal asking={asking} name={person.name}>
              <FormattedMessage id="contact.showAll" />
            </ContactReveal>
          ) : (
            <p>
              <FormattedMessage id="contact.whyMasked" />
            </p>
          )}
        </div>
      )}
      <ContactPoints key="masked" points={points} mayMend={mayMend} />
    </>
  );
}
