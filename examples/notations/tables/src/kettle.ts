/** @implements FR-1, FR-2, FR-5 */
export function boil(litres: number): number {
  return litres > 0 ? 100 : 20;
}
