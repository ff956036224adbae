import type { Role } from '#schema/access/Role.ts';
import type { Locale } from '#schema/common/Locale.ts';
import { html, type Html } from './html.ts';
import type { SignInFailure } from './SignInFailure.ts';
import { signInWording } from './signInWording.ts';

/** One of those whom the demo lets one be. */
export interface DemoUser {
  readonly subject: string;
  readonly name: string;
  readonly role: Role;
}

/** Velg bruker. The demo's sign-in: everyone there is, what they may do, one button each. */
export function chooseUserPage(
  locale: Locale,
  users: readonly DemoUser[],
  /** Whether it is the one who is signed in, who is asked whether it is them. */
  isStepUp = false,
): string {
  const { choose, confirm, roles } = signInWording[locale];
  const buttons = users.map(({ subject, name, role }) => {
    const [roleName, may] = roles[role];
    return html`<li>
      <button name="user" value="${subject}">
        <strong>${name}</strong> <em>${roleName}</em> <span>${may}</span>
      </button>
    </li>`;
  });
  return standingPage(
    locale,
    isStepUp ? confirm.title : choose.title,
    html`<p>${users.length === 0 ? choose.nobody : isStepUp ? confirm.lead : choose.lead}</p>
      <form method="post">
        <ul>
          ${buttons}
        </ul>
        <button class="quiet" name="cancel" value="yes">${choose.cancel}</button>
      </form>`,
  );
}

/** What went wrong, and the way on. */
export function failurePage(
  locale: Locale,
  { kind, subject }: Pick<SignInFailure, 'kind' | 'subject'>,
  { returnTo, isStepUp }: { readonly returnTo: string; readonly isStepUp: boolean },
): string {
  const { failures, tryAgain, toFrontPage, backWithout, yourIdentity } = signInWording[locale];
  const [title, what] = failures[kind];
  const again = `/signin?${new URLSearchParams({ returnTo, lang: locale, ...(isStepUp && { stepUp: 'yes' }) })}`;
  return standingPage(
    locale,
    title,
    html`<p>${what}</p>
      ${kind === 'unknownUser' && subject && html`<p>${yourIdentity} <code>${subject}</code></p>`}
      <p class="ways">
        <a class="button" href="${again}">${tryAgain}</a>
        <a href="${isStepUp ? returnTo : '/'}">${isStepUp ? backWithout : toFrontPage}</a>
      </p>`,
  );
}

/** Our own look without the client: it must stand when nothing else does, and with scripts off. */
export const standingPage = (
  locale: Locale,
  title: string,
  body: Html,
  /** What it looks like beside that: the address of a style sheet. */
  style = '',
): string =>
  html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title} – Samband</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/signin/style.css" />
        ${style && html`<link rel="stylesheet" href="${style}" />`}
        <script src="/appearance.js"></script>
      </head>
      <body>
        <header>
          <a href="/" translate="no">${mark} Samband</a>
        </header>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `.text;

const mark = html`<svg viewBox="0 0 32 32" aria-hidden="true">
  <path d="M7 23C7 12 25 20 25 9" />
  <circle cx="7" cy="23" r="4" />
  <circle cx="25" cy="9" r="4" />
</svg>`;
