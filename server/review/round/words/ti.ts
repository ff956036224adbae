import type { RoundWording } from './RoundWording.ts';

export const ti: RoundWording = {
  reminderSubject: 'መዘኻኸሪ፦ ሓበሬታ ብዛዕባ {name} ርአዩ',
  lastCallSubject: 'ናይ መወዳእታ መዘኻኸሪ፦ ሓበሬታ ብዛዕባ {name} ርአዩ',
  reminder: 'ቅድሚ ገለ ግዜ ብዛዕባ እዚ ጽሒፍናልኩም ነይርና፣ ክሳብ ሕጂ ግና መልሲ ኣይረኸብናን።',
  lastCall: 'ንሕጂ ብዛዕባ እዚ እንጽሕፈልኩም ናይ መወዳእታ ግዜ እዩ።',
  answerBy: 'በጃኹም ክሳብ {date} መልሱ። ኣስታት ሓደ ደቒቕ ይወስድ።',
  scan: 'ካሜራ ተሌፎንኩም ናብቲ ትርብዒት ኣቕንዑ፣ ነቲ ዝመጽእ መላግቦ ጠውቕዎ።',
  closed: 'እቲ ግዜ ተወዲኡ እዩ፣ መልስኹም ግና ተዓቂቡ ኣሎ። የቐንየልና!',
};
