import type { HandoverWording } from './HandoverWording.ts';

export const so: HandoverWording = {
  way: 'Miyaadan hadda ahayn hoggaamiyaha ama qofka lala xiriiro? Noo sheeg qofka kala wareegay',
  title: 'Yaa la wareegay?',
  lead: 'Anaga ayaa qofka cusub weydiinayna, waxbana ma kaydinayno ilaa uu haa yiraahdo oo qof naga mid ah uu eego. Markaas waxaan sidoo kale ka saaraynaa macluumaadkaaga.',
  codeLead: 'Marka hore waxaad u baahan tahay koodh, haddii linkigu gacan kale galay.',
  sendCode: 'Ii soo dir koodh',
  noCode:
    'Linkigu wuxuu ku yimid boostada, markaa meel aan koodh u dirno ma jirto. Wac ama u qor qofka warqadda saxiixay, isaga ayaa kuu qoraya.',
  which: 'Maxaad hadda ahayn?',
  givenName: 'Magaca koowaad ee qofka cusub',
  familyName: 'Magaca qoyska',
  reach: 'Iimaylka ama lambarka moobilka ee qofka cusub',
  reachHint: 'Mid ayaa ku filan. Fariin ayaan halkaas u dirnaa.',
  send: 'Dir',
  badName: 'Qor magaca.',
  badLong: 'Tani aad bay u dheer tahay.',
  badReach: 'Qor iimayl ama lambar moobil.',
  badMobile: 'Kani ma aha lambar moobil.',
  badSms: 'Halkan SMS kama diri karno. Qor iimayl.',
  badSame: 'Kani waa ciwaanka aan hore u haynay. Qor kan qofka cusub.',
  badWhich: 'Dooro waxaad hadda ahayn.',
  sentTitle: 'Mahadsanid! Waxaan u qornay qofka cusub',
  sentWhy:
    'Marka uu haa yiraahdo, qof naga mid ah ayaa eegaya, kadibna waan kuu sheegaynaa. Ilaa markaas wax walba waa sidoodii. Haddii uusan 30 maalmood ku jawaabin, waan iloobaynaa cidda uu ahaa.',
  takeBack: 'Ka noqo',
  takenBack: 'Waa laga noqday. Wax walba waa sidoodii.',

  askSubject: 'Ma la wareegtay {name}?',
  askText:
    'Waxaa naloo sheegay inaad hadda tahay hoggaamiyaha ama qofka lala xiriiro ee {name}. Fur linkiga si aad u sheegto inay sax tahay:',
  askKept:
    'Waxaan haynaa oo keliya magacaaga iyo ciwaanka ay fariintani timid. Haddaad maya tiraahdo waan tirtiraynaa. Haddaadan 30 maalmood ku jawaabin, sidoo kale waan tirtiraynaa.',
  askSms: 'Samband, diiwaanka caafimaadka: Ma la wareegtay {name}? Halkan ka jawaab:',
  openTitle: 'Ma la wareegtay urur?',
  openLead:
    'Waxaad fariin ka heshay Samband, diiwaanka ay adeegga caafimaadku u isticmaalaan inay ururrada la xiriiraan.',
  openAction: 'I tus su’aasha',
  openFailed:
    'Linkiga waxaa laga yaabaa in si khalad ah loo qoray, uu dhacay ama laga jawaabay. Haddaad su’aal qabto, ka jawaab fariintii aad heshay.',
  confirmTitle: 'Ma la wareegtay {name}?',
  confirmLead:
    'Qof ayaa sheegay inaad hadda tahay hoggaamiyaha ama qofka lala xiriiro ee {name}. Fadlan hubi in magacaagu si sax ah u qoran yahay.',
  ownGivenName: 'Magacaaga koowaad',
  consent: 'Oggolaansho',
  consentTick: 'Waan oggolahay',
  badConsent: 'Calaamadee oggolaanshaha, ama maya ku jawaab.',
  yes: 'Haa, waa sax',
  no: 'Maya, sax ma aha',
  thanksTitle: 'Mahadsanid!',
  thanksWhy: 'Qof naga mid ah ayaa eegaya oo kuu sheegaya.',
  noTitle: 'Waad ku mahadsan tahay inaad noo sheegtay',
  noWhy: 'Waxaan tirtirnay magacaaga iyo ciwaankaaga. Waxba kama beddelmin diiwaanka.',

  approvedNewSubject: 'Hadda waxaad ku jirtaa diiwaanka ee {name}',
  approvedNewText:
    'Waad ku mahadsan tahay inaad la wareegtay. Mar kasta waxaad na weydiisan kartaa inaan saxno ama tirtirno macluumaadkaaga: ka jawaab warqaddan.',
  approvedOldSubject: 'Qof kale ayaa la wareegay {name}',
  approvedOldText:
    'Waad ku mahadsan tahay shaqadaada! Doorkan diiwaanka kuma jirtid mar dambe. Wixii aan kaa haynay oo aan u baahnayn waa laga saaray.',
  refusedSubject: 'Ku saabsan cidda la wareegtay {name}',
  refusedText: 'Waxba kama beddelin diiwaanka. Sababtu waa tan:',
};
