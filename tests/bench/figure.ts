export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** Some figures that are measured together. */
export interface Benchmark {
  readonly name: string;
  measure(): Promise<readonly Figure[]>;
}

export const figure = (name: string, value: number, unit: string): Figure => ({ name, value, unit });

/** The nearest-rank percentile. */
export function percentile(values: readonly number[], rank: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((rank / 100) * sorted.length) - 1)] ?? NaN;
}
