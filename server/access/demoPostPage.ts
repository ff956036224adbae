import type { Locale } from '#schema/common/Locale.ts';
import type { ReceivedLetter } from '#server/common/mail/DemoPost.ts';
import type { ReceivedSms } from '#server/common/sms/DemoGateway.ts';
import { smsSegments } from '#server/common/sms/smsSegments.ts';
import { type DemoPostWords, demoPostWords } from './demoPostWords.ts';
import { html, type Html } from './html.ts';
import { standingPage } from './signInPages.ts';

/** What is shown of what was sent. */
export type Shown =
  | { readonly kind: 'letter'; readonly sent: ReceivedLetter }
  | { readonly kind: 'message'; readonly sent: ReceivedSms };

/** Sendt post. The latest first; each as whoever gets it sees it. */
export function demoPostPage(
  locale: Locale,
  {
    shown,
    count,
    more,
    to,
  }: {
    readonly shown: readonly Shown[];
    readonly count: number;
    /** How many are shown next; null where there are no more. */
    readonly more: number | null;
    readonly to: string;
  },
): string {
  const words = demoPostWords[locale];
  const counted = words.count
    .replace('{shown}', String(shown.length))
    .replace('{all}', String(count));
  const address = (most: number) =>
    `/demo/post?${new URLSearchParams({ lang: locale, ...(to && { to }), most: String(most) })}`;
  return standingPage(
    locale,
    words.title,
    html`<p class="lead">${words.lead}</p>
      <form class="filter" method="get" action="/demo/post">
        <input type="hidden" name="lang" value="${locale}" />
        <label for="to">${words.filter}</label>
        <small id="to-hint">${words.hint}</small>
        <div>
          <input
            id="to"
            name="to"
            type="search"
            dir="ltr"
            value="${to}"
            autocomplete="off"
            aria-describedby="to-hint"
          />
          <button>${words.show}</button>
          ${to && html`<a href="/demo/post?lang=${locale}">${words.all}</a>`}
        </div>
      </form>
      <p role="status">${count > 0 ? counted : to ? words.noneTo : words.none}</p>
      ${shown.map((it) =>
        it.kind === 'letter' ? letterOf(it.sent, words, locale) : messageOf(it.sent, words, locale),
      )}
      ${more !== null && html`<p><a class="button" href="${address(more)}">${words.older}</a></p>`}`,
    '/demo/post.css',
  );
}

const timeOf = (at: Date, locale: Locale): string =>
  at.toLocaleString(locale, {
    timeZone: 'Europe/Oslo',
    dateStyle: 'medium',
    timeStyle: 'medium',
  });

const letterOf = (letter: ReceivedLetter, words: DemoPostWords, locale: Locale): Html => {
  const { id, subject, to, replyTo, at, text, hasBounced } = letter;
  return html`<article>
    <p class="kind">${words.letter}</p>
    <h2 dir="auto">${subject}</h2>
    <dl>
      <dt>${words.to}</dt>
      <dd><bdi>${to}</bdi></dd>
      ${
        replyTo &&
        html`<dt>${words.replyTo}</dt>
          <dd><bdi>${replyTo}</bdi></dd>`
      }
      <dt>${words.sent}</dt>
      <dd>${timeOf(at, locale)}</dd>
    </dl>
    ${hasBounced && html`<p class="back">${words.cameBack}</p>`}
    <div class="parts">
      <section>
        <h3>${words.asHtml}</h3>
        <iframe
          src="/demo/post/${id}"
          sandbox=""
          loading="lazy"
          title="${words.asHtml}: ${subject}"
        ></iframe>
      </section>
      <section>
        <h3>${words.asText}</h3>
        <div class="text" tabindex="0" role="group" aria-label="${words.asText}: ${subject}">
          ${text
            .trim()
            .split(/\n{2,}/)
            .map((paragraph) => html`<p dir="auto">${linked(paragraph.trim())}</p>`)}
        </div>
      </section>
    </div>
  </article>`;
};

const messageOf = ({ to, at, text }: ReceivedSms, words: DemoPostWords, locale: Locale): Html => {
  const { segments, units, encoding } = smsSegments(text);
  return html`<article>
    <p class="kind">${words.message}</p>
    <h2><bdi dir="ltr">${to}</bdi></h2>
    <dl>
      <dt>${words.sent}</dt>
      <dd>${timeOf(at, locale)}</dd>
      <dt>${words.size}</dt>
      <dd>${words.messages(segments)} (${String(units)}, ${words[encoding]})</dd>
    </dl>
    <div class="sms"><p dir="auto">${linked(text)}</p></div>
  </article>`;
};

/** Addresses in it are there to follow. */
const linked = (text: string): Html[] =>
  text
    .split(/(https?:\/\/\S+)/)
    .map((part) =>
      /^https?:\/\//.test(part) ? html`<a href="${part}" dir="ltr">${part}</a>` : html`${part}`,
    );
