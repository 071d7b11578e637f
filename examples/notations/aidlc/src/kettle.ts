/** @implements FR-1.1, FR-1.2 */
export function boil(litres: number): number {
  return litres > 0 ? 100 : 20;
}
