import { type ErrorRequestHandler, type Request, type Response, Router } from 'express';

import { demoIssuer } from '#schema/access/demoIssuer.ts';
import type { AccessSettings } from './AccessSettings.ts';
import { cookieNames, cookieOf, cookieOptions } from './cookies.ts';
import { demoPath, demoProvider } from './demoProvider.ts';
import { identityProvider } from './identityProvider.ts';
import { isLoopback } from './isLoopback.ts';
import { localeOf } from './localeOf.ts';
import { rateLimited } from './rateLimited.ts';
import { safeReturnTo } from './safeReturnTo.ts';
import { sameOrigin } from './sameOrigin.ts';
import { sessionViewer, signOut, startSession, stepUp } from './session.ts';
import { attemptLasts, AttemptSeal, type SignInAttempt } from './SignInAttempt.ts';
import { SignInFailure } from './SignInFailure.ts';
import { failurePage } from './signInPages.ts';
import { signInStyle } from './signInStyle.ts';
import { renameStaff, staffUserId, subjectOf } from './staff.ts';

/** A sign-in comes by twice, and a whole hospital may come from one address in the morning. */
const signInLimit = { points: 240, seconds: 60 };

/**
 * Inn og ut. `/signin`, `/signin/callback`, `/signout`; in the demo also its provider, under `/oidc`.
 *
 * `/signin?stepUp=yes` is for who is signed in: they sign in anew at the provider, as the same, and their session goes on and remembers it.
 */
export function accessRoutes(settings: AccessSettings): Router {
  const { publicUrl, clock, log } = settings;
  const callback = new URL('/signin/callback', publicUrl);
  const demo = !settings.openId && settings.isDemo ? demoProvider(settings, callback) : null;
  const openId = settings.openId ?? demo?.settings;
  const provider = openId && identityProvider(openId, callback, demo?.fetch);
  const seal = new AttemptSeal(settings.key, clock);
  const cookies = cookieNames(publicUrl);
  const cookie = cookieOptions(publicUrl);

  const routes = Router();

  routes.get('/signin/style.css', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=3600').type('css').send(signInStyle);
  });

  routes.use(['/signin', '/signout', demoPath], (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });

  routes.use(
    '/signin',
    rateLimited(settings, 'signin', signInLimit, () => {
      throw new SignInFailure('tooOften');
    }),
  );

  routes.get('/signin', async (request, response) => {
    const returnTo = safeReturnTo(request.query['returnTo']);
    const locale = localeOf(request, request.query['lang']);
    const isToStepUp = request.query['stepUp'] !== undefined;
    if (!provider) throw new SignInFailure('notConfigured');
    if (isOtherNameOf(publicUrl, request.headers.host)) {
      // The provider sends the browser back to localhost, where no cookie of 127.0.0.1 is seen.
      const here = new URL('/signin', publicUrl);
      here.search = String(
        new URLSearchParams({ returnTo, lang: locale, ...(isToStepUp && { stepUp: 'yes' }) }),
      );
      response.redirect(303, here.href);
      return;
    }
    demo?.heardAt(request.socket);
    demo?.forget(response);

    const secret = cookieOf(request, cookies.session);
    const viewer = isToStepUp && secret ? await sessionViewer(settings, secret) : null;
    const { url, question } = await provider.ask(
      {
        ui_locales: locale,
        ...(demo && viewer && { login_hint: await subjectOf(settings, viewer.id) }),
      },
      { isStepUp: viewer !== null },
    );
    const sessionId = viewer?.sessionId ?? null;
    response
      .cookie(cookies.attempt, seal.seal({ ...question, returnTo, locale, sessionId }), {
        ...cookie,
        maxAge: attemptLasts,
      })
      .redirect(303, url.href);
  });

  routes.get('/signin/callback', async (request, response) => {
    if (!provider) throw new SignInFailure('notConfigured');
    const attempt = seal.open(cookieOf(request, cookies.attempt) ?? '');
    response.clearCookie(cookies.attempt, cookie);
    if (!attempt) throw new SignInFailure('expired');

    const { locale, returnTo, isStepUp } = attempt;
    Object.assign(response.locals, { locale, returnTo, isStepUp });
    const identity = await provider.answer(new URL(request.originalUrl, publicUrl), attempt);
    const userId = await staffUserId(
      settings,
      demo ? { ...identity, issuer: demoIssuer } : identity,
    );
    const former = cookieOf(request, cookies.session);
    const secret = isStepUp
      ? await steppedUp(settings, attempt, userId, former)
      : await startSession(settings, { userId, former, userAgent: request.get('user-agent') });
    if (identity.name) await renameStaff(settings, userId, identity.name, String(request.id));
    log.info({ user: userId }, isStepUp ? 'Signed in anew' : 'Signed in');
    response.cookie(cookies.session, secret, cookie).redirect(303, returnTo);
  });

  routes.post('/signout', sameOrigin(publicUrl), async (request, response) => {
    const secret = cookieOf(request, cookies.session);
    if (secret) await signOut(settings, secret);
    demo?.forget(response);
    response
      .clearCookie(cookies.session, cookie)
      // Not "storage": nothing of the register lies there, only the chosen language and appearance.
      .set('Clear-Site-Data', '"cache"')
      .redirect(303, '/');
  });

  if (demo) routes.use(demoPath, demo.routes);
  routes.use(['/signin', '/signout', demoPath], failed(settings));
  return routes;
}

/** The session goes on with a cookie of another value. Throws `SignInFailure` where it is over, or somebody else has signed in. */
async function steppedUp(
  settings: AccessSettings,
  { sessionId }: SignInAttempt,
  userId: string,
  secret: string | undefined,
): Promise<string> {
  const viewer = secret ? await sessionViewer(settings, secret) : null;
  if (!secret || !sessionId || viewer?.sessionId !== sessionId) throw new SignInFailure('expired');
  if (viewer.id !== userId) throw new SignInFailure('anotherUser');
  const next = await stepUp(settings, { secret, sessionId, userId });
  if (!next) throw new SignInFailure('expired');
  return next;
}

/** On one's own machine one may come by another name than the one we go by. Elsewhere that is the proxy's affair. */
function isOtherNameOf(publicUrl: URL, host: string | undefined): boolean {
  const asked = URL.parse(`${publicUrl.protocol}//${host}`);
  return (
    asked !== null && isLoopback(asked) && isLoopback(publicUrl) && asked.host !== publicUrl.host
  );
}

const statuses = {
  cancelled: 400,
  expired: 400,
  refused: 400,
  tooWeak: 403,
  anotherUser: 403,
  unreachable: 503,
  unknownUser: 403,
  disabledUser: 403,
  notConfigured: 503,
  tooOften: 429,
  fault: 500,
} as const;

/** Draws whatever went wrong; the reason goes to the log. */
const failed =
  ({ log }: AccessSettings): ErrorRequestHandler =>
  (error: unknown, request: Request, response: Response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const failure = asFailure(error);
    log[failure.kind === 'fault' ? 'error' : 'warn']({ err: error }, failure.message);
    const { locale, returnTo, isStepUp } = response.locals;
    const asked = locale ?? request.query['lang'];
    response.status(statuses[failure.kind]).send(
      failurePage(localeOf(request, asked), failure, {
        returnTo: safeReturnTo(returnTo ?? request.query['returnTo']),
        isStepUp: isStepUp ?? request.query['stepUp'] !== undefined,
      }),
    );
  };

function asFailure(error: unknown): SignInFailure {
  if (error instanceof SignInFailure) return error;
  // The demo's provider: a choice that is over or belongs to another browser.
  const isGone = error instanceof Error && error.name === 'SessionNotFound';
  return new SignInFailure(isGone ? 'expired' : 'fault', { cause: error });
}
