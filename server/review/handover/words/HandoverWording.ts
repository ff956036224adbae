/** Ord. Everything that is said to those who hand over, and to those who take over, in one language. `{name}` is the organisation. */
export interface HandoverWording {
  /** The way to it, on the page of the facts. */
  readonly way: string;
  readonly title: string;
  readonly lead: string;
  readonly codeLead: string;
  readonly sendCode: string;
  /** Where no code can be sent: the link came on paper. */
  readonly noCode: string;
  readonly which: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly reach: string;
  readonly reachHint: string;
  readonly send: string;
  readonly badName: string;
  readonly badLong: string;
  readonly badReach: string;
  readonly badMobile: string;
  readonly badSms: string;
  readonly badSame: string;
  readonly badWhich: string;
  readonly sentTitle: string;
  readonly sentWhy: string;
  readonly takeBack: string;
  readonly takenBack: string;

  readonly askSubject: string;
  readonly askText: string;
  readonly askKept: string;
  readonly askSms: string;
  readonly openTitle: string;
  readonly openLead: string;
  readonly openAction: string;
  readonly openFailed: string;
  readonly confirmTitle: string;
  readonly confirmLead: string;
  readonly ownGivenName: string;
  readonly consent: string;
  readonly consentTick: string;
  readonly badConsent: string;
  readonly yes: string;
  readonly no: string;
  readonly thanksTitle: string;
  readonly thanksWhy: string;
  readonly noTitle: string;
  readonly noWhy: string;

  readonly approvedNewSubject: string;
  readonly approvedNewText: string;
  readonly approvedOldSubject: string;
  readonly approvedOldText: string;
  readonly refusedSubject: string;
  readonly refusedText: string;
}
