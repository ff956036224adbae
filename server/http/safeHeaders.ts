import type { IncomingMessage, ServerResponse } from 'node:http';

import helmet from 'helmet';

/** A header and what it says. */
export type Header = readonly [name: string, value: string];

/** Trygge hoder. What every answer tells browsers not to do. The same for all of them, so it is worked out once. */
export function safeHeaders(publicUrl: URL): readonly Header[] {
  const secure = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'worker-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'require-trusted-types-for': ["'script'"],
      },
    },
    strictTransportSecurity:
      publicUrl.protocol === 'https:' ? { maxAge: 63_072_000, includeSubDomains: true } : false,
  });
  const headers: Header[] = [['Permissions-Policy', 'camera=(), geolocation=(), microphone=()']];
  // Helmet knows answers alone: this one goes nowhere.
  const answer = {
    setHeader: (name: string, value: string) => void headers.push([name, value]),
    removeHeader: () => undefined,
  };
  secure({} as IncomingMessage, answer as unknown as ServerResponse, () => undefined);
  return headers;
}
