import { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { linkAddress } from '#server/access/link/linkLetters.ts';
import { printedCode } from '#server/access/link/typedCode.ts';
import { dayIn, directionOf, filled, linkWords } from '#server/access/link/words/linkWords.ts';
import { roundWords } from '#server/review/round/words/roundWords.ts';
import type { PaperLetter } from './PaperLetter.ts';
import { QrCode } from './QrCode.tsx';

/** Brevet på et ark. In the language of the organisation, and in bokmål below where that is another: whoever opens the post may read either. */
export function LetterSheet({
  letter,
  publicUrl,
  today,
}: {
  letter: PaperLetter;
  publicUrl: URL;
  today: string;
}) {
  const { language, name, address, place, text, textInNorwegian } = letter;
  const lines = address ? address.split('\n') : [place].filter(Boolean);
  const isOther = language !== LinkLanguage.NB;
  return (
    <article className="letter" lang={language} aria-label={name}>
      <div className="head" lang="nb">
        <p className="brand" translate="no">
          Samband
        </p>
        <p>{dayIn(LinkLanguage.NB, today)}</p>
      </div>
      <address lang="nb">
        {[name, ...lines.filter((line) => line.trim() !== name)].map((line, at) => (
          <span key={at} dir="auto">
            {line}
          </span>
        ))}
      </address>
      <Said language={language} letter={letter} added={text} publicUrl={publicUrl} isFirst />
      {isOther && (
        <Said
          language={LinkLanguage.NB}
          letter={letter}
          added={textInNorwegian}
          publicUrl={publicUrl}
        />
      )}
    </article>
  );
}

function Said({
  language,
  letter,
  added,
  publicUrl,
  isFirst = false,
}: {
  language: LinkLanguage;
  letter: PaperLetter;
  added: string;
  publicUrl: URL;
  isFirst?: boolean;
}) {
  const { name, signedBy, dueOn, expiresOn, token, code } = letter;
  const [words, own] = [linkWords[language], roundWords[language]];
  const subject = filled(words.letterSubject, { name });
  const [before = '', after = ''] = words.letterCode.split('{address}');
  const short = `${publicUrl.host}/l`;
  const Heading = isFirst ? 'h2' : 'h3';
  return (
    <section lang={language} dir={directionOf(language)} className={isFirst ? 'first' : 'second'}>
      <Heading>{subject}</Heading>
      <p>
        {words.letterHello} {filled(words.whoAsks, { issuer: signedBy, name })} {words.whatFor}
      </p>
      {added && <p className="added">{added}</p>}
      {isFirst ? (
        <div className="open">
          <div>
            <p>{own.scan}</p>
            <p>{before.trim()}</p>
            <p className="address">
              <bdi dir="ltr">{short}</bdi>
            </p>
            <p>{after.trim()}</p>
            <p className="code">
              <bdi dir="ltr">{printedCode(code)}</bdi>
            </p>
          </div>
          <QrCode address={linkAddress(publicUrl, letter.language, token)} label={own.scan} />
        </div>
      ) : (
        <p>
          {own.scan} {before.trim()} <bdi dir="ltr">{short}</bdi> {after.trim()}{' '}
          <bdi dir="ltr">{printedCode(code)}</bdi>
        </p>
      )}
      <p>
        {filled(own.answerBy, { date: dayIn(language, dueOn) })}{' '}
        {filled(words.until, { date: dayIn(language, expiresOn) })} {words.letterSafe}
      </p>
      <p>
        <bdi>{signedBy}</bdi>
      </p>
    </section>
  );
}
