/** @implements SCOPE-1, SCOPE-2 */
export function boil(litres: number): number {
  return litres > 0 ? 100 : 20;
}
