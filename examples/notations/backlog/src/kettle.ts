/** @implements TASK-1/AC1, AC2 */
export function boil(litres: number): number {
  return litres > 0 ? 100 : 20;
}
