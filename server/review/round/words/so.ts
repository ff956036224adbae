import type { RoundWording } from './RoundWording.ts';

export const so: RoundWording = {
  reminderSubject: 'Xusuusin: fadlan eeg macluumaadka ku saabsan {name}',
  lastCallSubject: 'Xusuusintii ugu dambeysay: fadlan eeg macluumaadka ku saabsan {name}',
  reminder: 'Arrintan waan idiin soo qornay mar hore, welina jawaab nama soo gaarin.',
  lastCall: 'Tani waa markii ugu dambeysay ee aan arrintan idiin soo qorno hadda.',
  answerBy: 'Fadlan ku soo jawaaba ilaa {date}. Waxay qaadataa qiyaastii hal daqiiqo.',
  scan: 'Kamarada taleefankaaga ku jeedi afargeeska, ka dibna taabo linkiga soo baxa.',
  closed: 'Waqtigii waa dhammaaday, laakiin jawaabtiinna waa la kaydiyey. Mahadsanidiin!',
};
