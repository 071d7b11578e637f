export interface Address {
  readonly lines: readonly string[];
  readonly postcode: string;
}

// The other document has an IP-1.1.1 too: without "dispatch#" nobody could know which one is meant.
// @implements IP-1.1.1/AC2
export function hasPostcode(address: Address): boolean {
  return address.postcode.trim() !== '';
}

/**
 * The text of a parcel label, or nothing for an address that a carrier cannot find.
 *
 * @implements dispatch#IP-1.1.1
 */
export function label(address: Address, grams: number): string | undefined {
  if (!hasPostcode(address)) return undefined;
  return [...address.lines, address.postcode, `${grams} g`].join('\n');
}
