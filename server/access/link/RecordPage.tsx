import type { ReactNode } from 'react';

import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { groupedNumber } from '#schema/language/groupedNumber.ts';
import { type CodeTrouble, codeTroubles } from './codeTroubles.ts';
import { ShortCodeField } from './ShortCodeField.tsx';
import { LinkDocument } from './LinkDocument.tsx';
import type { LinkedRecord } from './LinkedRecord.ts';
import type { LinkSession } from './linkSession.ts';
import type { LinkWording } from './words/LinkWording.ts';
import { dayIn, filled, linkWords } from './words/linkWords.ts';
import {
  areaIn,
  countryIn,
  kindIn,
  languageIn,
  type ToldTerm,
  topicIn,
} from './words/terms/termWords.ts';

/** How far somebody has come in showing the contact details. */
export type Unmasking = 'masked' | 'asked' | CodeTrouble;

/** What stands above the facts, and below them. */
export interface MoreOnPage {
  readonly above: ReactNode;
  /** More of them, as terms of the list. */
  readonly facts?: ReactNode;
  /** What one may answer, once one has seen them. */
  readonly answer: ReactNode;
  readonly below: ReactNode;
}

/** Opplysningene. What the register has about whoever the link is about, who asks and why, and how to get help. */
export function RecordPage({
  language,
  session,
  record,
  unmasking,
  more,
}: {
  language: LinkLanguage;
  session: LinkSession;
  record: LinkedRecord;
  unmasking: Unmasking;
  more: MoreOnPage;
}) {
  const words = linkWords[language];
  const { name } = record;
  return (
    <LinkDocument language={language} title={filled(words.pageTitle, { name })} path="/l/answer">
      <p>{filled(words.whoAsks, { issuer: session.askedBy?.name ?? 'Samband', name })}</p>
      {more.above}
      <h2>{words.facts}</h2>
      <dl>
        {record.otherNames.length > 0 && (
          <Fact
            term={words.alsoCalled}
            values={record.otherNames.map((text) => ({ text }))}
            none={words.none}
          />
        )}
        {record.kind && (
          <Fact term={words.kind} values={[kindIn(language, record.kind)]} none={words.none} />
        )}
        {record.number && (
          <Fact term={words.number} values={[{ text: record.number }]} none={words.none} />
        )}
        <Fact
          term={words.languages}
          values={record.languages.map((it) => languageIn(language, it))}
          none={words.none}
        />
        {record.communities && (
          <Fact
            term={words.communities}
            values={record.communities.map((it) => countryIn(language, it))}
            none={words.none}
          />
        )}
        <Fact
          term={words.topics}
          values={record.topics.map((it) => topicIn(language, it))}
          none={words.none}
        />
        <Fact
          term={words.areas}
          values={record.areas.map((it) => areaIn(language, it))}
          none={words.none}
        />
        {more.facts}
      </dl>
      <h2 id="contact">{words.contact}</h2>
      <Contact words={words} points={record.contactPoints} />
      {more.answer}
      {session.isUnmasked ? (
        <p className="note" role="status">
          {words.shown}
        </p>
      ) : (
        <Unmask words={words} language={language} unmasking={unmasking} />
      )}
      {more.below}
      <h2>{words.whyTitle}</h2>
      <p>{words.whatFor}</p>
      <p>{filled(words.until, { date: dayIn(language, session.expiresOn) })}</p>
      <Help words={words} email={session.askedBy?.email ?? null} />
      <form method="post" action={`/l/signout?lang=${language}`}>
        <button>{words.signOut}</button>
      </form>
    </LinkDocument>
  );
}

function Help({ words, email }: { words: LinkWording; email: string | null }) {
  if (!email) return <p>{words.answerLetter}</p>;
  return (
    <p>
      {words.isWrong}{' '}
      <a href={`mailto:${email}`}>
        <bdi dir="ltr">{email}</bdi>
      </a>
    </p>
  );
}

/** None, one or several. */
export function Values({ values, none }: { values: readonly ToldTerm[]; none: string }) {
  if (!values.length) return <p>{none}</p>;
  return <ul className="values">{values.map(listed)}</ul>;
}

function listed({ text, lang }: ToldTerm, at: number, all: readonly ToldTerm[]): ReactNode {
  return (
    <li key={`${at} ${text}`}>
      <bdi lang={lang}>{text}</bdi>
      {at < all.length - 1 ? ' ' : ''}
    </li>
  );
}

/** One fact, of none, one or several values. */
export function Fact({
  term,
  values,
  none,
}: {
  term: string;
  values: readonly ToldTerm[];
  none: string;
}) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{values.length ? <ul>{values.map(listed)}</ul> : none}</dd>
    </>
  );
}

const channels: Readonly<Record<string, keyof LinkWording>> = {
  PHONE: 'phone',
  SMS: 'sms',
  EMAIL: 'email',
  WEBSITE: 'website',
  POST: 'post',
  MEETING_PLACE: 'meetingPlace',
};

/** Those without a word of their own go by a name that is the same everywhere. */
export const channelIn = (words: LinkWording, channel: string): string => {
  const word = channels[channel];
  if (word) return String(words[word]);
  if (channel === 'WHATSAPP') return 'WhatsApp';
  return channel.slice(0, 1) + channel.slice(1).toLowerCase();
};

/** The ways to reach somebody. */
export function Contact({
  words,
  points,
}: {
  words: LinkWording;
  points: LinkedRecord['contactPoints'];
}) {
  if (!points.length) return <p>{words.none}</p>;
  return (
    <ul className="contact">
      {points.map(({ id, channel, value, isMasked }) => (
        <li key={id}>
          <span>{channelIn(words, channel)}</span>{' '}
          <bdi dir={channel === 'POST' || channel === 'MEETING_PLACE' ? 'auto' : 'ltr'}>
            {isMasked ? value : groupedNumber(value)}
          </bdi>
        </li>
      ))}
    </ul>
  );
}

/** Asks for a code, then takes it. */
function Unmask({
  words,
  language,
  unmasking,
}: {
  words: LinkWording;
  language: LinkLanguage;
  unmasking: Unmasking;
}) {
  const trouble: Partial<Record<Unmasking, string>> = codeTroubles(language);
  const mayType = unmasking === 'asked' || unmasking === 'wrong';
  return (
    <div className="box">
      {trouble[unmasking] ? (
        <p className="note" role="alert">
          {trouble[unmasking]}
        </p>
      ) : (
        <p>{unmasking === 'asked' ? words.codeSent : words.maskedWhy}</p>
      )}
      {mayType && (
        <form method="post" action={`/l/answer/unmask?lang=${language}`} autoComplete="off">
          <ShortCodeField language={language} />
          <p>
            <button className="main">{words.show}</button>
          </p>
        </form>
      )}
      <form method="post" action={`/l/answer/code?lang=${language}`}>
        <button>{words.sendCode}</button>
      </form>
    </div>
  );
}
