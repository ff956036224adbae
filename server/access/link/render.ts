import type { ReactElement } from 'react';

/** A page as it is sent. Loaded when the first is asked for. */
export async function render(page: ReactElement): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
