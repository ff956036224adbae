import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, test } from 'vitest';

import { NotSent } from '#server/common/mail/Mail.ts';
import { UnsendableLetter } from '#server/common/mail/mailbox.ts';
import { DemoGateway } from '#server/common/sms/DemoGateway.ts';
import { HttpSmsGateway } from '#server/common/sms/SmsGateway.ts';

const invented = '+4700123456';

async function opened(use: (stand: DemoGateway, gateway: HttpSmsGateway) => Promise<void>) {
  const stand = await DemoGateway.open(() => new Date('2026-11-22T12:00:00Z'));
  const { url, token } = stand;
  await use(stand, new HttpSmsGateway({ url, token, from: 'Samband', isDemo: true }));
  await stand.close();
}

const failureOf = (sending: Promise<unknown>) => sending.catch((error: unknown) => error);

test('no number that might be somebody’s is written to in a demo, and nothing that is no number anywhere', () =>
  opened(async (stand, demo) => {
    const { url, token } = stand;
    const real = new HttpSmsGateway({ url, token, from: 'Samband', isDemo: false });
    for (const to of ['+4799999999', '+4791234567', '+46701234567', '+470012345', '+47001234567']) {
      expect(await failureOf(demo.send({ id: 'a', to, text: 'Hei' })), to).toBeInstanceOf(
        UnsendableLetter,
      );
    }
    for (const to of [
      '',
      '113',
      '99999999',
      '004799999999',
      '+47 999 99 999',
      '+',
      `${invented}\n`,
    ]) {
      expect(await failureOf(real.send({ id: 'a', to, text: 'Hei' })), to).toBeInstanceOf(
        UnsendableLetter,
      );
    }
    for (const text of ['', 'a'.repeat(1_531)]) {
      expect(await failureOf(demo.send({ id: 'a', to: invented, text }))).toBeInstanceOf(
        UnsendableLetter,
      );
    }
    expect(stand.messages).toEqual([]);
  }));

test('a refusal says whether to try again, and never whom it was about', () =>
  opened(async (stand, gateway) => {
    const answered = async (status: number, error?: string) => {
      stand.refusals.set(invented, { status, ...(error && { error }) });
      const failure = await failureOf(gateway.send({ id: 'a', to: invented, text: 'Hei' }));
      expect(failure).toBeInstanceOf(NotSent);
      expect(String((failure as Error).stack)).not.toContain(invented);
      const { isForGood, isCertain, status: why } = failure as NotSent;
      return [isForGood, isCertain, why];
    };
    expect(await answered(404, 'UNKNOWN_NUMBER')).toEqual([true, true, '5.1.1']);
    expect(await answered(422)).toEqual([true, true, null]);
    expect(await answered(429)).toEqual([false, true, null]);
    expect(await answered(503)).toEqual([false, true, null]);

    const { url } = stand;
    const stranger = new HttpSmsGateway({ url, token: 'another', from: 'Samband', isDemo: true });
    const refused = await failureOf(stranger.send({ id: 'a', to: invented, text: 'Hei' }));
    expect(refused).toMatchObject({ isForGood: false });
    expect(stand.messages).toEqual([]);
  }));

test('where nobody answers, or hangs up in the middle, it may be tried again, and it is said whether it may be there', async () => {
  const server = createServer((request) => request.socket.destroy());
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const gateway = new HttpSmsGateway({ url, token: 'a', from: 'Samband', isDemo: true });
  const sms = { id: 'a', to: invented, text: 'Hei' };
  expect(await failureOf(gateway.send(sms))).toMatchObject({ isForGood: false, isCertain: false });
  await new Promise((closed) => server.close(closed));
  expect(await failureOf(gateway.send(sms))).toMatchObject({ isForGood: false, isCertain: true });
});

test('a message arrives whole, and the same sent twice is one', () =>
  opened(async (stand, gateway) => {
    const sms = { id: 'link-1', to: invented, text: 'Hei 😀 مرحبا' };
    const id = await gateway.send(sms);
    expect(await gateway.send(sms)).toBe(id);
    expect(stand.messages).toEqual([
      {
        id,
        at: new Date('2026-11-22T12:00:00Z'),
        to: invented,
        from: 'Samband',
        text: sms.text,
        reference: 'link-1',
      },
    ]);
  }));
