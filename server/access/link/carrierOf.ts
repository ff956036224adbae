import { Later } from '#server/common/job/Later.ts';
import { mailbox } from '#server/common/mail/mailbox.ts';
import { quietSeconds } from '#server/common/sms/quietSeconds.ts';
import { inShort } from './inShort.ts';
import type { DeliverySettings, OnFile, SmsCarrier, ToDeliver } from './deliver.ts';

/** Bud. By what a message goes. */
export interface Carrier {
  /** By what it is known when it comes back. */
  readonly returnKey: string;
  /** Throws `Later` where it is not to be sent now. */
  wait(payload: Readonly<Record<string, string>>): Promise<void>;
  /** Sends it. `gatewayId`: what whoever carries it calls it. */
  hand(): Promise<{ readonly messageId: string; readonly gatewayId: string | null }>;
}

/** E-mail to an address, a text message to a number; null where nobody carries such. */
export function carrierOf(
  settings: DeliverySettings,
  message: ToDeliver,
  onFile: OnFile,
): Carrier | null {
  if (onFile.channel === 'email') return byMail(settings, message, onFile);
  return settings.sms ? bySms(settings, settings.sms, message, onFile) : null;
}

function byMail(
  { key, mail, pace }: DeliverySettings,
  { id, isUrgent, replyTo, write }: ToDeliver,
  { name, address }: OnFile,
): Carrier {
  const returnKey = key.hashOf('return key', id).slice(0, 24);
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return {
    returnKey,
    wait: async (payload) => pace?.take(key.hashOf('whom', domain).slice(0, 16), payload, isUrgent),
    async hand() {
      const letter = { id, to: mailbox(name, address), replyTo, returnKey, ...write(name) };
      await mail.send(letter);
      return { messageId: mail.messageIdOf(letter), gatewayId: null };
    },
  };
}

function bySms(
  { key, moment }: DeliverySettings,
  { gateway, pace, quietHours }: SmsCarrier,
  { id, isUrgent, write, text }: ToDeliver,
  { name, address }: OnFile,
): Carrier {
  return {
    returnKey: key.hashOf('return key', id).slice(0, 24),
    async wait(payload) {
      const seconds = isUrgent ? 0 : quietSeconds(moment().now, quietHours);
      if (seconds > 0) throw new Later('It is night', { seconds, isTry: false });
      await pace?.take(key.hashOf('whom', address).slice(0, 16), payload, isUrgent);
    },
    async hand() {
      const words = text?.(name) ?? inShort(write(name).text);
      return { messageId: id, gatewayId: await gateway.send({ id, to: address, text: words }) };
    },
  };
}
