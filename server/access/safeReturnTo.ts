const longest = 2000;

/**
 * Where to go after sign-in: a page of ours, whatever was asked for. Gives path, query and fragment, never a host.
 *
 * Read as browsers read it, who take a backslash for a slash and drop tabs and line breaks.
 */
export function safeReturnTo(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/')) return '/';
  const base = 'http://here.invalid';
  const url = URL.parse(wanted, base);
  if (!url || url.origin !== base || url.username || url.password) return '/';
  const path = url.pathname + url.search + url.hash;
  // A path like /.//host is on our host as an address, and on another as a link.
  if (path.startsWith('//') || path.length > longest || isOfSignIn(url.pathname)) return '/';
  return path;
}

const isOfSignIn = (path: string) => /^\/(signin|signout|oidc)(\/|$)/.test(path);
