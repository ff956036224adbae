import type { RoundWording } from './RoundWording.ts';

export const en: RoundWording = {
  reminderSubject: 'Reminder: please look over what is held about {name}',
  lastCallSubject: 'Last reminder: please look over what is held about {name}',
  reminder: 'We wrote to you about this some time ago, and have not had an answer yet.',
  lastCall: 'This is the last time we write about this for now.',
  answerBy: 'Please answer by {date}. It takes about a minute.',
  scan: 'Point the camera of your phone at the square, and tap the link that appears.',
  closed: 'The time for answers is over, but yours has been kept. Thank you!',
};
