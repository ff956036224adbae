import { useLayoutEffect, useRef } from 'react';
import { FormattedMessage } from 'react-intl';

import { type FragmentOf, graphql, readFragment, type ResultOf } from '#client/graphql.ts';
import { takeLostFocus } from '#client/ui/takeLostFocus.ts';
import { ChannelIcon } from './ChannelIcon.tsx';
import './ContactAction.css';
import { contactLink } from './contactLink.ts';
import { bestContact, contactOrder_point, contactState } from './contactOrder.ts';
import { contactText } from './contactText.ts';

export const ContactAction_point = graphql(
  `
    fragment ContactAction_point on ContactPoint {
      ...contactOrder_point
    }
  `,
  [contactOrder_point],
);

/** Kontakt nå. The one contact point to try first, as one thing to press; says so when there is none. */
export function ContactAction({
  points,
  name,
  takesFocus = false,
}: {
  points: readonly FragmentOf<typeof ContactAction_point>[];
  /** Whom it reaches, for those who hear the link without its surroundings. */
  name: string;
  /** It has taken the place of the button that asked for it. */
  takesFocus?: boolean;
}) {
  const action = useRef<HTMLAnchorElement & HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (takesFocus) takeLostFocus(action.current);
  }, [takesFocus]);
  const ways = readFragment(contactOrder_point, readFragment(ContactAction_point, points));
  const best = bestContact(readFragment(ContactAction_point, points));
  const href = best && contactLink(best.channel, best.value);
  if (!best || !href) {
    return (
      <span ref={action} className="contact-action-none" tabIndex={takesFocus ? -1 : undefined}>
        <FormattedMessage id={whyNone(ways)} />
      </span>
    );
  }
  return (
    <a ref={action} className="contact-action" href={href} rel="noreferrer">
      <ChannelIcon channel={best.channel} />
      <span>
        <FormattedMessage id={`contact.verb.${best.channel}`} />{' '}
        <bdi dir="ltr">{contactText(best.channel, best.value)}</bdi>
        <span className="ds-sr-only">
          {', '}
          <bdi>{name}</bdi>
        </span>
      </span>
    </a>
  );
}

function whyNone(ways: readonly ResultOf<typeof contactOrder_point>[]) {
  if (ways.length === 0) return 'contact.none';
  if (ways.some((way) => contactState(way) === 'bounced')) return 'contact.allBounced';
  return 'contact.noneToPress';
}
