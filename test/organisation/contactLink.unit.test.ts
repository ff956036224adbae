import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { contactLink } from '#client/organisation/contactLink.ts';
import type { ContactChannel } from '#client/organisation/contactOrder.ts';

const channels: readonly ContactChannel[] = [
  'PHONE',
  'SMS',
  'EMAIL',
  'WHATSAPP',
  'VIBER',
  'TELEGRAM',
  'SIGNAL',
  'FACEBOOK',
  'SPOND',
  'WEBSITE',
  'POST',
  'MEETING_PLACE',
];

describe('a number', () => {
  test.each([
    ['PHONE', '+4700000123', 'tel:+4700000123'],
    ['PHONE', '+47 000 00 123', 'tel:+4700000123'],
    ['PHONE', '0047 00000123', 'tel:+4700000123'],
    ['PHONE', '22 00 00 00', 'tel:+4722000000'],
    ['PHONE', '116 117', 'tel:116117'],
    ['SMS', '+252 61 0000000', 'sms:+252610000000'],
    ['WHATSAPP', '+47 000 00 123', 'https://wa.me/4700000123'],
    ['VIBER', '+4700000123', 'viber://chat?number=%2B4700000123'],
    ['TELEGRAM', '+4700000123', 'https://t.me/+4700000123'],
    ['SIGNAL', '+4700000123', 'https://signal.me/#p/+4700000123'],
  ] as const)('%s %s opens %s', (channel, value, address) => {
    expect(contactLink(channel, value)).toBe(address);
  });

  test('that is none opens nothing', () => {
    for (const value of [
      '',
      'ring Amina',
      '+47 ••• •• 123',
      '123',
      '+47;ext=1',
      '+4700000123,,9#',
    ]) {
      expect(contactLink('WHATSAPP', value)).toBeNull();
    }
  });
});

describe('an address or a page', () => {
  test.each([
    ['EMAIL', 'post@example.no', 'mailto:post@example.no'],
    ['EMAIL', 'post+styre@example.no', 'mailto:post%2Bstyre@example.no'],
    ['TELEGRAM', '@oromo_oslo', 'https://t.me/oromo_oslo'],
    ['FACEBOOK', 'somaliskforening', 'https://www.facebook.com/somaliskforening'],
    ['FACEBOOK', 'https://facebook.com/groups/1', 'https://facebook.com/groups/1'],
    ['SPOND', 'https://group.spond.com/ABC', 'https://group.spond.com/ABC'],
    ['WEBSITE', 'example.no', 'https://example.no/'],
    ['WEBSITE', 'http://www.example.no/om', 'https://www.example.no/om'],
  ] as const)('%s %s opens %s', (channel, value, address) => {
    expect(contactLink(channel, value)).toBe(address);
  });

  test('of another host than the channel’s opens nothing', () => {
    expect(contactLink('TELEGRAM', 'https://t.me.example.no/login')).toBeNull();
    expect(contactLink('WHATSAPP', 'https://example.no/wa.me')).toBeNull();
    expect(contactLink('WEBSITE', 'https://helsenorge.no@example.no/')).toBeNull();
  });

  test('with a second recipient or a header is none', () => {
    for (const value of [
      'a@b.no,c@d.no',
      'a@b.no?bcc=c@d.no@x.no',
      'a@b.no\r\nBcc: c@d.no',
      'a b@c.no',
    ]) {
      expect(contactLink('EMAIL', value) ?? '').not.toMatch(/[?,\s]/);
    }
  });
});

test('the name of a group is not something to open', () => {
  expect(contactLink('SPOND', 'Nabolaget Grorud')).toBeNull();
});

test('a place is not something to open', () => {
  expect(contactLink('POST', 'Storgata 1\n0001 Oslo')).toBeNull();
  expect(contactLink('MEETING_PLACE', 'https://example.no')).toBeNull();
});

test('whatever is typed, only the schemes that reach somebody come out', () => {
  const hostile = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'javascript:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'data:text/html,x',
      '//evil',
      'vbscript:x',
    ),
    fc.string().map((path) => `https://${path}`),
    fc.string().map((name) => `${name}@example.no`),
  );
  const reaches = /^(tel:|sms:|mailto:|viber:\/\/|https:\/\/)\S+$/;
  const isHarmless = fc.property(fc.constantFrom(...channels), hostile, (channel, value) => {
    const address = contactLink(channel, value);
    return address === null || reaches.test(address);
  });
  expect(fc.check(isHarmless)).toMatchObject({ failed: false });
});
