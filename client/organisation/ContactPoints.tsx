import { useLayoutEffect, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment, type ResultOf } from '#client/graphql.ts';
import { CopyButton } from '#client/ui/CopyButton.tsx';
import { takeLostFocus } from '#client/ui/takeLostFocus.ts';
import { ChannelIcon } from './ChannelIcon.tsx';
import { contactLink } from './contactLink.ts';
import {
  bestContact,
  type ContactChannel,
  contactOrder_point,
  contactState,
  inContactOrder,
} from './contactOrder.ts';
import { contactText } from './contactText.ts';
import { WorksAgain } from './WorksAgain.tsx';
import './ContactPoints.css';

export const ContactPoints_point = graphql(
  `
    fragment ContactPoints_point on ContactPoint {
      ...contactOrder_point
      id
      channel
      value
      isMasked
      label
      hours
      audience
      lastWorkedOn
      bouncedOn
      language {
        code
        name
      }
    }
  `,
  [contactOrder_point],
);

/** Kontaktpunkter. Every way there is, in the order to try them; what failed stands last and says so, never hidden. */
export function ContactPoints({
  points,
  takesFocus = false,
  mayMend = false,
}: {
  points: readonly FragmentOf<typeof ContactPoints_point>[];
  /** Whether the viewer may say that what came back works after all. */
  mayMend?: boolean;
  /** They have taken the place of those that were masked, and of the button that asked for them. */
  takesFocus?: boolean;
}) {
  const { formatMessage } = useIntl();
  const list = useRef<HTMLUListElement>(null);
  const inOrder = inContactOrder(readFragment(ContactPoints_point, points));
  const best = bestContact(inOrder);

  useLayoutEffect(() => {
    if (takesFocus) takeLostFocus(list.current?.querySelector('a') ?? list.current);
  }, [takesFocus]);

  if (inOrder.length === 0) {
    return (
      <p className="quiet">
        <FormattedMessage id="contact.none" />
      </p>
    );
  }
  return (
    <ul ref={list} tabIndex={-1} className="contact-points">
      {inOrder.map((point) => (
        <li key={point.id} data-state={contactState(point)} data-best={point.id === best?.id}>
          <ContactValue {...point} />
          <p className="contact-about">
            {point.label && (
              <span>
                <bdi>{point.label}</bdi>
              </span>
            )}
            {point.language && (
              <span>
                <FormattedMessage
                  id="contact.inLanguage"
                  values={{ language: point.language.name }}
                />
              </span>
            )}
            {point.hours && (
              <span>
                <bdi>{point.hours}</bdi>
              </span>
            )}
            <ContactTrial {...point} />
            {point.audience !== 'ALL_STAFF' && (
              <span>{formatMessage({ id: `contactAudience.${point.audience}` })}</span>
            )}
          </p>
          {mayMend && point.bouncedOn && (
            <WorksAgain
              contactPointId={point.id}
              what={point.isMasked ? point.value : contactText(point.channel, point.value)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

type Point = ResultOf<typeof ContactPoints_point>;

/** The value itself: something to press where it can be opened, words where it cannot. */
function ContactValue({ channel, value, isMasked }: Point) {
  const { formatMessage } = useIntl();
  const href = isMasked ? null : contactLink(channel, value);
  const text = (
    <bdi className="contact-value" dir={isWords(channel) ? 'auto' : 'ltr'}>
      {isMasked ? value : contactText(channel, value)}
    </bdi>
  );

  return (
    <div className="contact-line">
      {href ? (
        <a className="contact-link" href={href} rel="noreferrer">
          <ChannelIcon channel={channel} />
          <span>
            <span className="contact-verb">{formatMessage({ id: `contact.verb.${channel}` })}</span>{' '}
            {text}
          </span>
        </a>
      ) : (
        <p className="contact-link">
          <ChannelIcon channel={channel} />
          <span>
            <span className="contact-verb">
              {formatMessage({ id: `contactChannel.${channel}` })}
            </span>{' '}
            {text}
          </span>
        </p>
      )}
      {!isMasked && <CopyButton value={value} />}
    </div>
  );
}

const isWords = (channel: ContactChannel) => channel === 'POST' || channel === 'MEETING_PLACE';

/** When it was last found to work, or that it failed. */
function ContactTrial(point: Point) {
  const { formatDate } = useIntl();
  const state = contactState(point);
  const day = state === 'bounced' ? point.bouncedOn : point.lastWorkedOn;
  return (
    <span className="contact-trial" data-state={state}>
      <FormattedMessage
        id={`contact.state.${state}`}
        values={{ date: day && formatDate(day, { dateStyle: 'long', timeZone: 'UTC' }) }}
      />
    </span>
  );
}
