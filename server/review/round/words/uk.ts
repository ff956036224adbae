import type { RoundWording } from './RoundWording.ts';

export const uk: RoundWording = {
  reminderSubject: 'Нагадування: перегляньте відомості про {name}',
  lastCallSubject: 'Останнє нагадування: перегляньте відомості про {name}',
  reminder: 'Ми писали вам про це деякий час тому й ще не отримали відповіді.',
  lastCall: 'Наразі ми пишемо про це востаннє.',
  answerBy: 'Просимо відповісти до {date}. Це займе близько хвилини.',
  closed: 'Термін минув, але вашу відповідь збережено. Дякуємо!',
};
