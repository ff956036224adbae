import { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { html } from '#server/access/html.ts';
import { directionOf, linkWords } from '#server/access/link/words/linkWords.ts';
import { kindIn, termWords } from '#server/access/link/words/terms/termWords.ts';
import { wordParts, type WordPart } from './wordParts.ts';

/** What a topic is called in the register's own languages. */
export interface TopicNames {
  readonly nameNb: string;
  readonly nameEn: string;
}

/** A sentence in bokmål, in English and in the language that is looked over, and what it is called in the code. */
interface Line {
  readonly key: string;
  readonly nb: string;
  readonly en: string;
  readonly theirs: string;
}

interface Section {
  readonly where: string;
  readonly lines: readonly Line[];
}

const textsOf = (words: object) => words as Readonly<Record<string, unknown>>;

function linesOf({ words }: WordPart, language: LinkLanguage): Line[] {
  const [nb, en, theirs] = [textsOf(words.nb), textsOf(words.en), textsOf(words[language])];
  return Object.keys(nb).flatMap((key) => {
    const said = theirs[key];
    if (typeof said !== 'string' || !said) return [];
    return [{ key, nb: String(nb[key]), en: String(en[key]), theirs: said }];
  });
}

function sectionOf(part: WordPart, at: number, language: LinkLanguage): Section {
  const lines = linesOf(part, language);
  const following = wordParts[at + 1];
  const placeOf = (key: string) => lines.findIndex((line) => line.key === key);
  const start = part.from === undefined ? 0 : placeOf(part.from);
  const end =
    following?.words === part.words && following.from ? placeOf(following.from) : lines.length;
  return { where: part.where, lines: lines.slice(start, end) };
}

/** Kinds of organisations and topics, where the register itself does not speak the language. */
function termSections(
  language: LinkLanguage,
  topics: ReadonlyMap<string, TopicNames>,
): readonly Section[] {
  const terms = termWords[language];
  if (!terms) return [];
  const kinds = Object.entries(terms.kinds).map(([key, theirs]) => {
    const [nb, en] = [kindIn(LinkLanguage.NB, key).text, kindIn(LinkLanguage.EN, key).text];
    return { key, nb, en, theirs };
  });
  const told = Object.entries(terms.topics).map(([key, theirs]) => {
    const { nameNb = '', nameEn = '' } = topics.get(key) ?? {};
    return { key, nb: nameNb, en: nameEn, theirs };
  });
  return [
    { where: 'Slag organisasjon', lines: kinds },
    { where: 'Temaer', lines: told },
  ];
}

const style = `body { margin: 2rem auto; max-inline-size: 70rem; padding-inline: 1rem; font: 1rem/1.5 system-ui, sans-serif; }
table { inline-size: 100%; border-collapse: collapse; } caption { padding-block: 1.5rem 0.5rem; font-weight: 600; text-align: start; }
th, td { inline-size: 30%; padding: 0.375rem 0.5rem; border: 1px solid #888; text-align: start; vertical-align: top; }
td small { color: #555; overflow-wrap: anywhere; } th:last-child, td:last-child { inline-size: 10%; } tr { break-inside: avoid; }`;

/** Ordark. Every sentence of a language beside its bokmål and English, with where one meets it and room to put it right; to print. */
export function wordSheet(language: LinkLanguage, topics: ReadonlyMap<string, TopicNames>): string {
  const { ownName } = linkWords[language];
  const sections = [
    ...wordParts.map((part, at) => sectionOf(part, at, language)),
    ...termSections(language, topics),
  ];
  return html`<!doctype html>
    <html lang="nb">
      <head>
        <meta charset="utf-8" />
        <title>Samband: ${ownName}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <h1>Samband: <bdi lang="${language}">${ownName}</bdi></h1>
        <p>
          Les hver setning som en som får den på telefonen. Er den riktig, vennlig og lett å forstå?
          Sett et kryss, eller skriv hva som er bedre. Det i krøllparentes blir fylt ut: {name} er
          navnet på organisasjonen, {date} en dag, {issuer} den som spør. Det må stå der det passer.
        </p>
        ${sections
          .filter(({ lines }) => lines.length)
          .map(
            ({ where, lines }) =>
              html`<table>
                <caption>
                  ${where}
                </caption>
                <thead>
                  <tr>
                    <th>Bokmål</th>
                    <th>English</th>
                    <th lang="${language}" dir="${directionOf(language)}">${ownName}</th>
                    <th>Riktig</th>
                  </tr>
                </thead>
                <tbody>
                  ${lines.map(
                    ({ key, nb, en, theirs }) =>
                      html`<tr>
                        <td>${nb}<br /><small>${key}</small></td>
                        <td lang="en">${en}</td>
                        <td lang="${language}" dir="${directionOf(language)}">${theirs}</td>
                        <td>☐</td>
                      </tr>`,
                  )}
                </tbody>
              </table>`,
          )}
      </body>
    </html>`.text;
}
