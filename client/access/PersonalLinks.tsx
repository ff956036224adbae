import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { graphql } from '#client/graphql.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Section } from '#client/ui/Section.tsx';
import { PersonalLinkRow, PersonalLinkRow_link } from './PersonalLinkRow.tsx';
import { RevokeLinkDialog } from './RevokeLinkDialog.tsx';
import { SendLinkDialog } from './SendLinkDialog.tsx';
import { useAsked } from './useAsked.ts';
import './access.css';

export const PersonalLinks_query = graphql(
  `
    query PersonalLinks($recordId: ID!) {
      personalLinks(recordId: $recordId) {
        id
        sentOn
        failedOn
        ...PersonalLinkRow_link
      }
    }
  `,
  [PersonalLinkRow_link],
);

/** An address that a letter may go to, or a number for a text message. */
export interface LinkAddress {
  readonly id: string;
  readonly channel: string;
  readonly value: string;
  /** The code of the language to use there, where one is preferred. */
  readonly language: string | null;
}

const context = { additionalTypenames: ['PersonalLink', 'ChangeConnection'] };
const soon = 2_000;

/** Personlige lenker. Those that let the organisation in to its own record, and how to send another. For those who may. */
export function PersonalLinks({
  recordId,
  name,
  addresses,
}: {
  recordId: string;
  name: string;
  addresses: readonly LinkAddress[];
}) {
  const { formatMessage } = useIntl();
  const [sending, setSending] = useAsked('lenke');
  const [result, askAgain] = useQuery({
    query: PersonalLinks_query,
    variables: { recordId },
    context,
  });
  const links = result.data?.personalLinks ?? [];
  const isOnItsWay = links.some(({ sentOn, failedOn }) => !sentOn && !failedOn);

  // A letter is sent in a moment: whoever has just asked for it sees it go.
  useEffect(() => {
    if (!isOnItsWay || result.fetching) return;
    const timer = setTimeout(() => askAgain({ requestPolicy: 'network-only' }), soon);
    return () => clearTimeout(timer);
  }, [isOnItsWay, result.fetching, askAgain]);

  return (
    <Section id="lenker" title={formatMessage({ id: 'link.title' })}>
      <p className="section-intro">{formatMessage({ id: 'link.intro' })}</p>
      {addresses.length > 0 ? (
        <p>
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            aria-haspopup="dialog"
            onClick={() => setSending('ny')}
          >
            {formatMessage({ id: 'link.send' })}
          </button>
        </p>
      ) : (
        <p className="quiet">{formatMessage({ id: 'link.noAddress' })}</p>
      )}
      {sending && addresses.length > 0 && (
        <SendLinkDialog
          recordId={recordId}
          name={name}
          addresses={addresses}
          onClose={() => setSending(null)}
        />
      )}
      <Loaded result={result}>
        {({ personalLinks }) => (
          <div className="access-list">
            {personalLinks.length > 0 ? (
              <ul>
                {personalLinks.map((link) => (
                  <PersonalLinkRow key={link.id} link={link} addresses={addresses} />
                ))}
              </ul>
            ) : (
              <p className="quiet">{formatMessage({ id: 'link.none' })}</p>
            )}
            <RevokeLinkDialog links={personalLinks} />
          </div>
        )}
      </Loaded>
    </Section>
  );
}
