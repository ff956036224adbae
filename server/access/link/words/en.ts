import type { LinkWording } from './LinkWording.ts';

export const en: LinkWording = {
  ownName: 'English',
  isDraft: false,
  draft: '',
  language: 'Language',

  openTitle: 'Open your link',
  openLead:
    'You have a personal link from Samband, the register that the Norwegian health service uses to reach organisations and resource persons.',
  open: 'Show the information',
  typeLead: 'You can also type the code that stands below the link in the letter.',
  typedCode: 'Code from the letter',
  typedCodeHint:
    'Twelve characters. Capitals make no difference, and you may leave out the hyphens.',

  failedTitle: 'The link does not work',
  failedWhy: 'It may have expired, been taken back or been mistyped.',
  againLead: 'We can send a new one to the address in the register.',
  again: 'Send me a new link',
  sentTitle: 'Look for a new letter',
  sentWhy:
    'If the link had expired, a new one is on its way to the address in the register. It may take a few minutes. If nothing comes, answer the letter you got.',
  overTitle: 'Please open the link again',
  overWhy:
    'It is an hour since you opened it, or you have signed out. Follow the link in the letter once more.',
  waitTitle: 'Please wait',
  waitWhy: 'There have been many attempts in a short time. Try again in a few minutes.',

  pageTitle: 'What the register says about {name}',
  whoAsks: '{issuer} asks you to look over what Samband has about {name}.',
  whyTitle: 'Why do we ask?',
  whatFor:
    'Samband is the health service’s register of organisations and resource persons. It is used to reach people when it is urgent, and to invite to meetings and councils. Every second year we ask whether the information is still right.',
  until: 'The link works until {date}, that day included.',
  isWrong: 'Is something wrong, or do you need help? Write to',
  answerLetter: 'Is something wrong, or do you need help? Answer the letter you got.',
  facts: 'What the register says',
  alsoCalled: 'Other names',
  kind: 'Kind of organisation',
  number: 'Organisation number',
  languages: 'Languages',
  communities: 'Countries of background',
  topics: 'Topics',
  areas: 'Areas',
  wholeCountry: 'All of Norway',
  contact: 'Contact details',
  none: 'Not stated',

  maskedWhy: 'The contact details are partly hidden, in case the link has gone astray.',
  sendCode: 'Send me a code to show them',
  codeSent:
    'We are sending a code of eight digits to the e-mail address in the register. It lasts for ten minutes.',
  shortCode: 'Code, eight digits',
  show: 'Show the contact details',
  shown: 'The contact details are shown for ten minutes.',
  codeWrong: 'That is not the code. Look in the latest letter, and try again.',
  codeLocked: 'The code was wrong five times, and no longer works. Ask for a new one.',
  codeGone: 'The code has been used or is too old. Ask for a new one.',
  codeTooMany: 'Many codes have been sent in the last hour. Wait an hour, and try again.',

  signOut: 'Sign out',
  signedOutTitle: 'You are signed out',
  signedOutWhy: 'The link in the letter still works. You may close this page.',

  letterSubject: 'Look over the information about {name}',
  letterHello: 'Hello,',
  letterLink: 'Open the link to see it:',
  letterCode: 'If the link does not work, go to {address} and type the code:',
  letterSafe: 'Do not forward this letter. If you got it by mistake, you need not do anything.',
  codeSubject: 'Code from Samband',
  codeLetter: 'Type this code to show the contact details. It lasts for ten minutes:',
  codeLetterConsent: 'Type this code to withdraw a consent. It lasts for ten minutes:',
  codeLetterHandOver: 'Type this code to say who has taken over. It lasts for ten minutes:',
  codeLetterErase: 'Type this code to delete everything about you. It lasts for ten minutes:',
  codeSafe:
    'If you did not ask for a code, somebody else has your link. Answer this letter, and we will take it back.',

  phone: 'Phone',
  sms: 'Text message',
  email: 'E-mail',
  website: 'Website',
  post: 'Postal address',
  meetingPlace: 'Meeting place',
};
