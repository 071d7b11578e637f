/** @implements FR-1, FR-2 */
export function boil(litres: number): number {
  return litres > 0 ? 100 : 20;
}
