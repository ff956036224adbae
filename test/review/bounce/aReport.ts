/** What a mail server says of a letter that it could not deliver. */
export interface Told {
  readonly to?: string;
  readonly status?: string;
  readonly action?: string;
  readonly envelopeId?: string | null;
  readonly type?: string;
}

/** A report as RFC 3464 has it, with the head of the letter that it is about. */
export const aReport = ({
  to = 'retur@example.org',
  status = '5.1.1',
  action = 'failed',
  envelopeId = null,
  type = 'multipart/report; report-type=delivery-status',
}: Told = {}): string =>
  [
    'From: MAILER-DAEMON@mx.example.net',
    `To: <${to}>`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: ${type}; boundary="part"`,
    '',
    '--part',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'I am sorry: no such user here.',
    '',
    '--part',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.net',
    ...(envelopeId ? [`Original-Envelope-Id: ${envelopeId}`] : []),
    '',
    'Final-Recipient: rfc822; post@example.org',
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; 550 ${status}`,
    '  no such user',
    '',
    '--part',
    'Content-Type: text/rfc822-headers',
    '',
    'From: samband@example.org',
    'To: post@example.org',
    '',
    '--part--',
    '',
  ].join('\r\n');

/** That somebody has pressed a button that says that a letter is not wanted, as RFC 5965 has it. */
export const aComplaint = (to: string): string =>
  [
    'From: feedback@mx.example.net',
    'To: <abuse@example.org>',
    'Subject: FW: letter',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain',
    '',
    'This is an abuse report.',
    '',
    '--part',
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: abuse',
    'User-Agent: Prøve/1',
    'Version: 1',
    `Original-Mail-From: <${to}>`,
    '',
    '--part--',
    '',
  ].join('\r\n');
