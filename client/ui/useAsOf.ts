import { useSearchParams } from 'wouter';

/** The day in the address, `?per=2024-05-17`; null is today. What is no day is not heard. */
export function useAsOf(): string | null {
  const [parameters] = useSearchParams();
  const day = parameters.get('per') ?? '';
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && day >= '1900' && !Number.isNaN(Date.parse(day))
    ? day
    : null;
}
