/** @implements US-1 */
export function boil(litres: number): number {
  return litres > 0 ? 100 : 20;
}
