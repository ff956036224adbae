import { useLayoutEffect, useRef } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';

import type { Purpose } from '#client/access/purpose.ts';
import { useMay } from '#client/access/viewer.ts';
import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { crisisPath, personPath } from '#client/paths.ts';
import { takeLostFocus } from '#client/ui/takeLostFocus.ts';

export const ContactWhyMasked_person = graphql(`
  fragment ContactWhyMasked_person on Person {
    id
    contactPoints {
      id
      whyMasked
    }
  }
`);

/** Hvorfor det fortsatt er skjult, in plain words, and what would change it. */
export function ContactWhyMasked({
  person,
  purpose,
}: {
  person: FragmentOf<typeof ContactWhyMasked_person>;
  purpose: Purpose;
}) {
  const { id, contactPoints } = readFragment(ContactWhyMasked_person, person);
  const why = contactPoints.find(({ whyMasked }) => whyMasked)?.whyMasked ?? 'NO_PURPOSE';
  const seesConsents = useMay('consent.read');
  const opensBreakGlass = useMay('breakGlass.open');
  const words = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => takeLostFocus(words.current), []);

  return (
    <p ref={words} tabIndex={-1} className="contact-why">
      <FormattedMessage id={`contact.why.${why}`} values={{ purpose }} />{' '}
      {why === 'NO_CONSENT' && seesConsents ? (
        <Link href={`${personPath(id)}#samtykker`}>
          <FormattedMessage id="contact.seeConsents" />
        </Link>
      ) : (
        <FormattedMessage id={`contact.whatToDo.${why}`} />
      )}
      {why === 'OUT_OF_SCOPE' && purpose === 'CRISIS' && opensBreakGlass && (
        <>
          {' '}
          <Link href={crisisPath}>
            <FormattedMessage id="crisis.fromMasked" />
          </Link>
        </>
      )}
    </p>
  );
}
