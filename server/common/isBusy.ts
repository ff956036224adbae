/** Statement or lock timeout, a deadlock, two that cannot be told one after the other, too many connections, a database that is starting, stopping or away. */
const busyCodes = new Set([
  '40P01',
  '40001',
  '57014',
  '55P03',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  'ECONNREFUSED',
  'ECONNRESET',
]);

/** Whether the same request may go well in a moment. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as Error & { code?: string };
  if (code && busyCodes.has(code)) return true;
  return /timeout exceeded when trying to connect|Connection terminated/.test(error.message);
}
