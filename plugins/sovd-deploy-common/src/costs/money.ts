/**
 * The decimal that a product of short decimals means: eight places are more than prices
 * and quantities have together, and fewer than binary fractions disturb.
 */
export function exactDecimal(amount: number): number {
  return Math.round(amount * 1e8) / 1e8;
}

/**
 * US dollars to the cent. Half a cent is left out: an estimate has no claim on it, and a
 * rule that holds for the exact decimal gives the same cent whatever the order of the lines.
 */
export function roundToCents(amount: number): number {
  return -Math.round(-exactDecimal(amount * 100)) / 100;
}
