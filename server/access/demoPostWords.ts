import type { Locale } from '#schema/common/Locale.ts';

/** Ord på siden med prøveutgavens post. */
export interface DemoPostWords {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly noneTo: string;
  readonly letter: string;
  readonly message: string;
  readonly to: string;
  readonly replyTo: string;
  readonly sent: string;
  readonly size: string;
  readonly filter: string;
  readonly hint: string;
  readonly show: string;
  readonly all: string;
  readonly asHtml: string;
  readonly asText: string;
  readonly cameBack: string;
  /** How many there are. */
  readonly count: string;
  readonly older: string;
  readonly messages: (count: number) => string;
  readonly gsm7: string;
  readonly ucs2: string;
}

export const demoPostWords: Readonly<Record<Locale, DemoPostWords>> = {
  nb: {
    title: 'Post i prøveutgaven',
    lead: 'Brevene og tekstmeldingene som prøveutgaven har sendt. De er ikke sendt noe sted; her kan du lese dem i stedet for mottakeren. Brev til borte@… og meldinger til numre som slutter på 404, kommer i retur.',
    none: 'Ingenting er sendt ennå. Det kommer hit noen sekunder etter at det er sendt.',
    noneTo: 'Ingenting er sendt til noen som passer med det du skrev.',
    letter: 'E-post',
    message: 'Tekstmelding',
    to: 'Til',
    replyTo: 'Svar går til',
    sent: 'Sendt',
    size: 'Størrelse',
    filter: 'Mottaker',
    hint: 'En del av adressen eller nummeret.',
    show: 'Vis',
    all: 'Vis alle',
    asHtml: 'Slik det ser ut',
    asText: 'Som ren tekst',
    cameBack: 'Kom i retur: ingen har adressen',
    count: 'Viser {shown} av {all}.',
    older: 'Vis eldre',
    messages: (count) => (count === 1 ? '1 melding' : `${count} meldinger`),
    gsm7: 'telefonens alfabet',
    ucs2: 'Unicode',
  },
  nn: {
    title: 'Post i prøveutgåva',
    lead: 'Breva og tekstmeldingane som prøveutgåva har sendt. Dei er ikkje sende nokon stad; her kan du lese dei i staden for mottakaren. Brev til borte@… og meldingar til nummer som sluttar på 404, kjem i retur.',
    none: 'Ingenting er sendt enno. Det kjem hit nokre sekund etter at det er sendt.',
    noneTo: 'Ingenting er sendt til nokon som passar med det du skreiv.',
    letter: 'E-post',
    message: 'Tekstmelding',
    to: 'Til',
    replyTo: 'Svar går til',
    sent: 'Sendt',
    size: 'Storleik',
    filter: 'Mottakar',
    hint: 'Ein del av adressa eller nummeret.',
    show: 'Vis',
    all: 'Vis alle',
    asHtml: 'Slik det ser ut',
    asText: 'Som rein tekst',
    cameBack: 'Kom i retur: ingen har adressa',
    count: 'Viser {shown} av {all}.',
    older: 'Vis eldre',
    messages: (count) => (count === 1 ? '1 melding' : `${count} meldingar`),
    gsm7: 'alfabetet til telefonen',
    ucs2: 'Unicode',
  },
  en: {
    title: 'Mail in the demo',
    lead: 'The letters and text messages that the demo has sent. They have gone nowhere; you may read them here instead of those they are to. Letters to borte@… and messages to numbers that end with 404 come back.',
    none: 'Nothing has been sent yet. It comes here some seconds after it is sent.',
    noneTo: 'Nothing has been sent to anybody who fits what you wrote.',
    letter: 'E-mail',
    message: 'Text message',
    to: 'To',
    replyTo: 'Answers go to',
    sent: 'Sent',
    size: 'Size',
    filter: 'Recipient',
    hint: 'A part of the address or the number.',
    show: 'Show',
    all: 'Show all',
    asHtml: 'As it looks',
    asText: 'As plain text',
    cameBack: 'Came back: nobody has the address',
    count: 'Shows {shown} of {all}.',
    older: 'Show older ones',
    messages: (count) => (count === 1 ? '1 message' : `${count} messages`),
    gsm7: 'the alphabet of telephones',
    ucs2: 'Unicode',
  },
};
