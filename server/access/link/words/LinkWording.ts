/** Ord. Everything that letters and pages behind a personal link say, in one language. `{name}` is filled in. */
export interface LinkWording {
  /** What the language calls itself. */
  readonly ownName: string;
  /** Nobody who speaks the language has looked it over yet. */
  readonly isDraft: boolean;
  readonly draft: string;
  readonly language: string;

  readonly openTitle: string;
  readonly openLead: string;
  readonly open: string;
  readonly typeLead: string;
  readonly typedCode: string;
  readonly typedCodeHint: string;

  readonly failedTitle: string;
  readonly failedWhy: string;
  readonly againLead: string;
  readonly again: string;
  readonly sentTitle: string;
  readonly sentWhy: string;
  readonly overTitle: string;
  readonly overWhy: string;
  readonly waitTitle: string;
  readonly waitWhy: string;

  readonly pageTitle: string;
  readonly whoAsks: string;
  readonly whyTitle: string;
  readonly whatFor: string;
  readonly until: string;
  readonly isWrong: string;
  readonly answerLetter: string;
  readonly facts: string;
  readonly alsoCalled: string;
  readonly kind: string;
  readonly number: string;
  readonly languages: string;
  readonly communities: string;
  readonly topics: string;
  readonly areas: string;
  readonly wholeCountry: string;
  readonly contact: string;
  readonly none: string;

  readonly maskedWhy: string;
  readonly sendCode: string;
  readonly codeSent: string;
  readonly shortCode: string;
  readonly show: string;
  readonly shown: string;
  readonly codeWrong: string;
  readonly codeLocked: string;
  readonly codeGone: string;
  readonly codeTooMany: string;

  readonly signOut: string;
  readonly signedOutTitle: string;
  readonly signedOutWhy: string;

  readonly letterSubject: string;
  readonly letterHello: string;
  readonly letterLink: string;
  readonly letterCode: string;
  readonly letterSafe: string;
  readonly codeSubject: string;
  readonly codeLetter: string;
  readonly codeLetterConsent: string;
  readonly codeLetterHandOver: string;
  readonly codeLetterErase: string;
  readonly codeSafe: string;

  readonly phone: string;
  readonly sms: string;
  readonly email: string;
  readonly website: string;
  readonly post: string;
  readonly meetingPlace: string;
}
