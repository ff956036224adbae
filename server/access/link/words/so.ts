import type { LinkWording } from './LinkWording.ts';

export const so: LinkWording = {
  ownName: 'Soomaali',
  isDraft: true,
  draft: 'Turjumaaddani waa qabyo, weli ma hubin qof ku hadla af Soomaaliga.',
  language: 'Luqadda',

  openTitle: 'Fur xiriiriyahaaga',
  openLead:
    'Waxaad ka heshay xiriiriye gaar ah Samband, diiwaanka ay adeegga caafimaadka Norway u isticmaasho inay la xiriirto ururrada iyo dadka caawin kara.',
  open: 'Tus macluumaadka',
  typeLead: 'Waxaad sidoo kale qori kartaa koodhka ku hoos qoran xiriiriyaha ee warqadda.',
  typedCode: 'Koodhka warqadda',
  typedCodeHint:
    'Laba iyo toban xaraf ama tiro. Xarfaha waaweyn iyo kuwa yaryar waa isku mid, jiitinta waad ka tegi kartaa.',

  failedTitle: 'Xiriiriyuhu ma shaqeynayo',
  failedWhy: 'Waxaa laga yaabaa in wakhtigiisu dhacay, in la joojiyey ama si khaldan loo qoray.',
  againLead: 'Waxaan mid cusub u diri karnaa cinwaanka ku qoran diiwaanka.',
  again: 'Ii soo dir xiriiriye cusub',
  sentTitle: 'Sug warqad cusub',
  sentWhy:
    'Haddii wakhtiga xiriiriyuhu dhacay, mid cusub ayaa ku socda cinwaanka ku qoran diiwaanka. Waxay qaadan kartaa dhowr daqiiqo. Haddii aanay waxba imaan, ka jawaab warqaddii aad heshay.',
  overTitle: 'Fadlan mar kale fur xiriiriyaha',
  overWhy:
    'Saacad ayaa ka soo wareegtay markii aad furtay, ama waad ka baxday. Mar kale riix xiriiriyaha ku jira warqadda.',
  waitTitle: 'Fadlan yara sug',
  waitWhy: 'Isku dayo badan ayaa wakhti gaaban dhacay. Mar kale isku day dhowr daqiiqo ka dib.',

  pageTitle: 'Macluumaadka ku saabsan {name}',
  whoAsks: '{issuer} ayaa kaa codsanaya inaad eegto waxa Samband ka hayo {name}.',
  whyTitle: 'Maxaan u weydiinaynaa?',
  whatFor:
    'Samband waa diiwaanka adeegga caafimaadka ee ururrada iyo dadka caawin kara. Waxaa loo isticmaalaa in dadka lala xiriiro marka ay degdeg tahay, iyo in lagu casuumo shirar iyo golayaal. Laba sanaba mar ayaan weydiinnaa in macluumaadku weli sax yahay.',
  until: 'Xiriiriyuhu wuxuu shaqeynayaa ilaa {date}.',
  isWrong: 'Wax ma khaldan yihiin, mise caawimaad baad u baahan tahay? U qor',
  answerLetter:
    'Wax ma khaldan yihiin, mise caawimaad baad u baahan tahay? Ka jawaab warqaddii aad heshay.',
  facts: 'Waxa ku qoran diiwaanka',
  alsoCalled: 'Magacyo kale',
  kind: 'Nooca ururka',
  number: 'Lambarka ururka',
  languages: 'Luqadaha',
  communities: 'Waddamada asalka',
  topics: 'Mawduucyada',
  areas: 'Deegaannada',
  wholeCountry: 'Noorweey oo dhan',
  contact: 'Macluumaadka xiriirka',
  none: 'Lama sheegin',

  maskedWhy:
    'Macluumaadka xiriirka qayb ahaan waa qarsoon yahay, haddii xiriiriyuhu qof kale gaaro.',
  sendCode: 'Ii soo dir koodh si loo tuso',
  codeSent:
    'Waxaan koodh siddeed tiro ah u dirnaa iimaylka ku qoran diiwaanka. Wuxuu shaqeynayaa toban daqiiqo.',
  shortCode: 'Koodhka, siddeed tiro',
  show: 'Tus macluumaadka xiriirka',
  shown: 'Macluumaadka xiriirka waxaa la tusayaa toban daqiiqo.',
  codeWrong: 'Koodhku sax ma aha. Ka fiiri warqaddii ugu dambaysay oo mar kale isku day.',
  codeLocked: 'Koodhku shan jeer ayuu khaldanaa, mana shaqeynayo. Codso mid cusub.',
  codeGone: 'Koodhka waa la isticmaalay ama waa duugoobay. Codso mid cusub.',
  codeTooMany:
    'Koodhadh badan ayaa la diray saacaddii u dambaysay. Saacad sug oo mar kale isku day.',

  signOut: 'Ka bax',
  signedOutTitle: 'Waad ka baxday',
  signedOutWhy: 'Xiriiriyaha warqaddu weli wuu shaqeynayaa. Boggan waad xiri kartaa.',

  letterSubject: 'Fadlan eeg macluumaadka ku saabsan {name}',
  letterHello: 'Salaan,',
  letterLink: 'Fur xiriiriyaha si aad u aragto:',
  letterCode: 'Haddii xiriiriyuhu shaqeyn waayo, tag {address} oo qor koodhka:',
  letterSafe:
    'Warqaddan cid kale ha u dirin. Haddii ay si khalad ah kuu soo gaadhay, waxba ma aha inaad samayso.',
  codeSubject: 'Koodh ka yimid Samband',
  codeLetter: 'Qor koodhkan si loo tuso macluumaadka xiriirka. Wuxuu shaqeynayaa toban daqiiqo:',
  codeLetterConsent: 'Qor koodhkan si aad uga noqoto oggolaansho. Wuxuu shaqeynayaa toban daqiiqo:',
  codeLetterHandOver:
    'Ku qor koodhkan si aad u sheegto cidda la wareegtay. Wuxuu shaqaynayaa toban daqiiqo:',
  codeLetterErase:
    'Ku qor koodhkan si aad u tirtirto wax kasta oo adiga kugu saabsan. Wuxuu shaqaynayaa toban daqiiqo:',
  codeSafe:
    'Haddii aanad koodh codsan, qof kale ayaa haysta xiriiriyahaaga. Ka jawaab warqaddan, waanan joojin doonnaa.',

  phone: 'Taleefan',
  sms: 'Fariin qoraal ah',
  email: 'Iimayl',
  website: 'Bogga internetka',
  post: 'Cinwaanka boostada',
  meetingPlace: 'Goobta kulanka',
};
