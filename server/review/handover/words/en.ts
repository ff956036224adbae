import type { HandoverWording } from './HandoverWording.ts';

export const en: HandoverWording = {
  way: 'No longer the leader or contact person? Tell us who has taken over',
  title: 'Who has taken over?',
  lead: 'We ask the new one ourselves, and keep nothing in the register until they have said yes and one of us has looked at it. Then we also take out the information about you.',
  codeLead: 'First you need a code, in case the link has gone astray.',
  sendCode: 'Send me a code',
  noCode:
    'The link came by post, so there is nowhere to send a code. Call or write to whoever signed the letter, and they will enter it for you.',
  which: 'What are you no longer?',
  givenName: 'First name of the new one',
  familyName: 'Family name',
  reach: 'E-mail or mobile number of the new one',
  reachHint: 'One of them is enough. We send a message there.',
  send: 'Send',
  badName: 'Write the name.',
  badLong: 'This is too long.',
  badReach: 'Write an e-mail address or a mobile number.',
  badMobile: 'This is not a mobile number.',
  badSms: 'We cannot send text messages from here. Write an e-mail address.',
  badSame: 'This is the address we already have. Write that of the new one.',
  badWhich: 'Choose what you no longer are.',
  sentTitle: 'Thank you! We have written to the new one',
  sentWhy:
    'When they have said yes, one of us looks at it, and you will hear from us. Until then all is as before. If they do not answer within 30 days, we forget who it was.',
  takeBack: 'Take it back',
  takenBack: 'It is taken back. All is as before.',

  askSubject: 'Have you taken over in {name}?',
  askText:
    'We have been told that you have taken over as leader or contact person of {name}. Open the link to say whether that is so:',
  askKept:
    'We have only your name and the address that this came to. If you say no, we delete them. If you do not answer within 30 days, we delete them, too.',
  askSms: 'Samband, the health service: Have you taken over in {name}? Answer here:',
  openTitle: 'Have you taken over in an organisation?',
  openLead:
    'You have received a message from Samband, the register that the health service uses to reach organisations.',
  openAction: 'Show the question',
  openFailed:
    'The link may be misspelt, have expired or have been answered. If you have questions, answer the message you got.',
  confirmTitle: 'Have you taken over in {name}?',
  confirmLead:
    'Somebody has said that you are now the leader or contact person of {name}. Please check how your name is spelt.',
  ownGivenName: 'Your first name',
  consent: 'Consent',
  consentTick: 'I say yes to this',
  badConsent: 'Tick the consent, or answer no.',
  yes: 'Yes, that is right',
  no: 'No, that is not right',
  thanksTitle: 'Thank you!',
  thanksWhy: 'One of us looks at it and lets you know.',
  noTitle: 'Thank you for telling us',
  noWhy: 'We have deleted your name and address. Nothing in the register is different.',

  approvedNewSubject: 'You are now in the register for {name}',
  approvedNewText:
    'Thank you for taking over. You can ask us to correct or delete the information about you at any time: answer this letter.',
  approvedOldSubject: 'Somebody else has taken over in {name}',
  approvedOldText:
    'Thank you for what you have done! You no longer stand for this in the register. What we had about you and no longer need is taken out.',
  refusedSubject: 'About who has taken over in {name}',
  refusedText: 'We have not changed anything in the register. This is why:',
};
