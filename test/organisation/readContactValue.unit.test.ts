import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { expect, test } from 'vitest';

import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { type NotAValue, readContactValue } from '#server/organisation/readContactValue.ts';

const { PHONE, SMS, EMAIL, WHATSAPP, TELEGRAM, FACEBOOK, SPOND, WEBSITE, POST, MEETING_PLACE } =
  ContactChannel;

test.for<[ContactChannel, string, string]>([
  [PHONE, '22 33 44 55', '+4722334455'],
  [PHONE, '0047 22334455', '+4722334455'],
  [PHONE, '+252 61 1234567', '+252611234567'],
  [PHONE, '٢٢٣٣٤٤٥٥', '+4722334455'],
  [PHONE, '116 117', '116117'],
  [PHONE, '02800', '02800'],
  [SMS, '+47 00 12 34 56', '+4700123456'],
  [WHATSAPP, '99 99 99 99', '+4799999999'],
  [EMAIL, 'Post.Kasse+1@example.org', 'Post.Kasse+1@example.org'],
  [TELEGRAM, '@solsikken', '@solsikken'],
  [TELEGRAM, '+47 00123456', '+4700123456'],
  [WEBSITE, 'www.example.org', 'https://www.example.org'],
  [WEBSITE, 'http://www.example.org/om-oss', 'https://www.example.org/om-oss'],
  [WEBSITE, 'HTTPS://Example.org/?q=ærlig', 'https://example.org/?q=%C3%A6rlig'],
  [FACEBOOK, 'facebook.example/solsikken', 'https://facebook.example/solsikken'],
  [SPOND, 'Solsikken, voksne', 'Solsikken, voksne'],
  [POST, 'Eksempelveien 1\n0000 Eksempel', 'Eksempelveien 1\n0000 Eksempel'],
  [MEETING_PLACE, 'Biblioteket, 2. etasje', 'Biblioteket, 2. etasje'],
])('%s: %s is kept as %s', ([channel, typed, value]) => {
  expect(readContactValue(channel, typed)).toEqual({ value });
});

test.for<[ContactChannel, string, NotAValue]>([
  [PHONE, '', 'REQUIRED'],
  [PHONE, '–', 'REQUIRED'],
  [PHONE, 'ring kontoret', 'NOT_A_PHONE_NUMBER'],
  [PHONE, '22334455 eller 22334456', 'NOT_A_PHONE_NUMBER'],
  [PHONE, '22334455 ext. 3', 'NOT_A_PHONE_NUMBER'],
  [PHONE, '2233445', 'NOT_A_PHONE_NUMBER'],
  [PHONE, '12345', 'NOT_A_PHONE_NUMBER'],
  [PHONE, '+47 12345', 'NOT_A_PHONE_NUMBER'],
  [WHATSAPP, '116117', 'NOT_A_PHONE_NUMBER'],
  [EMAIL, 'post@example', 'NOT_AN_EMAIL_ADDRESS'],
  [EMAIL, 'a@example.org, b@example.org', 'NOT_AN_EMAIL_ADDRESS'],
  [EMAIL, 'Post <a@example.org>', 'NOT_AN_EMAIL_ADDRESS'],
  [EMAIL, 'a@example.org\nBcc: b@example.org', 'NOT_ONE_LINE'],
  [TELEGRAM, 'solsikken', 'NOT_A_USER_NAME'],
  [WEBSITE, 'javascript:alert(1)', 'NOT_A_WEB_ADDRESS'],
  [WEBSITE, 'https://ola:hemmelig@example.org', 'NOT_A_WEB_ADDRESS'],
  [WEBSITE, 'localhost', 'NOT_A_WEB_ADDRESS'],
  [WEBSITE, 'se vår side example.org', 'NOT_A_WEB_ADDRESS'],
  [MEETING_PLACE, 'x'.repeat(501), 'TOO_LONG'],
])('%s: %s is %s', ([channel, typed, reason]) => {
  expect(readContactValue(channel, typed)).toEqual({ reason });
});

test('a Norwegian number as it is kept is what reading it in full would make of it', () => {
  for (let digits = 0; digits < 1e8; digits += 99_991) {
    const number = `+47${String(digits).padStart(8, '0')}`;
    const found = parsePhoneNumberFromString(number, { defaultCountry: 'NO', extract: false });
    expect(found?.isPossible() && found.number).toBe(number);
    expect(readContactValue(WHATSAPP, number)).toEqual({ value: found?.number });
  }
});
