import { groupedNumber } from '#schema/language/groupedNumber.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import type { ExportedPoint } from './Exported.ts';
import { nameOfEnum } from './nameOfEnum.ts';
import { pointsToTry } from './pointsToTry.ts';
import type { Telling } from './Telling.ts';

const { PHONE, SMS, EMAIL, POST, WEBSITE } = ContactChannel;

/** What has a column of its own. */
export const contactColumns = {
  phone: [PHONE, SMS],
  email: [EMAIL],
  post: [POST],
  website: [WEBSITE],
} as const;

const own: ReadonlySet<ContactChannel> = new Set(Object.values(contactColumns).flat());
export const otherChannels = Object.values(ContactChannel).filter((channel) => !own.has(channel));

/** `of`: the person whose they are; null where they are an organisation's. */
export function contactCell(
  points: readonly ExportedPoint[],
  channels: readonly ContactChannel[],
  of: string | null,
  { words, shows }: Telling,
): string | null {
  const chosen = pointsToTry(points, channels);
  if (of !== null && chosen.some(({ isMasked }) => !isMasked)) shows(of);
  const isMixed = channels === otherChannels;
  const texts = chosen.map(({ channel, value }) => {
    const text = groupedNumber(value);
    if (!isMixed) return text;
    const name = words.formatMessage({
      id: `contactChannel.${nameOfEnum(ContactChannel, channel)}`,
    });
    return `${name}: ${text}`;
  });
  return [...new Set(texts)].join('; ') || null;
}
