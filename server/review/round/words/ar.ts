import type { RoundWording } from './RoundWording.ts';

export const ar: RoundWording = {
  reminderSubject: 'تذكير: راجعوا المعلومات عن {name}',
  lastCallSubject: 'آخر تذكير: راجعوا المعلومات عن {name}',
  reminder: 'كتبنا إليكم عن هذا الأمر قبل فترة ولم يصلنا رد بعد.',
  lastCall: 'هذه آخر مرة نكتب فيها إليكم عن هذا الأمر حاليًا.',
  answerBy: 'نرجو الرد قبل نهاية يوم {date}. يستغرق ذلك نحو دقيقة.',
  scan: 'وجّهوا كاميرا الهاتف نحو المربّع، ثم اضغطوا على الرابط الذي يظهر.',
  closed: 'انتهت المهلة، لكن إجاباتكم حُفظت. شكرًا لكم!',
};
