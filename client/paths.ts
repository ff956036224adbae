/** Adresser. Where each thing has its page; `searchPath` is the search with one value of one filter. */
export const organisationPath = (id: string) => `/virksomhet/${encodeURIComponent(id)}`;
export const newOrganisationPath = '/virksomhet/ny';
export const archivePath = '/arkiv';
export const personPath = (id: string) => `/person/${encodeURIComponent(id)}`;
export const newPersonPath = '/person/ny';
export const areaPath = (code: string) => `/omrade/${encodeURIComponent(code)}`;
export const erasedPath = '/slettet';
export const crisisPath = '/krise';
export const breakGlassPath = (id: string) => `/krise/nodtilgang/${encodeURIComponent(id)}`;
export const audiencesPath = '/utvalg';
export const audiencePath = (id: string) => `/utvalg/${encodeURIComponent(id)}`;
export const searchPath = (filter: string, value: string) =>
  `/?${new URLSearchParams({ [filter]: value })}`;
export const workPath = '/arbeidsliste';
export const stopsPath = '/henvendelser';
export const callListPath = '/ringeliste';
export const proposalsPath = '/forslag';
export const successionsPath = '/overleveringer';
export const deadlinesPath = '/frister';
export const changesPath = '/personvern/endringer';
export const readsPath = '/personvern/lesninger';
export const exportsPath = '/personvern/eksporter';
export const duplicatesPath = '/dubletter';
export const duplicatePath = (kind: 'ORGANISATION' | 'PERSON', one: string, other: string) =>
  `/dubletter/${encodeURIComponent(one)}/${encodeURIComponent(other)}${kind === 'PERSON' ? '?hva=personer' : ''}`;
export const roundsPath = '/runder';
/** A new round; of those whom a saved search finds, where one is named. */
export const newRoundPath = (audience?: string) =>
  audience ? `/runder/ny?${new URLSearchParams({ utvalg: audience })}` : '/runder/ny';
export const roundPath = (id: string) => `/runder/${encodeURIComponent(id)}`;
/** Those behind a figure of a round. */
export const roundRequestsPath = (id: string, which: Readonly<Record<string, string>> = {}) => {
  const asked = String(new URLSearchParams(which));
  return `${roundPath(id)}/virksomheter${asked && `?${asked}`}`;
};
/** The overview to hand in; of one trust, or of those that no trust answers for. */
/** Where letters are printed: no page of ours, but of the server. */
export const roundLettersPath = (id: string) => `/letters/round/${encodeURIComponent(id)}`;
export const requestLetterPath = (id: string) => `/letters/request/${encodeURIComponent(id)}`;
export const annexPath = (id: string, trust?: string | null) =>
  `${roundPath(id)}/vedlegg${trust ? `?${new URLSearchParams({ foretak: trust })}` : ''}`;
/** The same as a file; fetched by POST. */
export const annexFilePath = (id: string, trust: string | null, locale: string) =>
  `/export/annex/${encodeURIComponent(id)}?${new URLSearchParams({ locale, ...(trust && { trust }) })}`;
export const bulkEditsPath = '/endringer-av-mange';
export const importsPath = '/import';
/** One import; `show` says which of its rows, and whether its columns are what is looked at. */
export const importPath = (id: string, show: Readonly<Record<string, string>> = {}) => {
  const asked = String(new URLSearchParams(show));
  return `/import/${encodeURIComponent(id)}${asked && `?${asked}`}`;
};
