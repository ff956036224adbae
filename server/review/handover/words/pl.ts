import type { HandoverWording } from './HandoverWording.ts';

export const pl: HandoverWording = {
  way: 'Nie jesteś już liderem ani osobą kontaktową? Powiedz, kto przejął tę funkcję',
  title: 'Kto przejął funkcję?',
  lead: 'Sami pytamy nową osobę i nie zapisujemy niczego w rejestrze, dopóki się nie zgodzi i ktoś z nas tego nie sprawdzi. Wtedy usuwamy też informacje o Tobie.',
  codeLead: 'Najpierw potrzebujesz kodu, na wypadek gdyby link trafił w niepowołane ręce.',
  sendCode: 'Wyślij mi kod',
  noCode:
    'Link przyszedł pocztą, więc nie mamy dokąd wysłać kodu. Zadzwoń lub napisz do osoby podpisanej w liście, a ona wpisze to za Ciebie.',
  which: 'Kim już nie jesteś?',
  givenName: 'Imię nowej osoby',
  familyName: 'Nazwisko',
  reach: 'E-mail lub numer komórkowy nowej osoby',
  reachHint: 'Wystarczy jedno. Wyślemy tam wiadomość.',
  send: 'Wyślij',
  badName: 'Wpisz imię.',
  badLong: 'To jest za długie.',
  badReach: 'Wpisz adres e-mail lub numer komórkowy.',
  badMobile: 'To nie jest numer komórkowy.',
  badSms: 'Nie możemy stąd wysyłać SMS-ów. Wpisz adres e-mail.',
  badSame: 'Ten adres już mamy. Wpisz adres nowej osoby.',
  badWhich: 'Wybierz, kim już nie jesteś.',
  sentTitle: 'Dziękujemy! Napisaliśmy do nowej osoby',
  sentWhy:
    'Gdy się zgodzi, ktoś z nas to sprawdzi i damy Ci znać. Do tego czasu nic się nie zmienia. Jeśli nie odpowie w ciągu 30 dni, zapomnimy, kto to był.',
  takeBack: 'Wycofaj to',
  takenBack: 'Wycofano. Wszystko zostaje jak dotąd.',

  askSubject: 'Czy przejęto funkcję w {name}?',
  askText:
    'Dowiedzieliśmy się, że od teraz to Ty kierujesz {name} lub jesteś osobą kontaktową. Otwórz link i powiedz, czy to prawda:',
  askKept:
    'Mamy tylko Twoje imię i adres, na który przyszła ta wiadomość. Jeśli odpowiesz „nie”, usuniemy je. Jeśli nie odpowiesz w ciągu 30 dni, też je usuniemy.',
  askSms: 'Samband, rejestr sluzby zdrowia: Czy przejeto funkcje w {name}? Odpowiedz tutaj:',
  openTitle: 'Czy przejęto funkcję w organizacji?',
  openLead:
    'Przyszła do Ciebie wiadomość z Samband, rejestru, przez który służba zdrowia dociera do organizacji.',
  openAction: 'Pokaż pytanie',
  openFailed:
    'Link może być źle przepisany, mógł wygasnąć lub już na niego odpowiedziano. W razie pytań odpowiedz na otrzymaną wiadomość.',
  confirmTitle: 'Czy przejęto funkcję w {name}?',
  confirmLead:
    'Ktoś powiedział, że od teraz to Ty kierujesz {name} lub jesteś osobą kontaktową. Sprawdź, czy imię i nazwisko są poprawne.',
  ownGivenName: 'Twoje imię',
  consent: 'Zgoda',
  consentTick: 'Zgadzam się na to',
  badConsent: 'Zaznacz zgodę albo odpowiedz „nie”.',
  yes: 'Tak, to prawda',
  no: 'Nie, to nieprawda',
  thanksTitle: 'Dziękujemy!',
  thanksWhy: 'Ktoś z nas to sprawdzi i da Ci znać.',
  noTitle: 'Dziękujemy za informację',
  noWhy: 'Usunęliśmy Twoje imię i adres. W rejestrze nic się nie zmieniło.',

  approvedNewSubject: 'Jesteś teraz w rejestrze jako kontakt dla {name}',
  approvedNewText:
    'Dziękujemy za przejęcie funkcji. W każdej chwili możesz poprosić o poprawienie lub usunięcie informacji o Tobie: odpowiedz na ten list.',
  approvedOldSubject: 'Ktoś inny przejął funkcję w {name}',
  approvedOldText:
    'Dziękujemy za Twoją pracę! Nie figurujesz już w rejestrze w tej roli. To, co o Tobie mieliśmy i czego już nie potrzebujemy, zostało usunięte.',
  refusedSubject: 'W sprawie przejęcia funkcji w {name}',
  refusedText: 'Niczego nie zmieniliśmy w rejestrze. Oto powód:',
};
