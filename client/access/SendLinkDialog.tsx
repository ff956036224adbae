import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation } from 'urql';

import { graphql, type VariablesOf } from '#client/graphql.ts';
import { toProblem } from '#client/problem.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Choice, Field } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';
import { LinkTextPreview } from './LinkTextPreview.tsx';
import { useLanguageName } from './PersonalLinkRow.tsx';
import type { LinkAddress } from './PersonalLinks.tsx';

export const IssuePersonalLink = graphql(`
  mutation IssuePersonalLink($input: IssuePersonalLinkInput!) {
    issuePersonalLink(input: $input) {
      id
    }
  }
`);

type LinkLanguage = VariablesOf<typeof IssuePersonalLink>['input']['language'];

const languages = ['NB', 'NN', 'EN', 'AR', 'FA', 'PL', 'SO', 'TI', 'UK', 'UR'] as const;
const usualDays = 14;

/** Sende lenke. Says to whom, in which language and until when, while one chooses. */
export function SendLinkDialog({
  recordId,
  name,
  addresses,
  onClose,
}: {
  recordId: string;
  name: string;
  addresses: readonly LinkAddress[];
  onClose: () => void;
}) {
  const { formatMessage, formatDate } = useIntl();
  const languageName = useLanguageName();
  const [, issue] = useMutation(IssuePersonalLink);
  const [address, setAddress] = useState(addresses[0]);
  const [language, setLanguage] = useState<LinkLanguage>(() => languageOf(addresses[0]));
  const [expiresOn, setExpiresOn] = useState(() => dayIn(usualDays));

  const isText = address?.channel === 'SMS';

  async function submit() {
    if (!address) return null;
    const { error } = await issue({
      input: { recordId, contactPointId: address.id, purpose: 'REVIEW', language, expiresOn },
    });
    if (error) return toProblem(error);
    onClose();
    return null;
  }

  return (
    <Dialog title={formatMessage({ id: 'link.send' })} onClose={onClose}>
      <Form name={`link ${recordId}`} submit={submit}>
        <Choice
          name="contactPointId"
          label={formatMessage({ id: 'link.to' })}
          value={address?.id}
          onChange={({ target: { value } }) => {
            const chosen = addresses.find(({ id }) => id === value);
            setAddress(chosen);
            setLanguage(languageOf(chosen));
          }}
        >
          {addresses.map(({ id, channel, value }) => (
            <option key={id} value={id}>
              {channel === 'SMS' ? formatMessage({ id: 'link.bySms' }, { number: value }) : value}
            </option>
          ))}
        </Choice>
        <Choice
          name="language"
          label={formatMessage({ id: 'link.language' })}
          value={language}
          onChange={({ target: { value } }) =>
            setLanguage(languages.find((it) => it === value) ?? 'NB')
          }
        >
          {languages.map((code) => (
            <option key={code} value={code}>
              {languageName(code)}
            </option>
          ))}
        </Choice>
        <Field
          name="expiresOn"
          label={formatMessage({ id: 'link.expiresOn' })}
          hint={formatMessage({ id: 'link.expiresOnHint' })}
          type="date"
          min={dayIn(1)}
          max={dayIn(365)}
          required
          value={expiresOn}
          onChange={({ target: { value } }) => setExpiresOn(value)}
        />
        <p role="status">
          {formatMessage(
            { id: isText ? 'link.whatText' : 'link.what' },
            {
              address: <bdi key="address">{address?.value}</bdi>,
              language: languageName(language),
              name: <bdi key="name">{name}</bdi>,
              date: expiresOn ? formatDate(expiresOn, { dateStyle: 'long', timeZone: 'UTC' }) : '…',
            },
          )}
        </p>
        {isText && expiresOn && (
          <LinkTextPreview recordId={recordId} language={language} expiresOn={expiresOn} />
        )}
        <div className="form-actions">
          <button type="submit" className="ds-button">
            {formatMessage({ id: isText ? 'link.submitText' : 'link.submit' })}
          </button>
          <button type="button" className="ds-button" data-variant="secondary" onClick={onClose}>
            {formatMessage({ id: 'form.cancel' })}
          </button>
        </div>
      </Form>
    </Dialog>
  );
}

/** The language that the address prefers, where letters are written in it; Dari is read in the words of Persian. */
function languageOf(address: LinkAddress | undefined): LinkLanguage {
  const preferred = address?.language === 'prs' ? 'fa' : address?.language;
  return languages.find((code) => code.toLowerCase() === preferred) ?? 'NB';
}

/** The calendar's day so many days from now. */
function dayIn(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(day);
}
