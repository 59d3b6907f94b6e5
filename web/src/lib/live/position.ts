/** Is position or revision `a` (decimal) later than `b`? */
export const isLater = (a: string, b: string): boolean => BigInt(a) > BigInt(b);
