import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';

/**
 * Ord i tekstmeldinger i en runde. What stands before the link: short, and without quotation marks and dashes that the alphabet of telephones lacks.
 * What is written from the right begins so, for a telephone takes the direction from the first letter.
 */
export interface RoundSmsWording {
  readonly first: string;
  readonly reminder: string;
  readonly lastCall: string;
}

/** Drafts, as all words of a link are, until somebody who speaks the language has looked them over (`LinkWording.isDraft`). */
export const roundSmsWords: Readonly<Record<LinkLanguage, RoundSmsWording>> = {
  nb: {
    first: 'Samband spør: Stemmer det vi vet om {name}? Svar innen {date}. Det tar et minutt:',
    reminder:
      'Samband minner om dette: Stemmer det vi vet om {name}? Svar innen {date}. Det tar et minutt:',
    lastCall:
      'Siste påminnelse fra Samband: Stemmer det vi vet om {name}? Svar innen {date}. Det tar et minutt:',
  },
  nn: {
    first: 'Samband spør: Stemmer det vi veit om {name}? Svar innan {date}. Det tek eit minutt:',
    reminder:
      'Samband minner om dette: Stemmer det vi veit om {name}? Svar innan {date}. Det tek eit minutt:',
    lastCall:
      'Siste påminning frå Samband: Stemmer det vi veit om {name}? Svar innan {date}. Det tek eit minutt:',
  },
  en: {
    first:
      'Samband asks: Is what we know about {name} right? Please answer by {date}. It takes a minute:',
    reminder:
      'Reminder from Samband: Is what we know about {name} right? Please answer by {date}. It takes a minute:',
    lastCall:
      'Last reminder from Samband: Is what we know about {name} right? Please answer by {date}. It takes a minute:',
  },
  ar: {
    first: 'سامباند: هل بيانات {name} صحيحة؟ الرد حتى {date}:',
    reminder: 'تذكير: هل بيانات {name} صحيحة؟ الرد حتى {date}:',
    lastCall: 'آخر تذكير: هل بيانات {name} صحيحة؟ الرد حتى {date}:',
  },
  fa: {
    first: 'سامبند: معلومات {name} درست است؟ جواب تا {date}:',
    reminder: 'یادآوری: معلومات {name} درست است؟ جواب تا {date}:',
    lastCall: 'آخرین یادآوری: معلومات {name} درست است؟ جواب تا {date}:',
  },
  pl: {
    first:
      'Samband pyta: czy to, co wiemy o {name}, jest prawda? Prosimy o odpowiedz do {date}. To zajmie minute:',
    reminder:
      'Samband przypomina: czy to, co wiemy o {name}, jest prawda? Prosimy o odpowiedz do {date}:',
    lastCall:
      'Ostatnie przypomnienie od Samband: czy to, co wiemy o {name}, jest prawda? Prosimy o odpowiedz do {date}:',
  },
  so: {
    first:
      'Samband wuxuu weydiinayaa: Waxa aan ka naqaan {name} ma sax baa? Fadlan ka jawaab ilaa {date}:',
    reminder:
      'Xusuusin ka timid Samband: Waxa aan ka naqaan {name} ma sax baa? Fadlan ka jawaab ilaa {date}:',
    lastCall:
      'Xusuusintii ugu dambeysay ee Samband: Waxa aan ka naqaan {name} ma sax baa? Fadlan ka jawaab ilaa {date}:',
  },
  ti: {
    first: 'ሳምባንድ፦ ሓበሬታ {name} ቅኑዕ ድዩ? ክሳብ {date} መልሱ፦',
    reminder: 'መዘኻኸሪ፦ ሓበሬታ {name} ቅኑዕ ድዩ? ክሳብ {date} መልሱ፦',
    lastCall: 'ናይ መወዳእታ መዘኻኸሪ፦ ሓበሬታ {name} ቅኑዕ ድዩ? ክሳብ {date} መልሱ፦',
  },
  uk: {
    first: 'Samband: дані про {name} вірні? Відповідь до {date}:',
    reminder: 'Нагадуємо: дані про {name} вірні? Відповідь до {date}:',
    lastCall: 'Востаннє: дані про {name} вірні? Відповідь до {date}:',
  },
  ur: {
    first: 'سامبند: کیا {name} کی معلومات درست ہیں؟ جواب {date} تک:',
    reminder: 'یاد دہانی: کیا {name} کی معلومات درست ہیں؟ جواب {date} تک:',
    lastCall: 'آخری بار: کیا {name} کی معلومات درست ہیں؟ جواب {date} تک:',
  },
};
