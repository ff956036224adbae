import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { Willingness } from '#schema/person/Willingness.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { foldedWords } from './fold.ts';

/**
 * What people say, in bokmål, nynorsk and English, for what the register keeps as enums. Phrases parted by semicolons.
 *
 * A word stands here only when it means hardly anything else: «forening» may be any kind and is not here.
 */
export const wordsForKinds: Readonly<Record<OrganisationKind, string>> = {
  [OrganisationKind.IMMIGRANT_ORGANISATION]:
    'innvandrerorganisasjon; innvandrarorganisasjon; innvandrerforening; innvandrarforeining; immigrant organisation; immigrant organization; migrant organisation',
  [OrganisationKind.FAITH_COMMUNITY]:
    'trossamfunn; trussamfunn; livssynssamfunn; tros- og livssynssamfunn; moské; moskeer; moskéen; menighet; meinigheit; kirkesamfunn; trossamfunnet; mosque; congregation; faith community; religious community',
  [OrganisationKind.VOLUNTARY_ORGANISATION]:
    'frivillig organisasjon; frivillige organisasjoner; frivillige organisasjonar; voluntary organisation; voluntary organization; ngo; charity',
  [OrganisationKind.PATIENT_ORGANISATION]:
    'pasientorganisasjon; pasientforening; brukerorganisasjon; brukarorganisasjon; pårørendeorganisasjon; pårørandeorganisasjon; patient organisation; patient organization; patient association; user organisation',
  [OrganisationKind.IMMIGRANT_COUNCIL]:
    'innvandrerråd; innvandrarråd; integreringsråd; mangfoldsråd; mangfaldsråd; flerkulturelt råd; fleirkulturelt råd; minoritetsråd; immigrant council; integration council',
  [OrganisationKind.INFORMAL_GROUP]:
    'uformell gruppe; uformelle grupper; uformell; selvhjelpsgruppe; informal group; informal groups',
  [OrganisationKind.HEALTH_AUTHORITY]:
    'regionalt helseforetak; regionalt helseføretak; regionale helseforetak; rhf; regional health authority; health authority',
  [OrganisationKind.HEALTH_TRUST]:
    'helseforetak; helseføretak; helseforetaket; health trust; hospital trust',
  [OrganisationKind.HOSPITAL]: 'sykehus; sjukehus; sykehuset; sjukehuset; hospital; hospitals',
  [OrganisationKind.MUNICIPALITY]: 'kommune; kommuner; kommunar; municipality; municipalities',
  [OrganisationKind.PUBLIC_AGENCY]:
    'etat; offentlig etat; offentleg etat; direktorat; direktoratet; public agency; government agency; directorate',
};

export const wordsForWillingness: Readonly<Record<Willingness, string>> = {
  [Willingness.CRISIS_MESSENGER]:
    'krise; kriser; kriseberedskap; krisebudbringer; budbringer; budbringere; bodberar; bodberarar; krisekommunikasjon; crisis; crisis messenger; messenger',
  [Willingness.COUNCIL_MEMBER]:
    'råd; rådet; rådsmedlem; råd og utvalg; utvalg; utval; styremedlem; council; council member; committee; board member',
  [Willingness.DIALOGUE_MEETING]:
    'dialogmøte; dialogmøter; dialogmøta; dialog; dialogue; dialogue meeting; dialogue meetings',
  [Willingness.OUTREACH]:
    'oppsøkende; oppsøkende arbeid; oppsøkjande; oppsøkjande arbeid; outreach',
};

export const wordsForRecords: Readonly<Record<RecordKind, string>> = {
  [RecordKind.ORGANISATION]:
    'organisasjon; organisasjoner; organisasjonar; organisasjonen; virksomhet; virksomheter; verksemd; verksemder; organisation; organisations; organization; organizations',
  [RecordKind.PERSON]:
    'person; personer; personar; folk; ressursperson; ressurspersoner; ressurspersonar; kontaktperson; kontaktpersoner; kontaktpersonar; people; persons; contact person; resource person; resource persons',
};

export const wordsForPhone =
  'telefon; telefonar; telefoner; telefonnummer; tlf; mobil; mobilnummer; mobiltelefon; ring; ringe; ringje; phone; telephone; phone number; mobile; call';

/** More words for topics than their names: what one says in a hurry. */
export const wordsForTopics: Readonly<Record<string, string>> = {
  mental_health: 'psykiatri; psykisk; mental helse; psychiatry; mental',
  substance_use: 'rus; rusmidler; alkohol; narkotika; avhengighet; drugs; alcohol; addiction',
  infection_control:
    'vaksine; vaksiner; vaksinar; vaksinering; meslinger; meslingar; korona; covid; koronavirus; pandemi; tuberkulose; smitte; vaccine; vaccines; vaccination; measles; corona; infection; pandemic',
  maternity: 'gravid; gravide; jordmor; amming; pregnant; midwife; birth',
  fgm: 'fgm; omskjæring',
  nutrition: 'mat; kosthold; diabetes; food; diet',
  interpreting: 'tolk; tolker; tolkar; tolking; tolketjeneste; interpreter; interpreters',
  asylum_refugees:
    'flyktning; flyktninger; flyktningar; asyl; asylsøker; asylmottak; refugee; refugees; asylum',
  undocumented: 'papirløs; papirlause; udokumentert; undocumented',
  labour_migrants: 'arbeidsinnvandrer; arbeidsinnvandrar; labour migrant',
  womens_health: 'kvinnehelse; kvinnehelsa',
  older_people: 'eldre; eldreomsorg; demens; elderly; dementia',
  emergency_preparedness: 'beredskap; preparedness; emergency',
  negative_social_control: 'æresvold; sosial kontroll; honour violence',
  discrimination_racism: 'rasisme; diskriminering; racism; discrimination',
  gender_sexuality_diversity: 'skeiv; skeive; lhbt; lhbtiq; queer; lgbt; lgbtiq',
  loneliness: 'ensomhet; einsemd; loneliness',
  next_of_kin: 'pårørende; pårørande',
  norwegian_training: 'norskkurs; norskundervisning; språkkafé; norwegian course',
  work: 'jobb; job; jobs',
};

/** More words for languages than their names. */
export const wordsForLanguages: Readonly<Record<string, string>> = {
  nb: 'norsk; norwegian',
  nn: 'norsk; norwegian',
  nsl: 'tegnspråk; teiknspråk; sign language',
  se: 'samisk; sami',
  smj: 'samisk; sami',
  sma: 'samisk; sami',
  sms: 'samisk; sami',
  rom: 'rom; romanes',
  so: 'somali; somalisk; somalia språk',
  ti: 'tigrinsk; tigrinja; tigrigna; tigrinia',
  fa: 'farsi; persisk',
  prs: 'afghansk; dari',
  ps: 'pashto; pasjto; pashtu',
  pa: 'panjabi; punjabi',
  pnb: 'panjabi; punjabi',
  fil: 'tagalog; filippinsk; filipino',
  zh: 'mandarin; kinesisk; putonghua; chinese',
  yue: 'kantonesisk; cantonese',
  om: 'oromisk; afaan oromo; oromiffa',
  bn: 'bangla; bengalsk',
  my: 'burmesisk; burmansk',
  kmr: 'kurmanji; kurmandji; kurdisk; kurdish',
  ckb: 'sorani; kurdisk; kurdish',
  rif: 'berbisk; tamazight; amazigh',
  zgh: 'berbisk; tamazight; amazigh',
  sr: 'serbisk; serbokroatisk',
  hr: 'kroatisk; serbokroatisk',
  bs: 'bosnisk; serbokroatisk',
};

/** Words that say nothing of whom one looks for, unless they come last and may become another word. */
export const emptyWords: ReadonlySet<string> = new Set(
  foldedWords(
    'i og på av til fra frå hos ved med som en et ei den det de er kan vil noen nokon hvem kven hva kva hvor kor ' +
      'snakker snakkar taler talar eller eg jeg vi alle trenger treng finn finne for the a an of in on from at and or to with who that is can speak speaks speaking',
  ),
);

/** Words for how one would reach somebody, for which there is no filter: they say nothing beside other words. */
export const sideWords: ReadonlySet<string> = new Set(
  foldedWords(
    'epost eposten mail email sms melding whatsapp viber telegram signal kontakt kontaktinfo kontaktinformasjon contact',
  ),
);

/** Words that ask for the opposite, which no search here understands: they are looked for as they stand, and never taken for others. */
export const negations: ReadonlySet<string> = new Set(
  foldedWords('ikke ikkje uten utan unntatt unnateke ingen not without except'),
);
