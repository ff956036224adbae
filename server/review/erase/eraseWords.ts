import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';

/** Ord. What is said to a person who wants to be deleted, in one language. */
export interface EraseWording {
  /** The way to it, on the page of the facts. */
  readonly way: string;
  readonly title: string;
  readonly what: string;
  readonly codeLead: string;
  readonly erase: string;
  readonly doneTitle: string;
  readonly doneWhy: string;
}

/** The words of each language. Those that nobody has looked over say so by `isDraft` of the words of every link. */
export const eraseWords: Readonly<Record<LinkLanguage, EraseWording>> = {
  nb: {
    way: 'Slett meg fra registeret',
    title: 'Vil du slettes fra registeret?',
    what: 'Alt vi har om deg tas ut med en gang: navnet, hvordan du kan nås, språk, temaer og hva du er i organisasjoner. Det kan ikke angres. Organisasjonene blir stående uten deg.',
    codeLead: 'Først trenger du en kode, så ingen andre sletter deg.',
    erase: 'Slett alt om meg',
    doneTitle: 'Du er slettet',
    doneWhy:
      'Vi har ikke lenger noe om deg. Denne lenken virker ikke mer, og du får ingen flere brev.',
  },
  nn: {
    way: 'Slett meg frå registeret',
    title: 'Vil du slettast frå registeret?',
    what: 'Alt vi har om deg blir teke ut med ein gong: namnet, korleis du kan nåast, språk, tema og kva du er i organisasjonar. Det kan ikkje angrast. Organisasjonane blir ståande utan deg.',
    codeLead: 'Først treng du ein kode, så ingen andre slettar deg.',
    erase: 'Slett alt om meg',
    doneTitle: 'Du er sletta',
    doneWhy:
      'Vi har ikkje lenger noko om deg. Denne lenkja verkar ikkje meir, og du får ingen fleire brev.',
  },
  en: {
    way: 'Delete me from the register',
    title: 'Do you want to be deleted?',
    what: 'All that we have about you is taken out at once: your name, how you are reached, languages, topics and what you are in organisations. It cannot be undone. The organisations stay, without you.',
    codeLead: 'First you need a code, so that nobody else deletes you.',
    erase: 'Delete everything about me',
    doneTitle: 'You are deleted',
    doneWhy:
      'We no longer have anything about you. This link works no more, and you get no more letters.',
  },
  ar: {
    way: 'احذفوني من السجل',
    title: 'هل تريد حذفك من السجل؟',
    what: 'يُحذف فوراً كل ما لدينا عنك: اسمك وطرق التواصل معك ولغاتك ومواضيعك وصفتك في المنظمات. لا يمكن التراجع عن ذلك. وتبقى المنظمات في السجل من دونك.',
    codeLead: 'تحتاج أولاً إلى رمز حتى لا يحذفك شخص آخر.',
    erase: 'حذف كل شيء عني',
    doneTitle: 'تم حذفك',
    doneWhy: 'لم يعد لدينا شيء عنك. لن يعمل هذا الرابط بعد الآن ولن تصلك رسائل أخرى.',
  },
  fa: {
    way: 'مرا از فهرست حذف کنید',
    title: 'می‌خواهید از فهرست حذف شوید؟',
    what: 'همه آنچه درباره شما داریم فوراً حذف می‌شود: نام، راه‌های تماس، زبان‌ها، موضوع‌ها و سمت شما در سازمان‌ها. قابل بازگشت نیست. سازمان‌ها بدون شما می‌مانند.',
    codeLead: 'اول به یک کد نیاز دارید تا کس دیگری شما را حذف نکند.',
    erase: 'حذف همه چیز درباره من',
    doneTitle: 'شما حذف شدید',
    doneWhy: 'دیگر چیزی درباره شما نداریم. این پیوند دیگر کار نمی‌کند و نامه دیگری نمی‌گیرید.',
  },
  pl: {
    way: 'Usuńcie mnie z rejestru',
    title: 'Czy chcesz zostać usunięty z rejestru?',
    what: 'Wszystko, co o Tobie mamy, zostanie od razu usunięte: imię i nazwisko, sposób kontaktu, języki, tematy i role w organizacjach. Nie można tego cofnąć. Organizacje pozostaną bez Ciebie.',
    codeLead: 'Najpierw potrzebujesz kodu, aby nikt inny Cię nie usunął.',
    erase: 'Usuń wszystko o mnie',
    doneTitle: 'Twoje dane są usunięte',
    doneWhy: 'Nie mamy już nic o Tobie. Ten link już nie działa i nie dostaniesz więcej listów.',
  },
  so: {
    way: 'Iga tirtir diiwaanka',
    title: 'Ma rabtaa in lagaa tirtiro diiwaanka?',
    what: 'Wax kasta oo aan kaa hayno isla markiiba waa la saarayaa: magaca, sida lagula xiriiro, luqadaha, mawduucyada iyo waxaad ururrada ka tahay. Lagama noqon karo. Ururradu way sii jirayaan adiga la’aantaa.',
    codeLead: 'Marka hore waxaad u baahan tahay koodh, si uusan qof kale kuu tirtirin.',
    erase: 'Tirtir wax kasta oo igu saabsan',
    doneTitle: 'Waa lagu tirtiray',
    doneWhy:
      'Hadda waxba kaama hayno. Linkigani mar dambe ma shaqaynayo, warqado kalena kuma heli doontid.',
  },
  ti: {
    way: 'ካብቲ መዝገብ ደምስሱኒ',
    title: 'ካብቲ መዝገብ ክትድምሰስ ትደሊ ዲኻ?',
    what: 'ኩሉ ብዛዕባኻ ዘሎና ብኡንብኡ ይወጽእ፦ ስምካ፡ መራኸቢ፡ ቋንቋታት፡ ዛዕባታትን ኣብ ማሕበራት ዘሎካ ስራሕን። ክምለስ ኣይክእልን። እቶም ማሕበራት ብዘይ ብኣኻ ይጸንሑ።',
    codeLead: 'ካልእ ሰብ ከይድምስሰካ ቅድም ኮድ የድልየካ።',
    erase: 'ኩሉ ብዛዕባይ ደምስሱ',
    doneTitle: 'ተደምሲስካ',
    doneWhy: 'ድሕሪ ሕጂ ብዛዕባኻ ዋላ ሓንቲ የብልናን። እዚ ሊንክ ድሕሪ ሕጂ ኣይሰርሕን፡ ካልእ ደብዳበ እውን ኣይመጸካን።',
  },
  uk: {
    way: 'Видаліть мене з реєстру',
    title: 'Хочете, щоб вас видалили з реєстру?',
    what: 'Усе, що ми маємо про вас, вилучається одразу: ім’я, як із вами зв’язатися, мови, теми та ролі в організаціях. Це не можна скасувати. Організації залишаться без вас.',
    codeLead: 'Спершу потрібен код, щоб ніхто інший вас не видалив.',
    erase: 'Видалити все про мене',
    doneTitle: 'Вас видалено',
    doneWhy: 'Ми більше нічого не маємо про вас. Це посилання вже не діє, і листів більше не буде.',
  },
  ur: {
    way: 'مجھے رجسٹر سے مٹا دیں',
    title: 'کیا آپ رجسٹر سے مٹنا چاہتے ہیں؟',
    what: 'آپ کے بارے میں سب کچھ فوراً نکال دیا جاتا ہے: نام، رابطے کے طریقے، زبانیں، موضوعات اور تنظیموں میں آپ کی حیثیت۔ یہ واپس نہیں ہو سکتا۔ تنظیمیں آپ کے بغیر رہیں گی۔',
    codeLead: 'پہلے آپ کو ایک کوڈ چاہیے تاکہ کوئی اور آپ کو نہ مٹائے۔',
    erase: 'میرے بارے میں سب کچھ مٹا دیں',
    doneTitle: 'آپ کو مٹا دیا گیا ہے',
    doneWhy:
      'اب ہمارے پاس آپ کے بارے میں کچھ نہیں۔ یہ لنک اب کام نہیں کرتا، اور آپ کو مزید خط نہیں ملیں گے۔',
  },
};
