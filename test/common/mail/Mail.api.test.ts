import { type AddressInfo, createServer } from 'node:net';
import { createInterface } from 'node:readline';

import { expect, test } from 'vitest';

import type { Letter } from '#server/common/mail/Letter.ts';
import { Mail, NotSent } from '#server/common/mail/Mail.ts';
import { UnsendableLetter } from '#server/common/mail/mailbox.ts';
import { PostOffice } from './PostOffice.ts';

const from = { name: 'Samband', address: 'samband@example.org' };

const aLetter = (more: Partial<Letter> = {}): Letter => ({
  id: 'letter',
  to: { name: 'Foreningen Prøve', address: 'post@example.org' },
  subject: 'Ser opplysningene riktige ut?',
  text: 'Hei',
  html: '<p>Hei</p>',
  language: 'nb',
  ...more,
});

/** What somebody might type where a name, a subject or an address is asked for (OWASP ASVS 1.3.11). */
const payloads = [
  '\r\nBcc: v@example.com',
  '\nBcc: v@example.com',
  '\rBcc: v@example.com',
  '%0d%0aBcc: v@example.com\r\n',
  '\r\n\r\nHidden body',
  '\r\nTo: v@example.com',
  '\r\nCc: v@example.com',
  '\r\nSubject: another',
  '\r\nFrom: v@example.com',
  '\r\nReply-To: v@example.com',
  '\r\nContent-Type: text/html',
  '\r\nMIME-Version: 9',
  '\r\n X-Folded: yes',
  '\r\n\tX-Folded: yes',
  '\u2028Bcc: v@example.com',
  '\u2029Bcc: v@example.com',
  '\u0085Bcc: v@example.com',
  '\u000bBcc: v@example.com',
  '\u000cBcc: v@example.com',
  '\u0000Bcc: v@example.com',
  ', v@example.com',
  '; v@example.com',
  ' v@example.com',
  '>, <v@example.com',
  '> RCPT TO:<v@example.com',
  '" <v@example.com>, "',
  '<v@example.com>',
  '@example.com,v@example.com',
  '(comment) v@example.com',
  ':v@example.com;',
];

test('whatever is typed into a name, a subject or an address adds no recipient and no line to the head', async () => {
  expect(payloads).toHaveLength(30);
  await using office = await PostOffice.open();
  const mail = new Mail({ url: office.url, from });
  await mail.send(aLetter());
  const plain = office.received.at(0)!;
  const lines = plain.mail.headerLines.map(({ key }) => key).toSorted();
  let refused = 0;

  for (const payload of payloads) {
    for (const letter of [
      aLetter({ to: { name: `Prøve${payload}`, address: 'post@example.org' } }),
      aLetter({ to: { name: 'Prøve', address: `post@example.org${payload}` } }),
      aLetter({ to: { name: 'Prøve', address: `${payload}post@example.org` } }),
      aLetter({ subject: `Hei${payload}` }),
      aLetter({ language: `nb${payload}` }),
    ]) {
      const before = office.received.length;
      await mail.send(letter).catch((error: unknown) => {
        expect(error).toBeInstanceOf(UnsendableLetter);
        refused += 1;
      });
      for (const { recipients, mail: came } of office.received.slice(before)) {
        expect(recipients).toEqual(['post@example.org']);
        expect(came.headerLines.map(({ key }) => key).toSorted()).toEqual(lines);
        expect([came.to].flat().flatMap((to) => to?.value.map(({ address }) => address))).toEqual([
          'post@example.org',
        ]);
        expect([came.cc, came.bcc]).toEqual([undefined, undefined]);
      }
    }
  }
  mail.close();

  const sent = office.received.length - 1;
  expect(sent + refused).toBe(payloads.length * 5);
  // All that would break a line, and whatever is no single address.
  expect(refused).toBeGreaterThanOrEqual(payloads.length * 2 + 20 * 3);
  expect(sent).toBeGreaterThan(0);
});

test('a letter arrives whole: in its language, with what to answer and a name of its own', async () => {
  await using office = await PostOffice.open();
  const mail = new Mail({ url: office.url, from });
  await mail.send(
    aLetter({
      id: 'letter-1',
      subject: 'هل هذه المعلومات صحيحة؟',
      text: 'مرحبا',
      language: 'ar',
      replyTo: { name: 'Ragnar Prøve', address: 'ragnar@example.org' },
    }),
  );
  mail.close();

  const [{ mail: came } = { mail: null }] = office.received;
  expect(came).toMatchObject({
    subject: 'هل هذه المعلومات صحيحة؟',
    messageId: '<letter-1@example.org>',
    replyTo: { value: [{ name: 'Ragnar Prøve', address: 'ragnar@example.org' }] },
  });
  expect(came?.text?.trim()).toBe('مرحبا');
  expect(came?.headers.get('content-language')).toBe('ar');
  expect(came?.headers.get('auto-submitted')).toBe('auto-generated');
});

test('who answers, where it comes back to and what its name ends with is as it is set', async () => {
  await using office = await PostOffice.open();
  const mail = new Mail({
    url: office.url,
    from: { name: 'Samband Oslo', address: 'samband@example.org' },
    replyTo: { name: 'Samband Oslo', address: 'svar@example.org' },
    idDomain: 'id.example.org',
    returnTo: 'retur@example.org',
  });
  await mail.send(aLetter({ returnKey: 'abc123' }));
  await mail.send(aLetter());
  mail.close();

  const [returned, plain] = office.received;
  expect(returned).toMatchObject({
    from: 'retur+abc123@example.org',
    mail: {
      from: { value: [{ name: 'Samband Oslo', address: 'samband@example.org' }] },
      replyTo: { value: [{ address: 'svar@example.org' }] },
      messageId: '<letter@id.example.org>',
    },
  });
  expect(plain?.from).toBe('retur@example.org');
});

test('a sender that is no address stops the server, not a letter', () => {
  expect(() => new Mail({ url: 'smtp://localhost', from, returnTo: 'retur' })).toThrow(
    UnsendableLetter,
  );
});

test('a refusal says whether to try again, and never whom it was about', async () => {
  await using office = await PostOffice.open();
  office.refusals.set('gone@example.org', 550).set('full@example.org', 452);
  const mail = new Mail({ url: office.url, from });
  const refusalOf = (address: string) =>
    mail.send(aLetter({ to: { name: 'Prøve', address } })).catch((error: unknown) => error);

  const [gone, full] = [await refusalOf('gone@example.org'), await refusalOf('full@example.org')];
  mail.close();

  expect(gone).toBeInstanceOf(NotSent);
  expect(gone).toMatchObject({ isForGood: true, isCertain: true, status: '5.1.0' });
  expect(full).toMatchObject({ isForGood: false, isCertain: true, status: '4.0.0' });
  expect(String((gone as Error).stack)).not.toContain('gone@');
});

test('who hangs up before a letter is on its way has not taken it, who hangs up after may have', async () => {
  const answers: Readonly<Record<string, string>> = {
    EHLO: '250 here',
    MAIL: '250 OK',
    RCPT: '250 OK',
    DATA: '354 Go on',
    '.': '250 Taken',
  };
  let hangsUpAt = 'never';
  let taken = 0;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('220 here\r\n');
    createInterface(socket).on('line', (line) => {
      const asked = line === '.' ? '.' : line.slice(0, 4);
      if (asked === '.') taken += 1;
      if (asked === hangsUpAt) return socket.destroy();
      return answers[asked] && socket.write(`${answers[asked]}\r\n`);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const mail = new Mail({ url, from });
  const failureAt = async (step: string) => {
    hangsUpAt = step;
    return mail.send(aLetter()).catch((error: unknown) => error);
  };

  expect(await failureAt('RCPT')).toMatchObject({ isForGood: false, isCertain: true });
  expect(await failureAt('DATA')).toMatchObject({ isForGood: false, isCertain: true });
  expect(taken).toBe(0);
  // One connection is kept from letter to letter; what it was closed under is not sent by another.
  expect(await failureAt('never')).toBeUndefined();
  expect(await failureAt('.')).toMatchObject({ isForGood: false, isCertain: false });
  expect(taken).toBe(2);
  mail.close();
  await new Promise((closed) => server.close(closed));
});
