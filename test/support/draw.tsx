import '@testing-library/jest-dom/vitest';
import { cleanup, configure, render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { type Client, Provider } from 'urql';
import { afterEach } from 'vitest';

import nb from '#schema/language/nb.json' with { type: 'json' };

// Two busy cores are slow at times.
configure({ asyncUtilTimeout: 10_000 });

// A document without a screen has no top layer: an open dialog stands in for a modal one, and gives the focus back.
if (typeof HTMLDialogElement !== 'undefined') {
  const before = new WeakMap<HTMLDialogElement, Element | null>();
  HTMLDialogElement.prototype.showModal = function showModal() {
    before.set(this, document.activeElement);
    this.open = true;
    this.querySelector<HTMLElement>('button, input, select')?.focus();
  };
  HTMLDialogElement.prototype.close = function close() {
    if (!this.open) return;
    this.open = false;
    (before.get(this) as HTMLElement | null)?.focus();
    this.dispatchEvent(new Event('close'));
  };
}

// Nor does anything in it have a size that could change.
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};

afterEach(() => {
  cleanup();
  sessionStorage.clear();
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
