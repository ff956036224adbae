import '@testing-library/jest-dom/vitest';
import { cleanup, configure, render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { type Client, Provider } from 'urql';
import { afterEach } from 'vitest';

import nb from '#schema/language/nb.json' with { type: 'json' };

// Two busy cores are slow at times.
configure({ asyncUtilTimeout: 10_000 });

afterEach(() => {
  cleanup();
  history.replaceState(null, '', '/');
});

/** Draws a screen in bokmål, at an address, on top of whatever answers the client. */
export function draw(screen: ReactNode, client: Client, address = '/'): RenderResult {
  history.replaceState(null, '', address);
  return render(
    <IntlProvider locale="nb" messages={nb}>
      <Provider value={client}>{screen}</Provider>
    </IntlProvider>,
  );
}
