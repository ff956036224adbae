import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';

/** Ord i tekstmeldinger: short, and without quotation marks and dashes that the alphabet of telephones lacks. */
export interface SmsWording {
  readonly link: string;
  readonly code: string;
}

/** Drafts, as all words of a link are, until somebody who speaks the language has looked them over (`LinkWording.isDraft`). */
export const smsWords: Readonly<Record<LinkLanguage, SmsWording>> = {
  nb: {
    link: 'Samband spør: Stemmer det vi vet om {name}? Se og svar innen {date}: {address}',
    code: 'Samband: Koden er {code}. Den virker i ti minutter. Ikke gi den til andre.',
  },
  nn: {
    link: 'Samband spør: Stemmer det vi veit om {name}? Sjå og svar innan {date}: {address}',
    code: 'Samband: Koden er {code}. Han verkar i ti minutt. Ikkje gi han til andre.',
  },
  en: {
    link: 'Samband asks: Is what we know about {name} right? See and answer by {date}: {address}',
    code: 'Samband: The code is {code}. It works for ten minutes. Give it to nobody.',
  },
  ar: {
    link: 'سامباند يسأل: هل ما نعرفه عن {name} صحيح؟ انظروا وأجيبوا حتى {date}: {address}',
    code: 'سامباند: الرمز هو {code}. يعمل لعشر دقائق. لا تعطوه لأحد.',
  },
  fa: {
    link: 'Samband می‌پرسد: آنچه دربارهٔ {name} می‌دانیم درست است؟ تا {date} ببینید و پاسخ دهید: {address}',
    code: 'Samband: کود {code} است. ده دقیقه کار می‌کند. آن را به کسی ندهید.',
  },
  pl: {
    link: 'Samband pyta: czy to, co wiemy o {name}, jest prawda? Prosimy o odpowiedz do {date}: {address}',
    code: 'Samband: kod to {code}. Dziala przez dziesiec minut. Nikomu go nie podawaj.',
  },
  so: {
    link: 'Samband wuxuu weydiinayaa: Waxa aan ka naqaan {name} ma sax baa? Eeg oo ka jawaab ilaa {date}: {address}',
    code: 'Samband: Koodhku waa {code}. Wuxuu shaqeeyaa toban daqiiqo. Cidna ha siin.',
  },
  ti: {
    link: 'Samband ይሓትት፦ ብዛዕባ {name} እንፈልጦ ቅኑዕ ድዩ? ክሳብ {date} ርኣዩን መልሱን፦ {address}',
    code: 'Samband፦ እቲ ኮድ {code} እዩ። ንዓሰርተ ደቒቕ ይሰርሕ። ንማንም ኣይትሃቡዎ።',
  },
  uk: {
    link: 'Samband запитує: чи правильне те, що ми знаємо про {name}? Перегляньте й дайте відповідь до {date}: {address}',
    code: 'Samband: код {code}. Діє десять хвилин. Нікому його не давайте.',
  },
  ur: {
    link: 'Samband پوچھتا ہے: {name} کے بارے میں جو ہم جانتے ہیں کیا درست ہے؟ {date} تک دیکھیں اور جواب دیں: {address}',
    code: 'Samband: کوڈ {code} ہے۔ یہ دس منٹ کام کرتا ہے۔ کسی کو نہ دیں۔',
  },
};
