import { type Request, type Response, Router } from 'express';

import type { Locale } from '#schema/common/Locale.ts';
import type { DemoPost, ReceivedLetter } from '#server/common/mail/DemoPost.ts';
import type { DemoGateway, ReceivedSms } from '#server/common/sms/DemoGateway.ts';
import { demoPostPage, type Shown } from './demoPostPage.ts';
import { demoPostStyle } from './demoPostStyle.ts';
import { localeOf } from './localeOf.ts';

/** What the demo has sent: letters and text messages, where they go nowhere. */
export interface SentInDemo {
  readonly post: Pick<DemoPost, 'letters'> | null;
  readonly gateway: Pick<DemoGateway, 'messages'> | null;
}

const page = 20;

/** A letter shows itself alone: it runs nothing, fetches nothing, and leads nowhere. */
const alone = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/**
 * `/demo/post`: what the demo has sent, the latest first, to whoever is asked for (`?to=`). In the demo alone. The HTML of a letter is in a frame
 * that may nothing, for names and texts in it are written by others; what is to be followed stands in its text.
 */
export function demoPostRoutes(sent: SentInDemo): Router {
  const routes = Router();
  routes.get('/demo/post.css', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=3600').type('css').send(demoPostStyle);
  });

  routes.get('/demo/post', (request, response) => {
    const locale: Locale = localeOf(request, request.query['lang']);
    const to = String(request.query['to'] ?? '').trim();
    const asked = Number(request.query['most'] ?? page);
    const most = Number.isInteger(asked) && asked > 0 ? asked : page;
    const all = [
      ...(sent.post?.letters ?? []).map(asLetter),
      ...(sent.gateway?.messages ?? []).map(asMessage),
    ]
      .filter((it) => isTo(it, to))
      .toSorted((one, other) => other.sent.at.getTime() - one.sent.at.getTime());
    response
      .set('Cache-Control', 'no-store')
      .set('Content-Security-Policy', withFrames(response))
      .send(
        demoPostPage(locale, {
          shown: all.slice(0, most),
          count: all.length,
          more: all.length > most ? most + page : null,
          to,
        }),
      );
  });

  routes.get('/demo/post/:id', (request: Request, response: Response, next) => {
    const letter = sent.post?.letters.find(({ id }) => id === request.params['id']);
    if (!letter) return next();
    return response
      .set('Cache-Control', 'no-store')
      .set('Content-Security-Policy', alone)
      .type('html')
      .send(letter.html);
  });
  return routes;
}

const asLetter = (letter: ReceivedLetter): Shown => ({ kind: 'letter', sent: letter });
const asMessage = (message: ReceivedSms): Shown => ({ kind: 'message', sent: message });

/** Numbers are asked for with spaces, too. */
function isTo({ sent }: Shown, to: string): boolean {
  const whom = sent.to.toLowerCase();
  const asked = to.toLowerCase();
  return whom.includes(asked) || (/^[+\d\s]+$/.test(to) && whom.includes(to.replaceAll(/\s/g, '')));
}

/** As every page of ours, and frames from here. */
const withFrames = (response: Response): string =>
  `${String(response.get('Content-Security-Policy') ?? "default-src 'none'")};frame-src 'self'`;
