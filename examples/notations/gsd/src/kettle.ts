/** @implements HEAT-01, HEAT-02 */
export function boil(litres: number): number {
  return litres > 0 ? 100 : 20;
}
