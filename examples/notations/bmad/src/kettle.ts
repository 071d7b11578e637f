/** @implements STORY-1.1/AC1, FR-1 */
export function boil(litres: number): number {
  return litres > 0 ? 100 : 20;
}
