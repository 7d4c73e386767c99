/** A block of IPv4 addresses, as numbers. @public */
export interface AddressBlock {
  /** First address. */
  first: number;
  /** Last address. */
  last: number;
  /** Length of the prefix, 0 to 32. */
  prefix: number;
}

const BLOCK = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;

function formatAddress(address: number): string {
  return [24, 16, 8, 0]
    .map(shift => Math.floor(address / 2 ** shift) % 256)
    .join('.');
}

/** How people write a block. @public */
export function formatAddressBlock({ first, prefix }: AddressBlock): string {
  return `${formatAddress(first)}/${prefix}`;
}

/**
 * Reads a block such as `10.0.0.0/16`. Bits behind the prefix are dropped:
 * `10.0.3.0/16` is the block `10.0.0.0/16`.
 *
 * @returns undefined when it isn't one
 * @public
 */
export function parseAddressBlock(text: string): AddressBlock | undefined {
  const numbers = BLOCK.exec(text)?.slice(1).map(Number);
  if (!numbers) return undefined;
  const [a, b, c, d, prefix] = numbers;
  if (Math.max(a, b, c, d) > 255 || prefix > 32) return undefined;
  const size = 2 ** (32 - prefix);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const first = address - (address % size);
  return { first, last: first + size - 1, prefix };
}

/** Whether two blocks have an address in common. @public */
export function overlaps(one: AddressBlock, other: AddressBlock): boolean {
  return one.first <= other.last && other.first <= one.last;
}
