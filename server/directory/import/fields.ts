import { ImportField } from '#schema/directory/import/ImportField.ts';
import { ImportPolicy } from '#schema/directory/import/ImportPolicy.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { foldedWords } from '#server/directory/fold.ts';

/** What a column says, and what it may do to what stands in the register. */
export interface MappedColumn {
  readonly field: ImportField;
  readonly policy: ImportPolicy;
}

/** How a column is known by its heading. Phrases in bokmål, nynorsk and English, parted by semicolons. */
const headings: Readonly<Record<Exclude<ImportField, ImportField.IGNORE>, string>> = {
  [ImportField.NAME]:
    'navn; namn; name; organisasjonsnavn; organisasjonsnamn; virksomhet; verksemd; virksomhetsnavn; organisasjon; organisation; organization; organisation name; organization name; forening; foreining; lag; trossamfunn; navn på organisasjonen; navn på organisasjon; namn på organisasjonen; foreningens navn; hva heter dere',
  [ImportField.NUMBER]:
    'organisasjonsnummer; organisasjonsnr; orgnr; org nr; org nummer; organization number; organisation number; registration number; enhetsnummer; virksomhetsnummer; nummer i brønnøysund; brreg',
  [ImportField.KIND]:
    'type; kind; virksomhetstype; organisasjonstype; slag; kategori; category; organisation type; type organisasjon; type virksomhet',
  [ImportField.SEAT]:
    'kommune; kommunenavn; kommunenr; kommunenummer; municipality; by; sted; stad; city; town; place; forretningskommune; hjemkommune; heimkommune; sete',
  [ImportField.SERVED_AREAS]:
    'område; områder; dekningsområde; nedslagsfelt; bydel; bydeler; bydelar; virkeområde; verkeområde; geografi; areas; served areas; area served; aktive i; hvor er dere aktive; fylke; county',
  [ImportField.LANGUAGES]:
    'språk; languages; language; målspråk; snakker; hvilke språk; språk dere bruker; språkgrupper',
  [ImportField.COMMUNITIES]:
    'landbakgrunn; landbakgrunner; land; opprinnelsesland; målgruppe; målgrupper; nasjonalitet; communities; community; country of background; country; countries; bakgrunn; hvem når dere',
  [ImportField.TOPICS]:
    'tema; temaer; emne; emner; topics; topic; arbeider med; arbeidsområde; aktivitet; aktiviteter; aktivitetar; interesser; hva jobber dere med; formål; føremål; fagområde',
  [ImportField.PHONE]:
    'telefon; tlf; tlfnr; telefonnummer; telefonnr; mobil; mobilnummer; mobiltelefon; phone; telephone; phone number; mobile; tel; kontakttelefon',
  [ImportField.EMAIL]:
    'epost; e post; mail; email; e mail; epostadresse; e postadresse; e post adresse; email address; mailadresse; kontakt epost',
  [ImportField.WEBSITE]:
    'nettsted; nettstad; nettside; nettsider; hjemmeside; heimeside; webside; web; website; www; url; internett; homepage',
  [ImportField.FACEBOOK]: 'facebook; facebookside; fb; facebook side; facebook page',
  [ImportField.POST]:
    'adresse; postadresse; address; postal address; gateadresse; besøksadresse; forretningsadresse; gate',
  [ImportField.MEETING_PLACE]:
    'møtested; møtestad; møteplass; lokale; lokaler; meeting place; where they meet; forsamlingslokale',
  [ImportField.ALIASES]:
    'kortnavn; kortnamn; forkortelse; forkorting; andre navn; andre namn; også kalt; alias; aliases; short name; other names; abbreviation; kallenavn; akronym',
  [ImportField.PARENT]:
    'overordnet; overordna; overordnet enhet; paraply; paraplyorganisasjon; moderorganisasjon; hovedorganisasjon; parent; umbrella; overordnet organisasjonsnummer; hovedenhet',
  [ImportField.MEMBER_COUNT]:
    'medlemmer; medlemmar; medlemstall; medlemstal; antall medlemmer; tal på medlemmer; tal medlemmer; members; member count; number of members',
  [ImportField.MEMBER_YEAR]: 'år; medlemsår; år for medlemstall; member year; year; medlemstall år',
};

const folded = (text: string): string => foldedWords(text).join(' ');

const byHeading = new Map(
  Object.entries(headings).flatMap(([field, phrases]) =>
    phrases.split('; ').map((phrase) => [folded(phrase), field as ImportField] as const),
  ),
);

/** The field that a heading names; with numbers, years and what stands in brackets left out: «Tlf. 2», «Medlemmer (2025)». */
export function fieldOf(heading: string): ImportField | null {
  const whole = folded(heading);
  const bare = folded(heading.replaceAll(/\(.*?\)|[*:]/g, ' '))
    .replaceAll(/ ?\d+\b/g, '')
    .trim();
  // «Navn på foreningen», «Name of the organisation».
  const [start = ''] = bare.split(/ (?:pa|of) /);
  return byHeading.get(whole) ?? byHeading.get(bare) ?? byHeading.get(start) ?? null;
}

/** A year that a heading names. */
export const yearIn = (heading: string): number | null => {
  const found = /(?<!\d)(19|20)\d\d(?!\d)/.exec(heading);
  return found ? Number(found[0]) : null;
};

/** By which channel a column reaches them. */
export const channels: Partial<Record<ImportField, ContactChannel>> = {
  [ImportField.PHONE]: ContactChannel.PHONE,
  [ImportField.EMAIL]: ContactChannel.EMAIL,
  [ImportField.WEBSITE]: ContactChannel.WEBSITE,
  [ImportField.FACEBOOK]: ContactChannel.FACEBOOK,
  [ImportField.POST]: ContactChannel.POST,
  [ImportField.MEETING_PLACE]: ContactChannel.MEETING_PLACE,
};

/** Fields that hold several values, parted by commas or lines. */
export const lists: ReadonlySet<ImportField> = new Set([
  ImportField.SERVED_AREAS,
  ImportField.LANGUAGES,
  ImportField.COMMUNITIES,
  ImportField.TOPICS,
  ImportField.ALIASES,
]);

/** Whether several columns may say it: a second number is one more number, a second name is a contradiction. */
export const mayComeTwice = (field: ImportField): boolean =>
  field === ImportField.IGNORE || lists.has(field) || channels[field] !== undefined;

/** What a column may do, the usual first. */
export function policiesOf(field: ImportField): readonly ImportPolicy[] {
  const { FILL, ADD, OVERWRITE } = ImportPolicy;
  if (field === ImportField.ALIASES) return [ADD, FILL];
  return lists.has(field) || channels[field] ? [ADD, FILL, OVERWRITE] : [FILL, OVERWRITE];
}

export const usually = (field: ImportField): MappedColumn => ({
  field,
  policy: policiesOf(field)[0]!,
});
