import type { Reader } from '#lib/reader.ts';

/** An amount in its currency (ISO 4217), or alone where that is not known. */
export function moneyInWords(amount: number, currency: string | null, { language }: Reader): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const style = currency ? { style: 'currency' as const, currency } : {};
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, { ...digits, ...style }).format(
    amount,
  );
}
