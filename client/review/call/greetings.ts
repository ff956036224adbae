/** How one begins, in the languages that letters are written in; `{name}` is the caller. Those of `checked` have been read by somebody who speaks them. */
export const greetings: Readonly<Record<string, string>> = {
  nb: 'Hei! Jeg heter {name} og ringer fra helsetjenesten. Har du to minutter?',
  nn: 'Hei! Eg heiter {name} og ringjer frå helsetenesta. Har du to minutt?',
  en: 'Hello! My name is {name}, and I am calling from the health service. Do you have two minutes?',
  ar: 'مرحباً! اسمي {name}، وأتصل بكم من الخدمات الصحية. هل لديكم دقيقتان؟',
  fa: 'سلام! نام من {name} است و از خدمات صحی تماس می‌گیرم. آیا دو دقیقه وقت دارید؟',
  pl: 'Dzień dobry! Nazywam się {name}, dzwonię ze służby zdrowia. Czy możemy porozmawiać dwie minuty?',
  so: 'Salaan! Magacaygu waa {name}, waxaan ka soo wacayaa adeegga caafimaadka. Ma haysaa laba daqiiqo?',
  ti: 'ሰላም! ስመይ {name} እዩ፡ ካብ ግልጋሎት ጥዕና እየ ዝድውል ዘለኹ። ክልተ ደቓይቕ ኣለኩም ዶ?',
  uk: 'Вітаю! Мене звати {name}, я телефоную зі служби охорони здоров’я. Чи маєте дві хвилини?',
  ur: 'السلام علیکم! میرا نام {name} ہے، میں صحت کی خدمت سے فون کر رہا ہوں۔ کیا آپ کے پاس دو منٹ ہیں؟',
};

export const checked: ReadonlySet<string> = new Set(['nb', 'nn', 'en']);
