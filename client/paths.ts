/** Adresser. Where each thing has its page; `searchPath` is the search with one value of one filter. */
export const organisationPath = (id: string) => `/virksomhet/${encodeURIComponent(id)}`;
export const personPath = (id: string) => `/person/${encodeURIComponent(id)}`;
export const areaPath = (code: string) => `/omrade/${encodeURIComponent(code)}`;
export const searchPath = (filter: string, value: string) =>
  `/?${new URLSearchParams({ [filter]: value })}`;
export const changesPath = '/personvern/endringer';
export const readsPath = '/personvern/lesninger';
