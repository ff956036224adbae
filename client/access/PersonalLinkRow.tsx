import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { useInSentence } from '#client/language/useInSentence.ts';
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx';
import type { LinkAddress } from './PersonalLinks.tsx';
import { useAsked } from './useAsked.ts';

export const PersonalLinkRow_link = graphql(`
  fragment PersonalLinkRow_link on PersonalLink {
    id
    contactPointId
    language
    expiresOn
    issuedOn
    sentOn
    failedOn
    bouncedOn
    openedOn
  }
`);

export type LinkShown = FragmentOf<typeof PersonalLinkRow_link>;

/** One link that works: to whom it went, in which language, and what has become of it. */
export function PersonalLinkRow({
  link,
  addresses,
}: {
  link: LinkShown;
  addresses: readonly LinkAddress[];
}) {
  const { formatMessage, formatDate } = useIntl();
  const languageName = useLanguageName();
  const [, ask] = useAsked('trekk');
  const { id, contactPointId, language, expiresOn, sentOn, failedOn, bouncedOn, openedOn } =
    readFragment(PersonalLinkRow_link, link);
  const address = addresses.find((it) => it.id === contactPointId)?.value;
  const day = (date: string) => formatDate(date, { dateStyle: 'long', timeZone: 'UTC' });
  const sent = bouncedOn
    ? formatMessage({ id: 'link.bounced' }, { date: day(bouncedOn) })
    : failedOn
      ? formatMessage({ id: 'link.failed' })
      : sentOn
        ? formatMessage({ id: 'link.sentOn' }, { date: day(sentOn) })
        : formatMessage({ id: 'link.waiting' });

  return (
    <li className="access-row">
      <div>
        <strong>
          <bdi dir="ltr">{address ?? formatMessage({ id: 'link.formerAddress' })}</bdi>
        </strong>
        <p className="access-details">
          {languageName(language)} · {formatMessage({ id: 'link.until' }, { date: day(expiresOn) })}
        </p>
        <p className="access-details" role="status">
          {sent} ·{' '}
          {openedOn
            ? formatMessage({ id: 'link.openedOn' }, { date: day(openedOn) })
            : formatMessage({ id: 'link.notOpened' })}
        </p>
      </div>
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        aria-haspopup="dialog"
        onClick={() => ask(id)}
      >
        {formatMessage({ id: 'link.revoke' })}
        <VisuallyHidden> {address}</VisuallyHidden>
      </button>
    </li>
  );
}

/** What a language is called, by the API's name of it. */
export function useLanguageName(): (language: string) => string {
  const { formatDisplayName } = useIntl();
  const inSentence = useInSentence();
  return (language) =>
    inSentence(formatDisplayName(language.toLowerCase(), { type: 'language' }) ?? language);
}
