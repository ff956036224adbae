import { Router } from 'express';

import type { DemoPost, ReceivedLetter } from '#server/common/mail/DemoPost.ts';
import { html, type Html } from './html.ts';
import { localeOf } from './localeOf.ts';
import { standingPage } from './signInPages.ts';

const words = {
  nb: {
    title: 'Post i prøveutgaven',
    lead: 'Brevene som prøveutgaven har sendt. De er ikke sendt noe sted; her kan du lese dem i stedet for mottakeren.',
    none: 'Ingen brev ennå. De kommer hit noen sekunder etter at de er sendt.',
    to: 'Til',
  },
  nn: {
    title: 'Post i prøveutgåva',
    lead: 'Breva som prøveutgåva har sendt. Dei er ikkje sende nokon stad; her kan du lese dei i staden for mottakaren.',
    none: 'Ingen brev enno. Dei kjem hit nokre sekund etter at dei er sende.',
    to: 'Til',
  },
  en: {
    title: 'Mail in the demo',
    lead: 'The letters that the demo has sent. They have gone nowhere; you may read them here instead of those they are to.',
    none: 'No letters yet. They come here some seconds after they are sent.',
    to: 'To',
  },
} as const;

/** `/demo/post`: the demo's letters, the latest first. In the demo alone. */
export function demoPostRoutes(post: DemoPost): Router {
  const routes = Router();
  routes.get('/demo/post', (request, response) => {
    const locale = localeOf(request, request.query['lang']);
    const { title, lead, none, to } = words[locale];
    const letters = post.letters.map((letter) => letterOf(letter, to, locale));
    response.set('Cache-Control', 'no-store').send(
      standingPage(
        locale,
        title,
        html`<p>${lead}</p>
          ${letters.length > 0 ? letters : html`<p>${none}</p>`}`,
      ),
    );
  });
  return routes;
}

const letterOf = ({ to, subject, at, text }: ReceivedLetter, label: string, locale: string) => {
  const when = at.toLocaleString(locale, { timeZone: 'Europe/Oslo', timeStyle: 'medium' });
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => html`<p dir="auto">${linked(paragraph.trim())}</p>`);
  return html`<article>
    <h2 dir="auto">${subject}</h2>
    <p>${label}: <bdi>${to}</bdi>, ${when}</p>
    ${paragraphs}
    <hr />
  </article>`;
};

/** An address that stands alone is one to follow. */
const linked = (text: string): Html | string =>
  /^https?:\/\/\S+$/.test(text) ? html`<a href="${text}">${text}</a>` : text;
