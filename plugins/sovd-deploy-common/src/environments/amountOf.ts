/** The number in a quantity of the answers: 250 of `250m`, 512 of `512Mi`. */
export function amountOf(quantity: string): number {
  return Number.parseInt(quantity, 10);
}
