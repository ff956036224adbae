import type { LinkWording } from './LinkWording.ts';

export const pl: LinkWording = {
  ownName: 'Polski',
  isDraft: true,
  draft:
    'To tłumaczenie jest wersją roboczą i nie zostało jeszcze sprawdzone przez osobę mówiącą po polsku.',
  language: 'Język',

  openTitle: 'Otwórz swój link',
  openLead:
    'Masz osobisty link od Samband, rejestru, przez który norweska służba zdrowia kontaktuje się z organizacjami i osobami gotowymi do pomocy.',
  open: 'Pokaż informacje',
  typeLead: 'Możesz też wpisać kod, który znajduje się pod linkiem w liście.',
  typedCode: 'Kod z listu',
  typedCodeHint: 'Dwanaście znaków. Wielkość liter nie ma znaczenia, a łączniki można pominąć.',

  failedTitle: 'Link nie działa',
  failedWhy: 'Mógł wygasnąć, zostać wycofany lub być błędnie wpisany.',
  againLead: 'Możemy wysłać nowy na adres zapisany w rejestrze.',
  again: 'Wyślij mi nowy link',
  sentTitle: 'Czekaj na nowy list',
  sentWhy:
    'Jeśli link wygasł, nowy jest w drodze na adres zapisany w rejestrze. Może to potrwać kilka minut. Jeśli nic nie przyjdzie, odpowiedz na otrzymany list.',
  overTitle: 'Otwórz link jeszcze raz',
  overWhy:
    'Minęła godzina od jego otwarcia albo nastąpiło wylogowanie. Kliknij link w liście jeszcze raz.',
  waitTitle: 'Poczekaj chwilę',
  waitWhy: 'W krótkim czasie było wiele prób. Spróbuj ponownie za kilka minut.',

  pageTitle: 'Informacje o {name}',
  whoAsks: '{issuer} prosi o sprawdzenie, co Samband zawiera o {name}.',
  whyTitle: 'Dlaczego pytamy?',
  whatFor:
    'Samband to prowadzony przez służbę zdrowia rejestr organizacji i osób gotowych do pomocy. Służy do kontaktu w pilnych sytuacjach oraz do zapraszania na spotkania i do rad. Co dwa lata pytamy, czy informacje są nadal prawidłowe.',
  until: 'Link działa do {date} włącznie.',
  isWrong: 'Coś się nie zgadza albo potrzebujesz pomocy? Napisz na adres',
  answerLetter: 'Coś się nie zgadza albo potrzebujesz pomocy? Odpowiedz na otrzymany list.',
  facts: 'Co jest w rejestrze',
  alsoCalled: 'Inne nazwy',
  kind: 'Rodzaj organizacji',
  number: 'Numer organizacji',
  languages: 'Języki',
  communities: 'Kraje pochodzenia',
  topics: 'Tematy',
  areas: 'Obszary',
  wholeCountry: 'Cała Norwegia',
  contact: 'Dane kontaktowe',
  none: 'Nie podano',

  maskedWhy:
    'Dane kontaktowe są częściowo ukryte na wypadek, gdyby link trafił w niepowołane ręce.',
  sendCode: 'Wyślij mi kod, aby je pokazać',
  codeSent:
    'Wysyłamy kod z ośmiu cyfr na adres e-mail zapisany w rejestrze. Jest ważny dziesięć minut.',
  shortCode: 'Kod, osiem cyfr',
  show: 'Pokaż dane kontaktowe',
  shown: 'Dane kontaktowe są widoczne przez dziesięć minut.',
  codeWrong: 'Kod jest nieprawidłowy. Sprawdź w najnowszym liście i spróbuj ponownie.',
  codeLocked: 'Kod był błędny pięć razy i już nie działa. Poproś o nowy.',
  codeGone: 'Kod został użyty lub jest za stary. Poproś o nowy.',
  codeTooMany:
    'W ciągu ostatniej godziny wysłano wiele kodów. Poczekaj godzinę i spróbuj ponownie.',

  signOut: 'Wyloguj',
  signedOutTitle: 'Wylogowano',
  signedOutWhy: 'Link w liście nadal działa. Możesz zamknąć tę stronę.',

  letterSubject: 'Proszę sprawdzić informacje o {name}',
  letterHello: 'Dzień dobry,',
  letterLink: 'Otwórz link, aby je zobaczyć:',
  letterCode: 'Jeśli link nie działa, wejdź na {address} i wpisz kod:',
  letterSafe:
    'Nie przesyłaj tego listu innym. Jeśli otrzymano go przez pomyłkę, nie trzeba nic robić.',
  codeSubject: 'Kod od Samband',
  codeLetter: 'Wpisz ten kod, aby pokazać dane kontaktowe. Jest ważny dziesięć minut:',
  codeLetterConsent: 'Wpisz ten kod, aby wycofać zgodę. Jest ważny przez dziesięć minut:',
  codeLetterHandOver:
    'Wpisz ten kod, aby powiedzieć, kto przejął funkcję. Jest ważny przez dziesięć minut:',
  codeLetterErase: 'Wpisz ten kod, aby usunąć wszystko o Tobie. Jest ważny przez dziesięć minut:',
  codeSafe:
    'Jeśli nie było prośby o kod, ktoś inny ma Twój link. Odpowiedz na ten list, a wycofamy go.',

  phone: 'Telefon',
  sms: 'SMS',
  email: 'E-mail',
  website: 'Strona internetowa',
  post: 'Adres pocztowy',
  meetingPlace: 'Miejsce spotkań',
};
