import type { RoundWording } from './RoundWording.ts';

export const ur: RoundWording = {
  reminderSubject: 'یاد دہانی: {name} کے بارے میں معلومات دیکھ لیں',
  lastCallSubject: 'آخری یاد دہانی: {name} کے بارے میں معلومات دیکھ لیں',
  reminder: 'ہم نے کچھ عرصہ پہلے آپ کو اس بارے میں لکھا تھا، ابھی تک جواب نہیں ملا۔',
  lastCall: 'فی الحال ہم اس بارے میں آخری بار لکھ رہے ہیں۔',
  answerBy: 'براہِ کرم {date} تک جواب دیں۔ اس میں تقریباً ایک منٹ لگتا ہے۔',
  closed: 'مہلت ختم ہو چکی ہے، لیکن آپ کا جواب محفوظ کر لیا گیا ہے۔ شکریہ!',
};
