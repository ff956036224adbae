import type { RoundWording } from './RoundWording.ts';

export const fa: RoundWording = {
  reminderSubject: 'یادآوری: معلومات دربارهٔ {name} را مرور کنید',
  lastCallSubject: 'آخرین یادآوری: معلومات دربارهٔ {name} را مرور کنید',
  reminder: 'مدتی پیش در این باره به شما نوشتیم و هنوز جوابی نگرفته‌ایم.',
  lastCall: 'این آخرین بار است که فعلاً در این باره به شما می‌نویسیم.',
  answerBy: 'لطفاً تا پایان روز {date} جواب دهید. حدود یک دقیقه وقت می‌گیرد.',
  closed: 'مهلت تمام شده است، اما جواب شما نگه داشته شد. تشکر!',
};
