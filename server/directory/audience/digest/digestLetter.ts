import type { Locale } from '#schema/common/Locale.ts';
import type { DigestPace } from '#schema/directory/audience/DigestPace.ts';
import { html } from '#server/access/html.ts';
import type { Letter } from '#server/common/mail/Letter.ts';
import { type DigestWords, digestWords } from './digestWords.ts';
import type { NamedOrganisation, News } from './News.ts';

/** So many organisations are named; of the rest it is said how many there are. */
const MOST_NAMED = 20;

/** What a digest is about. */
export interface Told {
  readonly audienceId: string;
  readonly name: string;
  readonly sentence: string;
  readonly every: DigestPace;
  readonly news: News;
  readonly unsubscribe: URL;
}

/**
 * Sammendrag. The letter that tells what is new in a saved search: organisations by name, of people only how many, and nothing of how
 * anybody is reached. As text and as HTML, without a picture or anything that tells when it is read. Subjects have no names, for they
 * stand on locked screens.
 */
export function digestLetter(
  publicUrl: URL,
  language: Locale,
  { audienceId, name, sentence, every, news, unsubscribe }: Told,
): Omit<Letter, 'id' | 'to'> {
  const words = digestWords[language];
  const page = new URL(`/utvalg/${audienceId}`, publicUrl);
  const hello = filled(words.hello, { name, sentence });
  const groups = [
    { title: words.newOnes, organisations: news.newOrganisations, people: news.newPeople },
    { title: words.staleOnes, organisations: news.staleOrganisations, people: news.stalePeople },
  ].filter(({ organisations, people }) => organisations.length + people > 0);

  const linesOf = (organisations: readonly NamedOrganisation[], people: number): Line[] => [
    ...organisations.slice(0, MOST_NAMED).map((it) => ({
      text: it.name,
      address: new URL(`/virksomhet/${it.id}`, publicUrl),
    })),
    ...counted(words.more, organisations.length - MOST_NAMED, language),
    ...counted(words.people, people, language),
  ];

  const text = [
    hello,
    ...groups.map(({ title, organisations, people }) =>
      [`${title}:`, ...linesOf(organisations, people).map((line) => `- ${line.text}`)].join('\n'),
    ),
    `${words.open}\n${page.href}`,
    words.why[every],
    `${words.stop}\n${unsubscribe.href}`,
  ].join('\n\n');

  return {
    language,
    unsubscribe,
    subject: words.subject[every],
    text: `${text}\n\n-- \nSamband\n`,
    html: html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <title>${words.subject[every]}</title>
        </head>
        <body>
          <p>${hello}</p>
          ${groups.map(
            ({ title, organisations, people }) =>
              html`<h2 style="font-size: 1.1em">${title}</h2>
                <ul>
                  ${linesOf(organisations, people).map((line) =>
                    line.address
                      ? html`<li>
                          <a href="${line.address.href}"><bdi>${line.text}</bdi></a>
                        </li>`
                      : html`<li>${line.text}</li>`,
                  )}
                </ul>`,
          )}
          <p>${words.open} <a href="${page.href}">${page.href}</a></p>
          <p>${words.why[every]}</p>
          <p>${words.stop} <a href="${unsubscribe.href}">${words.page.title}</a></p>
          <p>Samband</p>
        </body>
      </html> `.text,
  };
}

interface Line {
  readonly text: string;
  readonly address?: URL;
}

function counted(forms: DigestWords['people'], count: number, language: Locale): Line[] {
  if (count <= 0) return [];
  const number = new Intl.NumberFormat(language).format(count);
  return [{ text: filled(count === 1 ? forms.one : forms.other, { count: number }) }];
}

const filled = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (_all, key: string) => values[key] ?? '');
