import type { DemoPost } from '#server/common/mail/DemoPost.ts';
import type { DemoGateway } from '#server/common/sms/DemoGateway.ts';
import { usualQuietHours } from '#server/common/sms/quietSeconds.ts';
import type { Configuration } from '#server/configuration.ts';
import type { SmsRoomSettings } from '#server/mailRoom.ts';
import type { OpenThings } from './OpenThings.ts';

/** Where the messages of a demo go. Each is there unless a real one is set. */
export interface DemoPlaces {
  readonly post: DemoPost | null;
  readonly gateway: DemoGateway | null;
  readonly mailReportToken: string;
  readonly smsReportToken: string;
  readonly sms: SmsRoomSettings | null;
}

const newToken = () => crypto.randomUUID() + crypto.randomUUID();
const clock = () => new Date();

/** A mail server and a gateway for those who try Samband: everything is as it will be, and no message goes anywhere. */
export async function openDemoPlaces(
  things: OpenThings,
  { smtpUrl, sending }: Pick<Configuration, 'smtpUrl' | 'sending'>,
  origin: string,
): Promise<DemoPlaces> {
  const [{ DemoPost: Post }, { DemoGateway: Gateway }] = await Promise.all([
    import('#server/common/mail/DemoPost.ts'),
    import('#server/common/sms/DemoGateway.ts'),
  ]);
  const [mailReportToken, smsReportToken] = [newToken(), newToken()];
  const mailReports = { url: `${origin}/mail/reports`, token: mailReportToken };
  const post = smtpUrl ? null : await Post.open(clock, mailReports);
  things.add(() => post?.close());
  const smsReports = { url: `${origin}/sms/reports`, token: smsReportToken };
  const gateway = sending.sms ? null : await Gateway.open(clock, smsReports);
  things.add(() => gateway?.close());
  const sms = gateway && {
    url: gateway.url,
    token: gateway.token,
    from: 'Samband',
    isDemo: true,
    quietHours: usualQuietHours,
    pace: null,
  };
  return { post, gateway, mailReportToken, smsReportToken, sms };
}
