import Bowser from 'bowser';

/** What a session's owner may know it by. */
export interface BrowserFamily {
  readonly browser: string | null;
  readonly system: string | null;
}

const longestHeader = 1_000;
const longestName = 40;

/**
 * Nettleser. The families of a browser and of what it runs on: `Firefox`, `Windows`.
 *
 * No versions, no devices: enough to tell one's own sessions apart, too little to tell people apart.
 */
export function browserOf(userAgent: string | undefined): BrowserFamily {
  if (!userAgent) return { browser: null, system: null };
  const parser = Bowser.getParser(userAgent.slice(0, longestHeader));
  return { browser: known(parser.getBrowserName()), system: known(parser.getOSName()) };
}

/** What it does not know, it reads out of the header: words of the browser's own choosing. */
const known = (name: string | undefined): string | null =>
  name && name.length <= longestName && /^[\p{L}\d .-]+$/u.test(name) ? name : null;
