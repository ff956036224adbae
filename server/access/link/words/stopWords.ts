import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';

/** Ord om å slippe brev. */
export interface StopWording {
  /** In the letter, before the address. */
  readonly letter: string;
  readonly title: string;
  readonly ask: string;
  readonly button: string;
  readonly done: string;
  readonly doneWhat: string;
  readonly regret: string;
  readonly again: string;
  readonly againWhat: string;
  readonly gone: string;
  readonly goneWhat: string;
}

/** Drafts, as all words of a link are, until somebody who speaks the language has looked them over (`LinkWording.isDraft`). */
export const stopWords: Readonly<Record<LinkLanguage, StopWording>> = {
  nb: {
    letter: 'Vil dere ikke ha slike brev? Si fra her:',
    title: 'Ikke få flere slike brev',
    ask: 'Da sender vi ikke flere brev til denne adressen for å spørre om opplysningene stemmer. Opplysningene blir stående som de er.',
    button: 'Ikke send flere',
    done: 'Vi sender ikke flere slike brev',
    doneWhat: 'Det gjelder fra nå av. Opplysningene står som de gjorde.',
    regret: 'Angre: send brev likevel',
    again: 'Vi sender brev igjen',
    againWhat: 'Alt er som før. Neste gang vi spør, får dere brev.',
    gone: 'Denne lenken virker ikke',
    goneWhat: 'Den er ikke skrevet av oss, eller den er ikke hel.',
  },
  nn: {
    letter: 'Vil de ikkje ha slike brev? Sei frå her:',
    title: 'Ikkje få fleire slike brev',
    ask: 'Då sender vi ikkje fleire brev til denne adressa for å spørje om opplysningane stemmer. Opplysningane blir ståande som dei er.',
    button: 'Ikkje send fleire',
    done: 'Vi sender ikkje fleire slike brev',
    doneWhat: 'Det gjeld frå no av. Opplysningane står som dei gjorde.',
    regret: 'Angre: send brev likevel',
    again: 'Vi sender brev igjen',
    againWhat: 'Alt er som før. Neste gong vi spør, får de brev.',
    gone: 'Denne lenkja verkar ikkje',
    goneWhat: 'Ho er ikkje skriven av oss, eller ho er ikkje heil.',
  },
  en: {
    letter: 'Don’t want such letters? Tell us here:',
    title: 'No more such letters',
    ask: 'We will send no more letters to this address to ask whether the information is right. The information stays as it is.',
    button: 'Send no more',
    done: 'We will send no more such letters',
    doneWhat: 'That holds from now on. The information stands as it did.',
    regret: 'Undo: send letters after all',
    again: 'We will send letters again',
    againWhat: 'All is as before. The next time we ask, you will get a letter.',
    gone: 'This link doesn’t work',
    goneWhat: 'We did not write it, or a part of it is missing.',
  },
  ar: {
    letter: 'لا تريدون مثل هذه الرسائل؟ أخبرونا هنا:',
    title: 'عدم تلقي رسائل كهذه',
    ask: 'لن نرسل بعد الآن رسائل إلى هذا العنوان لنسأل هل المعلومات صحيحة. تبقى المعلومات كما هي.',
    button: 'لا ترسلوا المزيد',
    done: 'لن نرسل رسائل كهذه بعد الآن',
    doneWhat: 'يسري ذلك من الآن. المعلومات باقية كما كانت.',
    regret: 'تراجع: أرسلوا الرسائل رغم ذلك',
    again: 'سنرسل الرسائل مجددا',
    againWhat: 'كل شيء كما كان. ستصلكم رسالة في المرة القادمة التي نسأل فيها.',
    gone: 'هذا الرابط لا يعمل',
    goneWhat: 'لم نكتبه نحن، أو أنه غير كامل.',
  },
  fa: {
    letter: 'چنین نامه‌هایی نمی‌خواهید؟ اینجا به ما بگویید:',
    title: 'دیگر چنین نامه‌هایی نگیرید',
    ask: 'دیگر به این نشانی نامه نمی‌فرستیم تا بپرسیم معلومات درست است یا نه. معلومات همان‌طور که هست می‌ماند.',
    button: 'دیگر نفرستید',
    done: 'دیگر چنین نامه‌هایی نمی‌فرستیم',
    doneWhat: 'از همین حالا اعتبار دارد. معلومات همان‌طور که بود مانده است.',
    regret: 'بازگشت: باز هم نامه بفرستید',
    again: 'دوباره نامه می‌فرستیم',
    againWhat: 'همه چیز مثل پیش است. دفعهٔ بعد که بپرسیم، نامه می‌گیرید.',
    gone: 'این پیوند کار نمی‌کند',
    goneWhat: 'ما آن را ننوشته‌ایم، یا کامل نیست.',
  },
  pl: {
    letter: 'Nie chcą Państwo takich listów? Proszę dać nam znać tutaj:',
    title: 'Nie dostawać więcej takich listów',
    ask: 'Nie będziemy już wysyłać na ten adres listów z pytaniem, czy dane się zgadzają. Dane pozostaną bez zmian.',
    button: 'Nie wysyłać więcej',
    done: 'Nie wyślemy więcej takich listów',
    doneWhat: 'To obowiązuje od teraz. Dane pozostały bez zmian.',
    regret: 'Cofnij: proszę jednak wysyłać listy',
    again: 'Znów będziemy wysyłać listy',
    againWhat: 'Wszystko jest jak przedtem. Gdy znów zapytamy, dostaną Państwo list.',
    gone: 'Ten link nie działa',
    goneWhat: 'Nie my go napisaliśmy albo brakuje jego części.',
  },
  so: {
    letter: 'Ma rabtaan warqadahan oo kale? Halkan noogu sheega:',
    title: 'Inaan mar dambe la helin warqadahan oo kale',
    ask: 'Ciwaankan mar dambe uma soo diri doonno warqado lagu weydiinayo in xogtu sax tahay. Xogtu waxay ahaanaysaa sidii ay ahayd.',
    button: 'Ha soo dirina wax dambe',
    done: 'Mar dambe ma soo diri doonno warqadahan oo kale',
    doneWhat: 'Wuxuu bilaabmayaa hadda. Xogtu waa sidii ay ahayd.',
    regret: 'Ka noqo: warqadaha soo dira',
    again: 'Warqadaha mar kale ayaan soo diri doonnaa',
    againWhat: 'Wax walba waa sidii hore. Marka xigta ee aan weydiino, warqad baad helaysaan.',
    gone: 'Xiriiriyahani ma shaqeeyo',
    goneWhat: 'Annagu ma qorin, ama qayb baa ka maqan.',
  },
  ti: {
    letter: 'ከምዚ ዝበሉ ደብዳቤታት ኣይትደልዩን ዲኹም? ኣብዚ ንገሩና፦',
    title: 'ከምዚ ዝበሉ ደብዳቤታት ኣይንደልን',
    ask: 'ናብዚ ኣድራሻ እዚ ሓበሬታ ቅኑዕ ድዩ ኢልና እንሓተሉ ደብዳቤታት ደጊም ኣይክንሰድድን ኢና። እቲ ሓበሬታ ከምዘለዎ ይጸንሕ።',
    button: 'ደጊም ኣይትስደዱ',
    done: 'ከምዚ ዝበሉ ደብዳቤታት ደጊም ኣይክንሰድድን ኢና',
    doneWhat: 'ካብ ሕጂ ጀሚሩ ይሰርሕ። እቲ ሓበሬታ ከም ቀደሙ ኣሎ።',
    regret: 'ምለስ፦ ደብዳቤታት ስደዱ',
    again: 'ደብዳቤታት እንደገና ክንሰድድ ኢና',
    againWhat: 'ኩሉ ከም ቀደሙ እዩ። ዝቕጽል ግዜ ምስ ሓተትና ደብዳቤ ክበጽሓኩም እዩ።',
    gone: 'እዚ ሊንክ ኣይሰርሕን',
    goneWhat: 'ንሕና ኣይጸሓፍናዮን፡ ወይ ምሉእ ኣይኮነን።',
  },
  uk: {
    letter: 'Не хочете таких листів? Скажіть нам тут:',
    title: 'Більше не отримувати таких листів',
    ask: 'Ми більше не надсилатимемо на цю адресу листів із запитанням, чи правильні відомості. Відомості залишаться без змін.',
    button: 'Більше не надсилати',
    done: 'Ми більше не надсилатимемо таких листів',
    doneWhat: 'Це діє відтепер. Відомості залишилися без змін.',
    regret: 'Скасувати: все ж надсилайте листи',
    again: 'Ми знову надсилатимемо листи',
    againWhat: 'Усе як раніше. Наступного разу, коли ми запитаємо, ви отримаєте лист.',
    gone: 'Це посилання не працює',
    goneWhat: 'Його написали не ми, або бракує частини.',
  },
  ur: {
    letter: 'ایسے خط نہیں چاہتے؟ ہمیں یہاں بتائیں:',
    title: 'ایسے مزید خط نہ ملیں',
    ask: 'ہم اس پتے پر یہ پوچھنے کے لیے مزید خط نہیں بھیجیں گے کہ معلومات درست ہیں یا نہیں۔ معلومات ویسی ہی رہیں گی۔',
    button: 'مزید نہ بھیجیں',
    done: 'ہم ایسے مزید خط نہیں بھیجیں گے',
    doneWhat: 'یہ اب سے لاگو ہے۔ معلومات ویسی ہی ہیں جیسی تھیں۔',
    regret: 'واپس لیں: خط بھیجتے رہیں',
    again: 'ہم دوبارہ خط بھیجیں گے',
    againWhat: 'سب کچھ پہلے جیسا ہے۔ اگلی بار جب ہم پوچھیں گے تو آپ کو خط ملے گا۔',
    gone: 'یہ لنک کام نہیں کرتا',
    goneWhat: 'یہ ہم نے نہیں لکھا، یا یہ مکمل نہیں ہے۔',
  },
};
