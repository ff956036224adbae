/** Adresser. Where each thing has its page. */
export const organisationPath = (id: string) => `/virksomhet/${encodeURIComponent(id)}`;
export const personPath = (id: string) => `/person/${encodeURIComponent(id)}`;
export const areaPath = (code: string) => `/omrade/${encodeURIComponent(code)}`;
